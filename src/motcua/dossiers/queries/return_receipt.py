"""The receipt of return (giấy biên nhận trả kết quả) of a dossier that was handed over (law.md 2.9)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.queries.list_heads import desk_name_of, head_of
from motcua.dossiers.rules.giving_back import papers_in
from motcua.dossiers.vocabulary import Decision, Party, PartyKind, PartyRole, ReturnMethod
from motcua.kernel.actor import Actor
from motcua.kernel.folding import fold
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import FactRow
from motcua.papers.codes import paper_code_text
from motcua.papers.data.handing import ReturnReceipt
from motcua.papers.data.heads import Contact, Signer
from motcua.papers.vocabulary import SlipParty

# A paper is official Vietnamese text whatever the language of the screen, so plain strings.
TITLE = "Giấy biên nhận trả kết quả"
METHODS = {
    ReturnMethod.DESK: "Trực tiếp tại {}",
    ReturnMethod.ONLINE: "Trực tuyến",
    ReturnMethod.POST: "Qua dịch vụ bưu chính công ích",
}
KINDS = {
    Decision.GRANTED: "Kết quả giải quyết thủ tục",
    Decision.DECLINED: "Văn bản từ chối giải quyết",
}
RETURNED = "dossier.result-returned"
SALUTATION = {"Nam": "Ông", "Nữ": "Bà"}


def return_receipt(actor: Actor, code: str, *, address: str, fee_words: str = "") -> ReturnReceipt:
    """What the last hand-over was: to whom, which result, which papers came back with it.

    Refusals: NotFound, also when nothing was handed over or the actor may not see it.
    """
    detail = dossier_detail(actor, code, permission=Permission.SLIP_PRINT)
    if not detail.hand_overs:
        raise NotFound(kind="hand-over")
    given, fact = detail.hand_overs[-1], _fact(detail)
    result = next(one for one in detail.results if one["seq"] == given["result_seq"])
    returned_at = datetime.fromisoformat(given["returned_at"])
    desk = desk_name_of(detail.agency.id, returned_at)
    papers, note = papers_in(given.get("note", ""))
    return ReturnReceipt(
        head=head_of(
            detail.agency.id,
            returned_at,
            code=detail.code,
            data=_data_code(detail),
            url=f"{address}/ho-so/{detail.code}",
        ),
        desk_name=desk,
        owner=_shown(detail.owner),
        receiver=_receiver(detail, given),
        procedure_name=detail.procedure.name,
        procedure_code=detail.procedure.code,
        returned_at=returned_at,
        return_method=_method(given, desk),
        authorization=given.get("authority", ""),
        returned_papers=(*papers, *((note,) if papers and note else ())),
        fee_words=fee_words,
        officer=Signer(name=fact.actor.get("name", ""), title=fact.actor.get("title", "")),
        contact=Contact(name=desk, phone=detail.agency.phone),
        **_result(result),
    )


def _fact(detail: DossierDetail) -> FactRow:
    return next(fact for fact in reversed(detail.facts) if fact.code == RETURNED)


def _result(result: dict[str, Any]) -> dict[str, Any]:
    day = result.get("document_date", "")
    return {
        "result_kind": KINDS[Decision(result["decision"])],
        "result_number": result.get("document_number", ""),
        "result_day": date.fromisoformat(day) if day else None,
        "result_summary": result.get("subject", ""),
    }


def _method(given: dict[str, Any], desk: str) -> str:
    words = METHODS[ReturnMethod(given["method"])].format(desk)
    tracking = given.get("tracking_number", "")
    return f"{words}, số hiệu {tracking}" if tracking else words


def _shown(party: Party) -> SlipParty:
    return SlipParty(
        name=party.name,
        salutation=SALUTATION.get(party.sex, "Ông/Bà") if party.kind == PartyKind.CITIZEN else "",
        identity_number=party.personal_id or party.tax_code or party.old_id,
        address=party.address,
        phone=party.phone,
        capacity=party.authority,
    )


def _receiver(detail: DossierDetail, given: dict[str, Any]) -> SlipParty:
    """A party of the dossier with its particulars, else only what was typed."""
    name, number = given["recipient_name"], given.get("recipient_number", "")
    known = next((one for one in detail.parties if fold(one.name) == fold(name)), None)
    if known is None or (number and number not in {known.personal_id, known.old_id, ""}):
        return SlipParty(name=name, identity_number=number, capacity=given.get("authority", ""))
    shown = _shown(known)
    if known.role is not PartyRole.OWNER or not number or shown.identity_number:
        return shown
    return SlipParty(
        name=name, salutation=shown.salutation, identity_number=number, address=shown.address
    )


def _data_code(detail: DossierDetail) -> str:
    return paper_code_text(
        dossier_code=detail.code,
        procedure_code=detail.procedure.code,
        identity_number=detail.owner.personal_id or detail.owner.tax_code,
        paper_name=TITLE,
    )
