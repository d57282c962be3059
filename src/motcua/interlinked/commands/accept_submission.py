"""The desk receives what a citizen sent as a group: every dossier of it that waits, at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.receive_group import GroupMemberRefused
from motcua.dossiers.commands.reception import accept_dossier
from motcua.dossiers.inputs import Accept
from motcua.dossiers.repeating import DossierRef, earlier
from motcua.dossiers.vocabulary import Limit
from motcua.interlinked.events import GroupReceived
from motcua.interlinked.models import Submission, SubmissionMember
from motcua.interlinked.queries.waiting import WaitingSubmission, waiting_submission
from motcua.kernel.actor import Actor
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.caching import one_revision
from motcua.ledger.recording import RequestKey, Subject, agency_stream, recording

SUBJECT = "interlinked-submission"


class NothingToReceive(Refusal):
    """No dossier of the group waits to be received any more."""

    code = "interlinked-nothing-to-receive"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptGroup:
    """`confirmed`: keys of members whose missing papers somebody looked at and found not needed here.
    `limits`: by key, what was typed for those without a stated limit."""

    confirmed: frozenset[str] = frozenset()
    limits: Mapping[str, Limit] = field(default_factory=dict)


def accept_submission(
    *,
    actor: Actor,
    at: datetime,
    code: str,
    given: AcceptGroup,
    request: RequestKey | None = None,
) -> tuple[DossierRef, ...]:
    """Receive all that wait of the submission to which this dossier belongs, those that feed others
    first. All or none; asked again with the same request the same are found.

    Refusals: NotPermitted, NotFound, NothingToReceive, RequestKeyReused; GroupMemberRefused with what
    the act of receiving refuses of one. Basis: law.md 4.6.
    """
    may(actor, Permission.DOSSIER_RECEIVE).demand()
    with one_revision(), transaction.atomic():
        made = earlier(request)
        if made:
            return (made,)
        waiting = waiting_submission(actor, at, code, limits=given.limits)
        Submission.objects.select_for_update(no_key=True).get(pk=waiting.id)
        todo = [one for one in waiting.members if one.is_waiting]
        if not todo:
            raise NothingToReceive
        refs = tuple(
            _accept(actor, at, waiting, one.key, given, request if place == 1 else None, place)
            for place, one in enumerate(todo, start=1)
        )
        _keep_dates(actor, at, waiting)
    return refs


def _accept(
    actor: Actor,
    at: datetime,
    waiting: WaitingSubmission,
    key: str,
    given: AcceptGroup,
    request: RequestKey | None,
    place: int,
) -> DossierRef:
    one = waiting.member(key)
    asked = Asked(actor=actor, at=at, code=one.code, request=request)
    accept = Accept(
        complete_confirmed=key in given.confirmed or one.lacks_results_only,
        typed_limit=given.limits.get(key),
        expected_at=one.expected_at,
    )
    try:
        return accept_dossier(asked, accept)
    except NotPermitted:
        raise
    except Refusal as problem:
        raise GroupMemberRefused(place, problem) from problem


def _keep_dates(actor: Actor, at: datetime, waiting: WaitingSubmission) -> None:
    """When each can be expected, now that the clock of the first has begun; with its fact."""
    received = [one for one in waiting.members if one.is_waiting]
    with recording(actor, at) as record:
        for one in received:
            SubmissionMember.objects.filter(dossier=one.dossier_id).update(
                expected_at=one.expected_at
            )
        record.append(
            GroupReceived(
                group_code=waiting.group.code,
                name=waiting.group.name,
                dossier_code=waiting.members[0].code,
                count=len(received),
                members=tuple(
                    {
                        "key": one.key,
                        "dossier_id": one.dossier_id,
                        "expected_at": plain(one.expected_at),
                    }
                    for one in received
                ),
            ),
            about=Subject(SUBJECT, waiting.id, 2),
            stream=agency_stream(waiting.agency_id),
        )
