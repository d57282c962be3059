"""Papers that go with a dossier inside the office: its control slip and the history of its work."""

from __future__ import annotations

from typing import Any

from django.utils import translation

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import place_name
from motcua.dossiers.papers_filled.hand_overs import hand_overs
from motcua.dossiers.papers_filled.signing import officer_of
from motcua.dossiers.papers_filled.telling import Told, agency_head, instant
from motcua.dossiers.papers_filled.words import limit_words
from motcua.dossiers.vocabulary import Act, Decision, OfferAnswer, ReturnMethod, Stage
from motcua.dossiers.wording import ACTS, DECISIONS, RETURN_METHODS, STAGES
from motcua.ledger.queries import FactRow
from motcua.papers.data.processing import ControlSlip, ProcessingHistory, ProcessingStep
from motcua.papers.vocabulary import PaperKind

VIETNAMESE = "vi"
ACT_OF = {
    "dossier.received": Act.RECEIVE,
    "dossier.registered": Act.REGISTER,
    "dossier.accepted": Act.RECEIVE,
    "dossier.released": Act.RELEASE,
    "dossier.taken-over": Act.TAKE_OVER,
    "dossier.completion-asked": Act.ASK_TO_COMPLETE,
    "dossier.reception-refused": Act.REFUSE_RECEPTION,
    "dossier.assigned": Act.ASSIGN,
    "dossier.processing-started": Act.START,
    "dossier.forwarded": Act.FORWARD,
    "dossier.offered": Act.OFFER,
    "dossier.offer-accepted": Act.ACCEPT_OFFER,
    "dossier.offer-refused": Act.REFUSE_OFFER,
    "dossier.offer-taken-back": Act.TAKE_BACK_OFFER,
    "dossier.take-over-refused": Act.REFUSE_TAKE_OVER,
    "dossier.redirected": Act.REDIRECT,
    "dossier.decision-proposed": Act.PROPOSE,
    "dossier.proposal-sent-back": Act.SEND_BACK,
    "dossier.supplement-requested": Act.REQUEST_SUPPLEMENT,
    "dossier.supplement-allowed": Act.ALLOW_SUPPLEMENT,
    "dossier.supplemented": Act.SUPPLEMENT,
    "dossier.processing-suspended": Act.SUSPEND,
    "dossier.processing-resumed": Act.RESUME,
    "dossier.time-limit-extended": Act.EXTEND,
    "dossier.apology-made": Act.APOLOGIZE,
    "dossier.withdrawn": Act.WITHDRAW,
    "dossier.processing-terminated": Act.TERMINATE,
    "dossier.decided": Act.DECIDE,
    "dossier.result-issued": Act.ISSUE_RESULT,
    "dossier.result-returned": Act.RETURN_RESULT,
    "dossier.result-corrected": Act.CORRECT_RESULT,
    "dossier.reopened": Act.REOPEN,
    "dossier.particulars-amended": Act.AMEND,
    "dossier.noted": Act.NOTE,
    "dossier.file-attached": Act.ATTACH,
}
OTHER_STEPS = {
    "dossier.deadline-moved": "Tính lại ngày hẹn trả",
    "dossier.handed-over": "Bàn giao do thay đổi tổ chức",
    "dossier.file-removed": "Bỏ tệp",
    "dossier.fee-settled": "Tính lại phí, lệ phí",
    "dossier.unpaid-return-allowed": "Cho trả kết quả khi chưa thu tiền",
}
INTERNAL = frozenset({"dossier.noted", "dossier.file-attached", "dossier.file-removed"})
"""Steps that only the office is told of."""
INTERNAL_TEXTS = frozenset({"opinion", "text"})
NOTES = ("task", "cause", "ground", "grounds", "reason", "note", "opinion", "text")


def control_slip(told: Told) -> ControlSlip:
    """Form 05 of 2018, 06 of 2025, as far as the dossier has come."""
    year, number = told.state["register_year"], told.state["register_number"]
    competent = told.competent(told.day)
    return ControlSlip(
        head=agency_head(told, PaperKind.CONTROL_SLIP, told.at),
        applicant_name=told.owner.name,
        phone=told.owner.phone or told.submitter.phone,
        procedure_name=told.procedure.name,
        procedure_code=told.procedure.code,
        received_at=told.received_at,
        due_at=told.due_at,
        due_words=due_words(told),
        handling_agency=competent.name,
        register_book=str(year or ""),
        register_number=f"{number:02d}" if number else "",
        cooperating_agencies=_cooperating(told),
        hand_overs=hand_overs(told),
    )


