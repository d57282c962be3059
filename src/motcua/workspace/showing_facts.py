"""What happened to a dossier, one fact at a time, in the words of its timeline."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.vocabulary import Decision, ReturnMethod, TerminationGround
from motcua.dossiers.wording import DECISIONS, FACTS, RETURN_METHODS, TERMINATION_GROUNDS, acted_by
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.ledger.queries import FactRow

WRITTEN_AT_ONCE = timedelta(minutes=15)
NOTED = "dossier.noted"
FREE = ("opinion", "grounds", "note")
"""Texts of a fact that its sentence does not hold."""
ICONS = {
    "dossier.received": "file-check",
    "dossier.accepted": "file-check",
    "dossier.released": "arrow-right",
    "dossier.taken-over": "file-check",
    "dossier.deadline-moved": "calendar-clock",
    "dossier.time-limit-extended": "calendar-clock",
    "dossier.apology-made": "calendar-clock",
    "dossier.assigned": "user-round",
    "dossier.decided": "landmark",
    "dossier.file-attached": "copy",
    "dossier.supplement-requested": "triangle-alert",
    "dossier.completion-asked": "triangle-alert",
    "dossier.result-returned": "circle-check-big",
    NOTED: "info",
}


def happened(fact: FactRow) -> dict[str, Any]:
    """For the component `timeline`: what, when, who, and what more there is to say."""
    by = ", ".join(part for part in (acted_by(fact.actor), fact.actor.get("title")) if part)
    is_note = fact.code == NOTED
    return {
        "title": str(FACTS[fact.code]) % fact.payload,
        "moment": short_moment(fact.occurred_at),
        "iso": fact.occurred_at.isoformat(),
        "by": " · ".join(part for part in (by, _("trao đổi nội bộ") if is_note else "") if part),
        "icon": ICONS.get(fact.code, "circle-check"),
        "text": _what_more(fact),
        "seq": fact.subject_seq,
    }


def _what_more(fact: FactRow) -> str:
    """What was decided or given; when it was written down, if later; how the date moved; the mark
    to check the fact by."""
    parts = [*_told(fact.payload), *_moved(fact.payload)]
    if fact.recorded_at - fact.occurred_at > WRITTEN_AT_ONCE:
        parts.append(_("Ghi vào sổ lúc %(moment)s.") % {"moment": short_moment(fact.recorded_at)})
    parts.append(_("Mã kiểm chứng: %(digest)s") % {"digest": fact.digest[:12]})
    return " ".join(parts)


def _told(payload: dict[str, Any]) -> list[str]:
    """What the sentence of the fact leaves out."""
    told = []
    if "decision" in payload:
        told.append(f"{DECISIONS[Decision(payload['decision'])]}.")
    if "assignee_name" in payload and payload.get("reason"):
        told.append(_("Lý do: %(reason)s.") % payload)
    if "ground" in payload and payload["ground"] in TerminationGround.__members__:
        told.append(f"{TERMINATION_GROUNDS[TerminationGround(payload['ground'])]}.")
    told += [_sentence(payload[name]) for name in FREE if payload.get(name)]
    told += [_given(payload[name]) for name in ("result", "handed_over", "file") if name in payload]
    told += [_waited_for(one) for one in payload.get("results") or ()]
    return [part for part in told if part]


def _waited_for(result: dict[str, Any]) -> str:
    """What of another dossier's result tells which paper it is, for whoever goes on with it."""
    number, day = result.get("document_number"), result.get("document_date")
    parts = [
        _("số %(number)s") % {"number": number} if number else _("không ghi số"),
        _("ngày %(day)s") % {"day": short_day(date.fromisoformat(day))} if day else "",
        result.get("subject", ""),
    ]
    named = ", ".join(part for part in parts if part)
    return _("Kết quả đã chờ: %(named)s.") % {"named": named}


def _sentence(text: str) -> str:
    """Free text, closed so that what follows begins a sentence of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _given(values: dict[str, Any]) -> str:
    """A result, a hand-over or a file, in a few words."""
    if "recipient_name" in values:
        method = RETURN_METHODS[ReturnMethod(values["method"])]
        parts = [values["recipient_name"], values.get("authority", ""), str(method)]
        return ", ".join(part for part in parts if part) + "."
    if "media_type" in values:
        return f"{values['name']}."
    if "issued_at" not in values:
        return ""
    number = values.get("document_number", "")
    return _("Số %(number)s, ngày %(day)s.") % {
        "number": number or "–",
        "day": short_day(datetime.fromisoformat(values["document_date"]).date()),
    }


def _moved(payload: dict[str, Any]) -> list[str]:
    """The date before and after, or the one that was worked out."""
    if payload.get("old_due_at") and payload.get("due_at"):
        before, after = (datetime.fromisoformat(payload[n]) for n in ("old_due_at", "due_at"))
        moved = {"before": short_moment(before), "after": short_moment(after)}
        return [_("Hẹn trả từ %(before)s thành %(after)s.") % moved]
    if payload.get("appointment_at"):
        at = datetime.fromisoformat(payload["appointment_at"])
        return [_("Hẹn lại %(moment)s.") % {"moment": short_moment(at)}]
    if payload.get("clock") is None:
        return []
    if payload.get("due_at"):
        at = datetime.fromisoformat(payload["due_at"])
        return [_("Hẹn trả: %(moment)s.") % {"moment": short_moment(at)}]
    return [_("Chưa có ngày hẹn.")]
