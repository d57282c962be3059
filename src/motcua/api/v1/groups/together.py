"""`/dossiers/groups`: several matters that one person brings, received together or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.http import HttpResponse
from ninja import Router, Status

from motcua.accounts.rules.roles import Permission
from motcua.api.asking import ApiRequest
from motcua.api.fields_told import told_field
from motcua.api.refusals import GroupRefused
from motcua.api.tokens import BearerToken
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, fact_made_before, request_key
from motcua.api.v1.reading import ReadReception, doubts_of, read_parties, read_reception
from motcua.api.v1.shapes.dossiers import GroupReceivedOut
from motcua.api.v1.shapes.reception import GroupIn
from motcua.api.v1.showing import received_out
from motcua.dossiers.commands.receive_group import GroupMemberRefused, group_of, receive_group
from motcua.dossiers.repeating import DossierRef
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import began_with

router = Router(tags=["dossiers"], auth=BearerToken(Permission.DOSSIER_RECEIVE))
Doubts = tuple[tuple[str, Doubt], ...]


@router.post("/groups", response={201: GroupReceivedOut}, operation_id="receive_group")
def receive(
    request: ApiRequest,
    given: GroupIn,
    response: HttpResponse,
    idempotency_key: IdempotencyKey = None,
) -> Status[GroupReceivedOut]:
    """Each is a dossier of its own with its own code and date; they name the first as their group.
    All that is wrong with any of them is told at once in `errors`, as `dossiers.1.applicant.name`."""
    actor = request.auth
    key = request_key(actor, idempotency_key, given, about="group")
    fact = fact_made_before(key)
    if fact is not None:
        refs, day = group_of(fact.subject_id), local_day(fact.recorded_at)
        doubts = [doubts_of(read_parties(one, today=day)) for one in given.dossiers]
    else:
        read = _read(given, request.at)
        inputs = tuple(one.given for one in read)
        try:
            refs = receive_group(actor=actor, at=request.at, given=inputs, request=key)
        except GroupMemberRefused as refusal:
            raise GroupRefused(_placed(refusal.place - 1, refusal.problem)) from None
        doubts = [one.doubts for one in read]
    if refs[0].repeated:
        response[REPLAYED] = "true"
    told = group_told(actor, refs, doubts)
    response["Location"] = told.dossiers[0].links.self
    return Status(201, told)


def group_told(actor: Actor, refs: Iterable[DossierRef], doubts: list[Doubts]) -> GroupReceivedOut:
    """What was received, the head first, each with what should be looked at twice."""
    told = [
        received_out(actor, began_with("dossier", ref.id), of_it)
        for ref, of_it in zip(refs, doubts, strict=True)
    ]
    return GroupReceivedOut(group=told[0].code, dossiers=told)


def _read(given: GroupIn, at: datetime) -> list[ReadReception]:
    """Refusals: GroupRefused with all that could not be read of any of them."""
    read: list[ReadReception] = []
    problems: list[Refusal] = []
    for place, one in enumerate(given.dossiers):
        try:
            read.append(read_reception(one, at=at))
        except Refusal as refusal:
            problems += _placed(place, refusal)
    if problems:
        raise GroupRefused(problems)
    return read


def _placed(place: int, refusal: Refusal) -> Iterator[Refusal]:
    """Every reason inside a refusal, by its path in the request."""
    for problem in getattr(refusal, "problems", (refusal,)):
        inner = told_field(problem.field)
        problem.field = f"dossiers.{place}.{inner}" if inner else f"dossiers.{place}"
        yield problem
