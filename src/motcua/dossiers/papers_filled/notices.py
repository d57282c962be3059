"""What the applicant is told: forms 02, 03, 04 and 05, each from the fact it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.dossiers.papers_filled.signing import head_of, officer_of
from motcua.dossiers.papers_filled.telling import (
    NOT_RATED,
    Told,
    agency_head,
    contact,
    desk_head,
    instant,
)
from motcua.dossiers.papers_filled.words import party_on_paper
from motcua.dossiers.vocabulary import PaperIn, TerminationGround
from motcua.kernel.clock import local_day
from motcua.kernel.money import dong, dong_words
from motcua.papers.data.notices import (
    Apology,
    ReceptionRefusal,
    RequestedItem,
    ReturnedPaper,
    StopNotice,
    SupplementRequest,
)
from motcua.papers.vocabulary import PaperKind
from motcua.procedures.rules.content import Document
from motcua.worktime.queries.calendars import office_time

GROUNDS = {
    TerminationGround.WITHDRAWN: "Đề nghị rút hồ sơ của người nộp",
    TerminationGround.NOT_COMPLETED: "Hồ sơ không được bổ sung theo Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    TerminationGround.OBLIGATION_NOT_MET: "Nghĩa vụ tài chính không được thực hiện",
}
"""Official text on paper, so Vietnamese whatever the language of the screen."""
DECLINED = "dossier.decided"
APOLOGY_MADE = "dossier.apology-made"


def supplement_request(told: Told) -> SupplementRequest:
    """Form 02. Before reception the desk asks; later the agency does, through the desk."""
    request = told.payload["request"]
    head = desk_head if request["before_reception"] else agency_head
    is_received = bool(told.state["is_accepted"])
    rating = told.rating(told.fact)
    return SupplementRequest(
        head=head(told, PaperKind.SUPPLEMENT_REQUEST, told.at),
        desk_name=told.desk_name(told.day),
        applicant=party_on_paper(told.submitter),
        procedure_name=told.procedure.name,
        procedure_code=told.procedure.code,
        received_at=told.received_at if is_received else None,
        items=tuple(_item(item, _asked_papers(told)) for item in request["items"]),
        reason=request["reason"],
        contact=contact(told),
        signer=officer_of(told.fact),
        notes=(f"Yêu cầu lần {request['seq']:02d}.",) if request["seq"] > 1 else (),
        rating_url=rating.url,
        rating_code=rating.code,
    )


def _asked_papers(told: Told) -> Mapping[int, Document]:
    """The papers that the procedure asks for, by id."""
    variants = told.procedure.variants
    return {paper.id: paper for variant in variants for paper in variant.papers}


def _item(item: Mapping[str, Any], known: Mapping[int, Document]) -> RequestedItem:
    """What is to be done with it and why; how many, where the catalogue says so of this paper."""
    basis = item.get("basis", "")
    told = (item["what"], item.get("why", ""), f"căn cứ: {basis}" if basis else "")
    paper = known.get(item.get("required_document_id", 0))
    return RequestedItem(
        name=item["name"],
        originals=(paper.originals or 0) if paper else 0,
        photocopies=(paper.copies or 0) if paper else 0,
        reason="; ".join(part for part in told if part),
    )


def reception_refusal(told: Told) -> ReceptionRefusal:
    """Form 03: not received, or not settled by a decision with its grounds (NĐ 61/2018 Art. 19.8). With a decision
    comes the receipt of its handing over, which has the code."""
    is_decision = told.fact.code == DECLINED
    rating = NOT_RATED if is_decision else told.rating(told.fact)
    head = agency_head if is_decision else desk_head
    why = told.payload["grounds"] if is_decision else told.payload["reason"]
    return ReceptionRefusal(
        head=head(told, PaperKind.RECEPTION_REFUSAL, told.at),
        desk_name=told.desk_name(told.day),
        applicant=party_on_paper(told.submitter),
        procedure_name=told.procedure.name,
        procedure_code=told.procedure.code,
        submitted_at=told.received_at,
        reasons=(why,),
        contact=contact(told),
        applicant_signature_name=told.submitter.name,
        signer=officer_of(told.fact),
        is_decision=is_decision,
        rating_url=rating.url,
        rating_code=rating.code,
    )


def apology(told: Told) -> Apology:
    """Form 04: the date extended before it, or a new appointment once it cannot be kept."""
    is_late = told.fact.code == APOLOGY_MADE
    promised_at = told.due_at if is_late else instant(told.payload["old_due_at"])
    new_due_at = instant(told.payload["appointment_at" if is_late else "due_at"])
    assert promised_at is not None
    assert new_due_at is not None
    calendar = office_time(told.state["competent_agency_id"], told.day).calendar
    days = calendar.working_days_between(local_day(promised_at), local_day(new_due_at))
    return Apology(
        head=agency_head(told, PaperKind.APOLOGY, told.at),
        applicant=party_on_paper(told.submitter),
        procedure_name=told.procedure.name,
        procedure_code=told.procedure.code,
        sector_name=told.procedure.sector_name,
        received_at=told.received_at,
        promised_at=promised_at,
        reason=told.payload["reason"],
        new_due_at=new_due_at,
        extension_words=f"{days:02d} ngày làm việc",
        contact=contact(told),
        recipients=_recipients(told),
        signer=head_of(told),
    )


def stop_notice(told: Told) -> StopNotice:
    """Form 05 of 2025."""
    ground = TerminationGround(told.payload["ground"])
    is_for_another = told.submitter is not told.owner
    return StopNotice(
        head=agency_head(told, PaperKind.STOP_NOTICE, told.at),
        applicant=party_on_paper(told.submitter),
        owner=party_on_paper(told.owner) if is_for_another else None,
        procedure_name=told.procedure.name,
        procedure_code=told.procedure.code,
        received_at=told.received_at,
        basis=(GROUNDS[ground],) if ground in GROUNDS else (),
        stopped_at=told.at,
        reason=told.payload["reason"],
        returned_papers=_given_back(told) if told.payload["papers_given_back"] else (),
        fee_words=_refund(told),
        contact=contact(told),
        recipients=_recipients(told),
        signer=head_of(told),
    )


def _given_back(told: Told) -> tuple[ReturnedPaper, ...]:
    """What had been handed in. What was only shown never stayed."""
    kept = [paper for paper in told.papers if not paper.present_only and _count(paper)]
    return tuple(ReturnedPaper(name=paper.name, count=_count(paper)) for paper in kept)


def _count(paper: PaperIn) -> int:
    return paper.originals + paper.copies


def _refund(told: Told) -> str:
    refund = told.payload.get("fee_refund_vnd", 0)
    if refund:
        return f"hoàn lại {dong(refund)} ({dong_words(refund)})"
    return "không hoàn lại" if told.state["fee_total_vnd"] else ""


def _recipients(told: Told) -> tuple[str, ...]:
    return ("Như trên", told.desk_name(told.day), "Lưu: VT, hồ sơ")
