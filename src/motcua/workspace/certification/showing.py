"""What the pages of certification show, in the words of the counter."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from motcua.certifications.queries.entries import EntryRow
from motcua.certifications.queries.totals import CertificationTotals
from motcua.certifications.queries.waiting import STEP_AT, WaitingRow
from motcua.certifications.rules.everyday import EVERYDAY, written_out
from motcua.certifications.rules.numbers import runs
from motcua.certifications.vocabulary import BOOK_OF, Step
from motcua.certifications.wording import BOOKS, MATTERS, SHORT, STATES, STEPS, WAITS
from motcua.dossiers.vocabulary import Stage
from motcua.dossiers.wording import STAGES
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import dong, figures
from motcua.payments.queries.receipts import ReceiptRow
from motcua.payments.rules.book import number_text
from motcua.payments.vocabulary import ReceiptState
from motcua.procedures.rules.fees import FeeSheetLine, OpenPointCode
from motcua.procedures.wording import PREFERENCES, fee_line_words, signed_dong
from motcua.workspace.certification.page import EnterPage

TONES = {Stage.SETTLED: "success", Stage.RETURNED: "neutral", Stage.DECIDED: "accent"}


def enter_context(page: EnterPage) -> dict[str, Any]:
    """All that the page of entering draws."""
    at_field = {problem.field: problem.text for problem in page.problems}
    return {
        "owner": page.owner,
        "at_field": at_field,
        "problems": [
            {"text": problem.text, "field_id": problem.field_id} for problem in page.problems
        ],
        "notices": page.notices,
        "request_key": page.data.get("request_key", ""),
        "matters": _matters(page),
        "signers": _signers(page),
        "rows": page.rows,
        "everyday": list(EVERYDAY.items()),
        "groups": _groups(page),
        "collect": bool(page.data.get("collect")),
        "given_vnd": page.data.get("given_vnd", ""),
        "note": page.data.get("note", ""),
        "next_focus": _next_focus(page),
    } | _fee(page)


def _matters(page: EnterPage) -> list[dict[str, Any]]:
    chosen = page.matter
    return [
        {
            "value": one.code,
            "label": MATTERS[one.code],
            "group": BOOKS[BOOK_OF[one.code]],
            "chosen": chosen is not None and one.code == chosen.code,
        }
        for one in page.matters
    ]


def _signers(page: EnterPage) -> list[dict[str, Any]]:
    chosen = page.signer
    return [{"value": "", "label": _("Chưa rõ"), "chosen": chosen is None}] + [
        {
            "value": one.holding_id,
            "label": f"{one.name}, {one.title}",
            "chosen": chosen is not None and one.holding_id == chosen.holding_id,
        }
        for one in page.signers
    ]


def _groups(page: EnterPage) -> list[dict[str, Any]]:
    if page.basis is None or "groups" not in page.basis.ground.fee_needs():
        return []
    chosen = set(page.data.getlist("preference_groups"))
    return [
        {"value": str(group), "label": words, "chosen": str(group) in chosen}
        for group, words in PREFERENCES.items()
    ]


def _fee(page: EnterPage) -> dict[str, Any]:
    sheet = page.fee_sheet
    if sheet is None:
        return {"fee_total": "", "fee_lines": [], "fee_unknown": False}
    return {
        "fee_total": dong(sheet.total_vnd),
        "fee_lines": [
            {
                "label": fee_line_words(line),
                "note": _document_of(line, page),
                "amount": signed_dong(line.amount_vnd),
            }
            for line in sheet.lines
        ],
        "fee_unknown": any(point.code is OpenPointCode.SET_LOCALLY for point in sheet.open_points),
    }


def _document_of(line: FeeSheetLine, page: EnterPage) -> str:
    """The name of the document a line is for, where there are several."""
    place = line.params.get("document")
    return written_out(page.typed[place - 1].name) if place else ""


def _next_focus(page: EnterPage) -> str:
    """Where the hand goes next: what is wrong, the number, or the first empty document."""
    if page.problems:
        return ""
    if not page.data.get("owner-name", "").strip():
        return "owner-personal_id"
    empty = [row for row in page.rows if row.is_empty]
    return f"{(empty or page.rows)[0].prefix}-name"


def done_context(
    entries: tuple[EntryRow, ...], *, owed_vnd: int, receipts: tuple[ReceiptRow, ...]
) -> dict[str, Any]:
    """What was just entered, for the stamp and for the cash."""
    first = entries[0]
    change_vnd = sum(one.change_vnd for one in receipts if one.state == ReceiptState.ISSUED)
    return {
        "numbers": runs(tuple(entry.number for entry in entries)),
        "year": first.year,
        "book": BOOKS[first.kind],
        "name": first.requester_name,
        "code": first.dossier_code,
        "url": reverse("workspace:dossier", args=[first.dossier_code]),
        "entries": [entry_shown(entry) for entry in entries],
        "fee": dong(sum(entry.fee_vnd for entry in entries)),
        "owed": dong(owed_vnd) if owed_vnd else "",
        "change": dong(change_vnd) if change_vnd else "",
        "receipts": [
            {"url": reverse("workspace:receipt", args=[one.id]), "number": number_text(one.number)}
            for one in receipts
        ],
        "collect_url": reverse("workspace:collect-fee", args=[first.dossier_code]),
    }


def entry_shown(entry: EntryRow) -> dict[str, Any]:
    """One line of a register."""
    return {
        "url": reverse("workspace:certification-entry", args=[entry.id]),
        "number": entry.number,
        "day": short_day(entry.entered_on),
        "requester": entry.requester_name,
        "identity": entry.requester_number,
        "document": entry.document_name,
        "pages": entry.pages,
        "copies": entry.copies,
        "fee": figures(entry.fee_vnd),
        "signer": entry.signer_name if entry.certified_at else "",
        "is_void": entry.is_void,
        "state": _state(entry),
        "reason": entry.reason,
        "code": entry.dossier_code,
    }


def _state(entry: EntryRow) -> dict[str, str]:
    if entry.is_void:
        return {"text": str(STATES[entry.state]), "tone": "danger"}
    step = STEP_AT.get(entry.stage)
    words = STAGES[entry.stage] if step is None else WAITS[step]
    return {"text": str(words), "tone": TONES.get(entry.stage, "info")}


def detail_rows(entry: EntryRow, entered_by: str, procedure_name: str) -> list[dict[str, Any]]:
    """An entry in full."""
    told = [
        (_("Người yêu cầu"), entry.requester_name, entry.requester_number),
        (_("Giấy tờ"), entry.document_name, entry.note),
        (_("Số trang, số bản"), _counts(entry), _sheets(entry.sheets)),
        (_("Phí"), dong(entry.fee_vnd), ""),
        (pgettext("một", "Thủ tục"), procedure_name, ""),
        (_("Vào sổ"), short_moment(entry.entered_at), entered_by),
        (
            _("Ký chứng thực"),
            short_moment(entry.certified_at) if entry.certified_at else _("Chưa ký"),
            ", ".join(filter(None, (entry.signer_name, entry.signer_title))),
        ),
    ]
    if entry.cancelled_at is not None:
        moment = f"{short_moment(entry.cancelled_at)}, {entry.cancelled_by}"
        told.append((_("Đã hủy"), entry.reason, moment))
    return [{"label": label, "value": value, "note": note} for label, value, note in told]


def _counts(entry: EntryRow) -> str:
    counts = {"pages": entry.pages, "copies": entry.copies}
    return _("%(pages)s trang, %(copies)s bản") % counts


def _sheets(count: int) -> str:
    return _("%(count)s tờ mỗi bản") % {"count": count} if count else ""


def totals_shown(one: CertificationTotals, *, by_month: bool = False) -> dict[str, str]:
    day = "" if one.day is None else (f"{one.day:%m/%Y}" if by_month else short_day(one.day))
    return {
        "day": day,
        "documents": figures(one.documents),
        "copies": figures(one.copies),
        "fee": figures(one.fee_vnd),
    }


def waiting_groups(rows: tuple[WaitingRow, ...]) -> list[dict[str, Any]]:
    """By step: those that this officer may take first, each with its list to tick."""
    groups = []
    for step in sorted(Step, key=lambda one: not _mine(rows, one)):
        held = [row for row in rows if row.step is step]
        if held:
            groups.append(
                {
                    "step": str(step),
                    "title": STEPS[step],
                    "is_mine": _mine(rows, step),
                    "rows": [waiting_shown(row) for row in held],
                }
            )
    return groups


def _mine(rows: tuple[WaitingRow, ...], step: Step) -> bool:
    return any(row.may for row in rows if row.step is step)


def waiting_shown(row: WaitingRow) -> dict[str, Any]:
    first = row.entries[0]
    return {
        "value": row.code,
        "numbers": runs(tuple(entry.number for entry in row.entries)),
        "book": SHORT[first.kind],
        "requester": first.requester_name,
        "documents": "; ".join(entry.document_name for entry in row.entries),
        "copies": sum(entry.copies for entry in row.entries),
        "entered": short_moment(first.entered_at),
        "chosen": row.may,
        "blocked": "" if row.may else _("Không phải việc của bạn"),
    }
