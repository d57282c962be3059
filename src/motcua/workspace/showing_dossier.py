"""One dossier as its page shows it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.vocabulary import PaperIn, Party, PartyKind, ReturnMethod
from motcua.dossiers.wording import CHANNELS, FACTS, PARTY_ROLES, RETURN_METHODS
from motcua.kernel.actor import Actor
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.ledger.queries import FactRow
from motcua.procedures.rules.fees import FeeSheetLine
from motcua.procedures.vocabulary import Channel
from motcua.procedures.wording import fee_line_words, signed_dong
from motcua.workspace.showing import due_mark, status_shown
from motcua.worktime.vocabulary import TraceLine, Unit
from motcua.worktime.wording import limit_words, word


def dossier_context(actor: Actor, detail: DossierDetail, at: datetime) -> dict[str, Any]:
    """Everything `workspace/dossiers/show.html` lays out."""
    return {
        "dossier": detail,
        "status": status_shown(detail.status),
        "due_mark": due_mark(detail.status, detail.due_at, at),
        "due": short_moment(detail.due_at) if detail.due_at else _("Trả ngay"),
        "due_moved": _moved(detail),
        "trace": trace_lines(detail.trace),
        "limit": limit_words(Unit(detail.clock["unit"]), detail.clock["value"], _),
        "channel": str(CHANNELS[Channel(detail.channel)]),
        "return_method": str(RETURN_METHODS[ReturnMethod(detail.return_method)]),
        "people": [_person(party) for party in detail.parties],
        "papers": [_paper(paper) for paper in detail.papers],
        "fees": [_fee(line) for line in detail.fees],
        "fee_total": dong(detail.fee_total_vnd),
        "timeline": [_happened(fact) for fact in detail.facts],
        "may_print": bool(may(actor, Permission.SLIP_PRINT)),
        "may_receive": bool(may(actor, Permission.DOSSIER_RECEIVE)),
    }


def trace_lines(trace: tuple[TraceLine, ...]) -> list[dict[str, str]]:
    """The reasons of a date as the component `explain` draws them."""
    return [{"text": word(line, _)} for line in trace]


def _moved(detail: DossierDetail) -> str:
    if detail.original_due_at is None or detail.original_due_at == detail.due_at:
        return ""
    return _("Hẹn ban đầu: %(moment)s") % {"moment": short_moment(detail.original_due_at)}


def _person(party: Party) -> dict[str, Any]:
    number = party.personal_id or party.old_id
    rows = [
        (_("Số định danh"), number if party.kind == PartyKind.CITIZEN else ""),
        (_("Mã số thuế"), party.tax_code),
        (_("Ngày sinh"), "/".join(reversed(party.birth_date.split("-")))),
        (_("Giới tính"), _(party.sex) if party.sex else ""),
        (_("Địa chỉ"), party.address),
        (_("Điện thoại"), party.phone),
        (_("Thư điện tử"), party.email),
        (_("Căn cứ đại diện"), party.authority),
    ]
    return {
        "role": str(PARTY_ROLES[party.role]),
        "name": party.name,
        "rows": [{"label": label, "value": value} for label, value in rows if value],
    }


def _paper(paper: PaperIn) -> dict[str, Any]:
    return {
        "name": paper.name,
        "originals": paper.originals or "–",
        "copies": paper.copies or "–",
        "note": _("Chỉ xuất trình") if paper.present_only else paper.note,
    }


def _fee(line: FeeSheetLine) -> dict[str, str]:
    return {
        "text": fee_line_words(line),
        "note": line.name,
        "amount": signed_dong(line.amount_vnd),
    }


WRITTEN_AT_ONCE = timedelta(minutes=15)
ICONS = {"dossier.received": "file-check", "dossier.deadline-moved": "calendar-clock"}


def _happened(fact: FactRow) -> dict[str, Any]:
    by = ", ".join(part for part in (fact.actor.get("name"), fact.actor.get("title")) if part)
    return {
        "title": str(FACTS[fact.code]) % fact.payload,
        "moment": short_moment(fact.occurred_at),
        "iso": fact.occurred_at.isoformat(),
        "by": by,
        "icon": ICONS.get(fact.code, "circle-check"),
        "text": _what_more(fact),
    }


def _what_more(fact: FactRow) -> str:
    """When it was written down, if later; how the date moved; the mark to check the fact by."""
    parts = []
    if fact.recorded_at - fact.occurred_at > WRITTEN_AT_ONCE:
        parts.append(_("Ghi vào sổ lúc %(moment)s.") % {"moment": short_moment(fact.recorded_at)})
    if "old_due_at" in fact.payload:
        before, after = (datetime.fromisoformat(fact.payload[n]) for n in ("old_due_at", "due_at"))
        moved = {"before": short_moment(before), "after": short_moment(after)}
        parts.append(_("Hẹn trả từ %(before)s thành %(after)s.") % moved)
    parts.append(_("Mã kiểm chứng: %(digest)s") % {"digest": fact.digest[:12]})
    return " ".join(parts)