def _cooperating(told: Told) -> tuple[str, ...]:
    """The agencies that had it in hand for a task, in their order, each once."""
    accepted = (one for one in told.state["offers"] if one.get("answer") == OfferAnswer.ACCEPTED)
    home = told.state["competent_agency_id"]
    ids = dict.fromkeys(one["to_agency_id"] for one in accepted if one["to_agency_id"] != home)
    return tuple(place_name(agency_id, None, told.day) for agency_id in ids)


def due_words(told: Told) -> str:
    """What stands where a date would, while there is none."""
    stage = Stage(told.state["stage"])
    if stage in (Stage.SUPPLEMENT_REQUESTED, Stage.OBLIGATION_DUE):
        return "chưa tính: đang chờ người nộp"
    if stage is Stage.IN_TRANSIT:
        return "tính từ khi cơ quan giải quyết nhận hồ sơ"
    if not told.state["is_accepted"]:
        return "chưa tiếp nhận"
    return f"trong {limit_words(told.state['clock']).lower()}"


def processing_history(told: Told, *, internal: bool) -> ProcessingHistory:
    """Every step in its order. What officers tell each other is left out unless `internal`."""
    shown = [fact for fact in told.facts if internal or fact.code not in INTERNAL]
    names = _assignees(shown)
    with translation.override(VIETNAMESE):
        steps = tuple(_step(fact, names, internal=internal) for fact in shown)
        status = str(STAGES[Stage(told.state["stage"])])
    return ProcessingHistory(
        head=agency_head(told, PaperKind.PROCESSING_HISTORY, told.at),
        procedure_name=told.procedure.name,
        procedure_code=told.procedure.code,
        applicant_name=told.owner.name,
        received_at=told.received_at,
        due_at=told.due_at,
        due_words=due_words(told),
        status_name=status,
        steps=steps,
        signer=officer_of(told.fact),
    )


def _assignees(facts: list[FactRow]) -> dict[int, str]:
    given = [fact.payload.get("changes", {}).get("assignee_id") for fact in facts]
    return names_of(frozenset(one for one in given if one))


def _step(fact: FactRow, names: dict[int, str], *, internal: bool) -> ProcessingStep:
    by = (fact.actor.get("name", ""), fact.actor.get("title", ""))
    act = OTHER_STEPS.get(fact.code) or str(ACTS[ACT_OF[fact.code]])
    return ProcessingStep(
        at=fact.occurred_at,
        by=", ".join(part for part in by if part),
        act=act,
        receiver=_receiver(fact, names),
        due_at=instant(fact.payload.get("due_at")),
        note=_note(fact.payload, internal=internal),
    )


def _receiver(fact: FactRow, names: dict[int, str]) -> str:
    payload = fact.payload
    if "handed_over" in payload:
        return str(payload["handed_over"]["recipient_name"])
    assignee = payload.get("changes", {}).get("assignee_id")
    told = (
        payload.get("assignee_name"),
        payload.get("unit_name"),
        payload.get("to_place"),
        names.get(assignee, "") if assignee else "",
    )
    return next((str(one) for one in told if one), "")


def _note(payload: dict[str, Any], *, internal: bool) -> str:
    """Reasons and grounds, what was decided, how it was handed over."""
    parts = [str(DECISIONS[Decision(payload["decision"])])] if payload.get("decision") else []
    if "handed_over" in payload:
        parts.append(str(RETURN_METHODS[ReturnMethod(payload["handed_over"]["method"])]))
    if "result" in payload and payload["result"].get("document_number"):
        parts.append(f"Số {payload['result']['document_number']}")
    told = [name for name in NOTES if internal or name not in INTERNAL_TEXTS]
    return "; ".join([*parts, *(str(payload[name]) for name in told if payload.get(name))])
