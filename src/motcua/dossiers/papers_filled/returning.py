"""The receipt that whoever collects a result signs (law.md 2.9)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from motcua.dossiers.papers_filled.signing import officer_of
from motcua.dossiers.papers_filled.telling import Told, contact, desk_head
from motcua.dossiers.papers_filled.words import EITHER, party_on_paper
from motcua.dossiers.rules.giving_back import papers_in
from motcua.dossiers.vocabulary import Decision, ReturnMethod
from motcua.papers.data.handing import ReturnReceipt
from motcua.papers.vocabulary import PaperKind, SlipParty

METHODS = {
    ReturnMethod.DESK: "Trực tiếp",
    ReturnMethod.ONLINE: "Trực tuyến",
    ReturnMethod.POST: "Qua dịch vụ bưu chính công ích",
}
REFUSAL = "Văn bản từ chối giải quyết hồ sơ"
"""What a dossier that was declined ends in."""


def return_receipt(told: Told) -> ReturnReceipt:
    """From the fact of handing over and the result that was handed."""
    handed = told.payload["handed_over"]
    result = _result(told, handed)
    day = result.get("document_date", "")
    rating = told.rating(told.fact)
    returned, _note = papers_in(handed.get("note", ""))
    return ReturnReceipt(
        head=desk_head(told, PaperKind.RETURN_RECEIPT, told.at),
        desk_name=told.desk_name(told.day),
        owner=party_on_paper(told.owner),
        receiver=_receiver(told, handed),
        procedure_name=told.procedure.name,
        procedure_code=told.procedure.code,
        result_kind=_result_kind(told, result),
        result_number=result.get("document_number", ""),
        result_day=date.fromisoformat(day) if day else None,
        result_summary=result.get("subject", ""),
        returned_at=datetime.fromisoformat(handed["returned_at"]),
        return_method=_method(handed),
        authorization=handed.get("authority", ""),
        returned_papers=returned,
        officer=officer_of(told.fact),
        contact=contact(told),
        rating_url=rating.url,
        rating_code=rating.code,
    )


def _result(told: Told, handed: dict[str, Any]) -> dict[str, Any]:
    results: list[dict[str, Any]] = told.state["results"]
    return next(one for one in results if one["seq"] == handed["result_seq"])


def _result_kind(told: Told, result: dict[str, Any]) -> str:
    """What the procedure ends in, by the catalogue; its name where that says nothing or several."""
    if result["decision"] == Decision.DECLINED:
        return REFUSAL
    kinds = [kind.name for kind in told.procedure.results]
    return kinds[0] if len(kinds) == 1 else f"Kết quả giải quyết: {told.procedure.name}"


def _receiver(told: Told, handed: dict[str, Any]) -> SlipParty:
    """One of the people of the dossier as they are known, or a stranger by name."""
    name, number = handed["recipient_name"], handed.get("recipient_number", "")
    for party in told.parties:
        known = {party.personal_id, party.old_id, party.tax_code} - {""}
        if party.name == name and (not number or not known or number in known):
            named = party_on_paper(party)
            return SlipParty(
                name=named.name,
                salutation=named.salutation,
                identity_number=number or named.identity_number,
                address=named.address,
                phone=named.phone,
            )
    return SlipParty(name=name, salutation=EITHER, identity_number=number)


def _method(handed: dict[str, Any]) -> str:
    words = METHODS[ReturnMethod(handed["method"])]
    number = handed.get("tracking_number", "")
    return f"{words}, số hiệu {number}" if number else words
