"""One person brings or sends several matters at once: each is a dossier, all come in together or none does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from motcua.dossiers.commands.receive import file_companion, receive_dossier
from motcua.dossiers.inputs import Filed
from motcua.dossiers.models import Dossier
from motcua.dossiers.repeating import DossierRef, RequestKeyReused
from motcua.dossiers.vocabulary import ReceptionInput
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.recording import RequestKey

GROUP_MAX = 30


class GroupSizeFaulty(Refusal):
    """A group holds from two dossiers up to a bound."""

    code = "group-size-faulty"


class GroupMemberRefused(Refusal):
    """One of the dossiers cannot be received: `place` (from 1) says which, `problem` why."""

    code = "group-member-refused"

    def __init__(self, place: int, problem: Refusal) -> None:
        super().__init__(field=problem.field, place=place, problem=problem.code)
        self.place = place
        self.problem = problem


def receive_group(
    *,
    actor: Actor,
    at: datetime,
    given: tuple[ReceptionInput, ...],
    request: RequestKey | None = None,
) -> tuple[DossierRef, ...]:
    """Receive them all, in the order given; the first is the head of the group.

    Refusals: GroupSizeFaulty, NotPermitted, RequestKeyReused; GroupMemberRefused with what
    `receive_dossier` refuses of one.
    """
    if not 2 <= len(given) <= GROUP_MAX:
        raise GroupSizeFaulty(field="dossiers", count_max=GROUP_MAX)
    with transaction.atomic():
        head = _receive(actor, at, given[0], 1, request)
        if head.repeated:
            return group_of(head.id)
        others = [
            _receive(actor, at, replace(one, group_id=head.id), place)
            for place, one in enumerate(given[1:], start=2)
        ]
    return (head, *others)


def _receive(
    actor: Actor,
    at: datetime,
    given: ReceptionInput,
    place: int,
    request: RequestKey | None = None,
) -> DossierRef:
    try:
        return receive_dossier(actor=actor, at=at, given=given, request=request)
    except (NotPermitted, RequestKeyReused):
        raise
    except Refusal as problem:
        raise GroupMemberRefused(place, problem) from problem


def group_of(head_id: int) -> tuple[DossierRef, ...]:
    """The dossiers that were received together, the head first."""
    rows = Dossier.objects.filter(Q(pk=head_id) | Q(group=head_id)).order_by("id")
    return tuple(
        DossierRef(id=found, code=code, repeated=True)
        for found, code in rows.values_list("id", "code")
    )


def file_group(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    filed: tuple[Filed, ...],
    request: RequestKey | None = None,
) -> tuple[DossierRef, ...]:
    """Register them all at the desk of the agency, in the order given; the first is the head.

    Refusals: GroupSizeFaulty, NotPermitted, RequestKeyReused; GroupMemberRefused with what
    `file_dossier` refuses of one.
    """
    if not 2 <= len(filed) <= GROUP_MAX:
        raise GroupSizeFaulty(field="dossiers", count_max=GROUP_MAX)
    with transaction.atomic():
        head = _file(actor, at, agency_id, filed[0], 1, request)
        if head.repeated:
            return group_of(head.id)
        others = [
            _file(actor, at, agency_id, _in_group(one, head.id), place)
            for place, one in enumerate(filed[1:], start=2)
        ]
    return (head, *others)


def _in_group(one: Filed, head_id: int) -> Filed:
    return replace(one, given=replace(one.given, group_id=head_id))


def _file(
    actor: Actor,
    at: datetime,
    agency_id: int,
    filed: Filed,
    place: int,
    request: RequestKey | None = None,
) -> DossierRef:
    try:
        return file_companion(actor=actor, at=at, agency_id=agency_id, filed=filed, request=request)
    except (NotPermitted, RequestKeyReused):
        raise
    except Refusal as problem:
        raise GroupMemberRefused(place, problem) from problem
