"""The matter on the reception page as its template lays it out: papers, date, fee."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from motcua.doors.proofs import proof_rows
from motcua.dossiers.vocabulary import PartyKind
from motcua.dossiers.wording import PARTY_KINDS
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.kernel.refusal import Refusal
from motcua.procedures.rules.applicants import who_may_apply
from motcua.procedures.rules.content import Document, Fee
from motcua.procedures.rules.fees import FeeLineCode, FeeSheet, FeeSheetLine, OpenPointCode
from motcua.procedures.wording import ASKED_AT, copies_words, fee_line_words, signed_dong
from motcua.workspace.opening import closed_words
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.reading import PaperLine, carried, fee_field, paper_lines
from motcua.workspace.showing_dossier import trace_lines
from motcua.worktime.queries.calendars import office_time


def _not_for(page: ReceptionPage) -> str:
    """A warning when the source says that the procedure is not for such an owner."""
    assert page.ground is not None
    meant = who_may_apply(page.ground.detail)
    kind = page.data.get("owner-kind", "") or str(PartyKind.CITIZEN)
    if not meant or kind in meant:
        return ""
    named = ", ".join(str(PARTY_KINDS[PartyKind(one)]) for one in sorted(meant))
    return _("Thủ tục này dành cho: %(kinds)s. Xem lại chủ hồ sơ.") % {"kinds": named}


def procedure_shown(page: ReceptionPage) -> dict[str, Any]:
    if page.ground is None:
        return {"procedure": None, "carried": carried(page.data)}
    detail = page.ground.detail
    variant = page.variant
    lines = paper_lines(page.data, variant.papers)
    always = [line for line in lines if not line.document.is_optional]
    sometimes = [line for line in lines if line.document.is_optional]
    return {
        "procedure": detail,
        "not_for": _not_for(page),
        "variants": [
            {
                "value": each.id,
                "label": each.name or _("Trường hợp chung"),
                "chosen": each.id == variant.id,
            }
            for each in detail.variants
        ],
        "papers": [_paper(line) for line in always or sometimes],
        "papers_sometimes": [_paper(line) for line in sometimes] if always else [],
        "proofs": proof_rows(page.data, page.groups, _errors(page)),
        "local_fees": [_local_fee(page, fee) for fee in page.fees_set_locally],
        "paper_notes": [note.name for note in variant.notes],
        "limit_unstated": page.ground.states_no_limit(variant_id=variant.id, channel=page.channel),
    }


def _local_fee(page: ReceptionPage, fee: Fee) -> dict[str, Any]:
    """The field for what the province takes; the words of the fee tell several apart."""
    name = fee_field(fee)
    return {
        "name": name,
        "value": page.data.get(name, ""),
        "hint": fee.case_text or fee.name,
        "error": " ".join(one.text for one in page.problems if one.field == name),
    }


def _errors(page: ReceptionPage) -> dict[str, str]:
    """What is wrong with each field that stands in no form."""
    return {one.field: one.text for one in page.problems}


def _paper(line: PaperLine) -> dict[str, Any]:
    document: Document = line.document
    return {
        "prefix": line.prefix,
        "title": document.name,
        "note": document.details,
        "received": line.received,
        "originals": line.originals,
        "copies": line.copies,
        "asked": _asked(document),
        "present_only": document.present_only,
        "form_name": document.form_name,
    }


def closed_shown(page: ReceptionPage) -> str:
    """What to know when the desk is closed at the moment of reception."""
    agency_id = page.actor.agency_id
    if agency_id is None or page.competent_id is not None:
        return ""
    try:
        if page.ground is None:
            return closed_words(office_time(agency_id, local_day(page.at)), page.at)
        starts_at = page.promise.starts_at if page.promise else None
        return closed_words(page.ground.office, page.received_at, starts_at)
    except Refusal:
        return ""


def promise_shown(page: ReceptionPage) -> dict[str, Any]:
    promise = page.promise
    elsewhere = page.ground.agency.name if page.ground and page.competent_id else ""
    if promise is None:
        return {"due": "", "trace": [], "elsewhere": elsewhere}
    due = short_moment(promise.due_at) if promise.due_at else ""
    return {"due": due, "trace": trace_lines(promise.trace), "elsewhere": elsewhere}


def fees_shown(page: ReceptionPage) -> dict[str, Any]:
    sheet = page.fee_sheet
    if page.ground is None:
        return {"fee_lines": [], "fee_total": "", "fee_choices": [], "fee_needs": frozenset()}
    if sheet is None:
        return {"fee_lines": [], "fee_total": "", **_fee_asked(page)}
    return {
        **_fee_asked(page),
        "fee_lines": [
            {
                "label": fee_line_words(line),
                "note": ". ".join(
                    part for part in (line.name, str(ASKED_AT[line.asked_at])) if part
                ),
                "amount": _amount(line),
            }
            for line in sheet.lines
        ],
        "fee_total": dong(sheet.total_vnd) if is_known_here(sheet) else _("chưa biết"),
        "fee_set_locally": any(
            point.code is OpenPointCode.SET_LOCALLY for point in sheet.open_points
        ),
    }


def _fee_asked(page: ReceptionPage) -> dict[str, Any]:
    """What the fee must be told; it stands on the page also while something typed cannot be read."""
    assert page.ground is not None
    chosen = set(page.data.getlist("fee_choice"))
    return {
        "fee_choices": [
            {
                "value": fee.id,
                "label": fee.case_text or fee.name,
                "hint": dong(fee.amount_vnd),
                "chosen": str(fee.id) in chosen,
            }
            for fee in page.ground.detail.fees
            if fee.choice_group
        ],
        "fee_needs": page.ground.fee_needs(page.given.declared if page.given else None),
    }


def is_known_here(sheet: FeeSheet) -> bool:
    """Whether the total says anything: not where nobody has typed what the province set."""
    return {line.code for line in sheet.lines} != {FeeLineCode.SET_LOCALLY}


def _amount(line: FeeSheetLine) -> str:
    """A local amount that nobody has typed is not known: never 0 đồng."""
    return _("chưa biết") if line.code is FeeLineCode.SET_LOCALLY else signed_dong(line.amount_vnd)


def _asked(document: Document) -> str:
    """`1 bản chính, 2 bản sao`; nothing where the source states no number."""
    return ", ".join(copies_words(document.originals, document.copies))
