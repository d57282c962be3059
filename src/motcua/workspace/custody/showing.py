"""Who has a dossier and how it came there, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import place_name
from motcua.dossiers.queries.custody.lists import PassedRow
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.vocabulary import OfferAnswer
from motcua.dossiers.wording import OFFER_ANSWERS, OFFER_WAITS
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.worktime.vocabulary import Unit
from motcua.worktime.wording import limit_words

TONES = {
    OfferAnswer.ACCEPTED: "success",
    OfferAnswer.REFUSED: "warning",
    OfferAnswer.TAKEN_BACK: "neutral",
}


def _limit(unit: str, value: str) -> str:
    """`2 ngày làm việc`; "" where no limit was given."""
    if not unit:
        return ""
    return limit_words(Unit(unit), value, _)


def holder_shown(detail: DossierDetail, at: datetime) -> dict[str, str] | None:
    """The other agency that has it, since when and until when; None while it is at home. One query
    (the name of a person)."""
    if detail.held_agency_id is None:
        return None
    accepted = next(one for one in reversed(detail.offers) if one.get("answer") == "ACCEPTED")
    people = [detail.held_assignee_id] if detail.held_assignee_id else []
    names = names_of(frozenset(people))
    due = accepted.get("hold_due_at", "")
    return {
        "place": place_name(detail.held_agency_id, detail.held_unit_id, local_day(at)),
        "person": names.get(detail.held_assignee_id or 0, ""),
        "since": _moment(accepted["answered_at"]),
        "until": _moment(due),
        "task": accepted["task"],
        "tone": "danger" if due and datetime.fromisoformat(due) < at else "",
    }


def offers_shown(detail: DossierDetail) -> list[dict[str, Any]]:
    """Each offer with its answer, the newest first."""
    return [_offer(one) for one in reversed(detail.offers)]


def _offer(one: dict[str, Any]) -> dict[str, Any]:
    day = local_day(datetime.fromisoformat(one["offered_at"]))
    answer = OfferAnswer(one["answer"]) if one.get("answer") else None
    return {
        "from": place_name(one["from_agency_id"], one.get("from_unit_id"), day),
        "to": place_name(one["to_agency_id"], one.get("to_unit_id"), day),
        "task": one["task"],
        "offered": _moment(one["offered_at"]),
        "offered_by": one.get("offered_by", ""),
        "limit": _limit(one.get("limit_unit", ""), one.get("limit_value", "")),
        "papers": len(one.get("papers", ())),
        "files": len(one.get("digests", ())),
        "answer": str(OFFER_ANSWERS[answer] if answer else OFFER_WAITS),
        "tone": TONES[answer] if answer else "info",
        "answered": _moment(one.get("answered_at")),
        "answered_by": one.get("answered_by", ""),
        "until": _moment(one.get("hold_due_at")),
        "reason": one.get("reason", ""),
    }


def _moment(text: str | None) -> str:
    return short_moment(datetime.fromisoformat(text)) if text else ""


def row_shown(row: PassedRow, at: datetime) -> dict[str, Any]:
    """A line of a list."""
    due, day = row.hold_due_at, local_day(row.offered_at or at)
    return {
        "code": row.code,
        "url": reverse("workspace:dossier", args=[row.code]),
        "owner": row.owner_name,
        "procedure": row.procedure_name,
        "from": place_name(row.from_agency_id, row.from_unit_id, day),
        "to": place_name(row.to_agency_id, row.to_unit_id, day),
        "task": row.task,
        "reason": row.reason,
        "offered": short_moment(row.offered_at) if row.offered_at else "",
        "answered": short_moment(row.answered_at) if row.answered_at else "",
        "limit": _limit(row.limit_unit, row.limit_value),
        "until": short_moment(due) if due else "",
        "is_late": due is not None and due < at,
        "due": short_moment(row.due_at) if row.due_at else _("chưa có"),
    }
