"""`/dossiers/{code}/fee`: what a dossier owes and why; a claim decided, other copies; a result let go unpaid."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from ninja import Router

from motcua.accounts.rules.roles import Permission
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.dossiers import Code
from motcua.api.v1.fees.shapes import ClaimOut, FeeLineOut, FeeOut, LetIn, SettleIn
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, request_key
from motcua.api.v1.shapes.fields import Given
from motcua.api.v1.shapes.money import LaterOut
from motcua.api.v1.versions import IfMatch, seen_version, tag
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.fees.settling import allow_unpaid_return, settle_fee
from motcua.dossiers.inputs import SettleFee, WithReason
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.queries.fees.standing import claims_of_dossier, leaves_of_dossier
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import ProofIn
from motcua.payments.queries.owed import owed
from motcua.settlements.queries.over import to_give_back

router = Router(tags=["money"])


@router.get(
    "/dossiers/{code}/fee",
    auth=BearerToken(Permission.DOSSIER_VIEW),
    response=FeeOut,
    operation_id="show_fee",
)
def show_fee(request: ApiRequest, code: Code, response: HttpResponse) -> FeeOut:
    """What the dossier owes now, line by line, and who claims to pay less."""
    detail = dossier_detail(request.auth, code)
    note_access(request, "dossier.read", dossier_id=detail.id)
    told = _told(detail)
    tag(response, told.version)
    return told


@router.post(
    "/dossiers/{code}/fee",
    auth=BearerToken(Permission.FEE_SETTLE),
    response=FeeOut,
    operation_id="settle_fee",
)
def settle(
    request: ApiRequest,
    code: Code,
    given: SettleIn,
    response: HttpResponse,
    if_match: IfMatch = None,
    idempotency_key: IdempotencyKey = None,
) -> FeeOut:
    """Accepts or refuses a claim of one group, or takes other copies and pages; the lines are worked out anew.
    What was paid beyond the new amount is to be given back."""
    asked = _asked(request, code, given, if_match, idempotency_key)
    return _carried_out(asked, response, lambda: settle_fee(asked, _read(given)))


@router.post(
    "/dossiers/{code}/fee/unpaid",
    auth=BearerToken(Permission.FEE_LET_UNPAID),
    response=FeeOut,
    operation_id="let_fee_unpaid",
)
def let_unpaid(
    request: ApiRequest,
    code: Code,
    given: LetIn,
    response: HttpResponse,
    if_match: IfMatch = None,
    idempotency_key: IdempotencyKey = None,
) -> FeeOut:
    """A leader lets the result be handed over before its fee is paid. The fee stays owed."""
    asked = _asked(request, code, given, if_match, idempotency_key, what="unpaid")
    reason = WithReason(reason=given.reason)
    return _carried_out(asked, response, lambda: allow_unpaid_return(asked, reason))


def _asked(
    request: ApiRequest,
    code: str,
    given: Given,
    if_match: str | None,
    key: str | None,
    what: str = "fee",
) -> Asked:
    note_access(request, "dossier.act-asked", code=code, asked=what)
    return Asked(
        actor=request.auth,
        at=request.at,
        code=code,
        seen_version=seen_version(if_match),
        request=request_key(request.auth, key, given, about=f"{code} {what}"),
    )


def _carried_out(asked: Asked, response: HttpResponse, carry: Callable[[], DossierRef]) -> FeeOut:
    if carry().repeated:
        response[REPLAYED] = "true"
    told = _told(dossier_detail(asked.actor, asked.code))
    tag(response, told.version)
    return told


def _read(given: SettleIn) -> SettleFee:
    group = str(given.group or "")
    proof = ProofIn(group=group, **given.proof.model_dump()) if given.proof else None
    return SettleFee(
        reason=given.reason,
        group=group,
        accepted=given.accepted,
        proof=proof,
        copies=given.copies,
        pages=given.pages,
    )


def _told(detail: DossierDetail) -> FeeOut:
    owes = owed(detail)
    return FeeOut(
        code=detail.code,
        version=detail.version,
        total_vnd=owes.total_vnd,
        paid_vnd=owes.paid_vnd,
        due_vnd=owes.due_vnd,
        over_vnd=to_give_back(detail.id, owes),
        later=[LaterOut(asked_at=moment, amount_vnd=amount) for moment, amount in owes.later],
        lines=[FeeLineOut.model_validate(line, from_attributes=True) for line in detail.fees],
        claims=[ClaimOut.model_validate(one) for one in claims_of_dossier(detail.id)],
        may_go_unpaid=bool(leaves_of_dossier(detail.id)),
    )
