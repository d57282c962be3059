"""Receive a whole group at once: a dossier for each member, those that need another's result wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.dossiers.commands.receive import NotWorkingHere
from motcua.dossiers.commands.receive_group import receive_group
from motcua.dossiers.repeating import DossierRef
from motcua.interlinked.events import GroupSubmitted
from motcua.interlinked.inputs import SubmissionInput
from motcua.interlinked.models import AwaitedResult, Submission, SubmissionMember
from motcua.interlinked.preparing import Prepared, prepare
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import plain
from motcua.ledger.caching import one_revision
from motcua.ledger.recording import RequestKey, Subject, agency_stream, recording

SUBJECT = "interlinked-submission"


@dataclass(frozen=True, slots=True)
class Made:
    """The dossiers by the key of their member, in order; how they are kept with the group."""

    prepared: Prepared
    refs: Mapping[str, DossierRef]
    dates: Mapping[str, datetime | None]


def receive_interlinked(
    *, actor: Actor, at: datetime, given: SubmissionInput, request: RequestKey | None = None
) -> tuple[DossierRef, ...]:
    """All in one transaction, in the order in which they feed each other; the first is the head.

    Refusals: those of `preparing.prepare` and of `receive_group`. Basis: law.md 4.6.
    """
    if actor.agency_id is None:
        raise NotWorkingHere
    day = local_day(given.received_at or at)
    with one_revision(), transaction.atomic():
        prepared = prepare(agency_id=actor.agency_id, given=given, day=day)
        receptions = prepared.receptions(given, at)
        refs = receive_group(actor=actor, at=at, given=receptions, request=request)
        if not refs[0].repeated:
            keys = [one.key for one in prepared.members]
            expected = [one.expected_at for one in receptions]
            made = Made(
                prepared,
                dict(zip(keys, refs, strict=True)),
                dict(zip(keys, expected, strict=True)),
            )
            keep_submission(actor, at, made, agency_id=actor.agency_id)
    return refs


def keep_submission(actor: Actor, at: datetime, made: Made, *, agency_id: int) -> None:
    """Which dossier is which member, and what waits for what; with its fact."""
    held, refs = made.prepared.held, made.refs
    head = next(iter(refs.values()))
    with recording(actor, at) as record:
        submission = Submission.objects.create(
            version_id=held.version_id, head_id=head.id, submitted_at=at
        )
        SubmissionMember.objects.bulk_create(
            SubmissionMember(
                submission=submission,
                position=place,
                key=one.key,
                dossier_id=refs[one.key].id,
                expected_at=made.dates[one.key],
            )
            for place, one in enumerate(made.prepared.members)
        )
        AwaitedResult.objects.bulk_create(
            AwaitedResult(dossier_id=refs[one.key].id, feeder_id=refs[key].id)
            for one in made.prepared.members
            for key in one.waits_for
        )
        record.append(
            _fact(made, head),
            about=Subject(SUBJECT, submission.pk, 1),
            stream=agency_stream(agency_id),
        )


def _fact(made: Made, head: DossierRef) -> GroupSubmitted:
    held = made.prepared.held
    return GroupSubmitted(
        version_id=held.version_id,
        group_code=held.group.code,
        name=held.group.name,
        dossier_code=head.code,
        count=len(made.refs),
        members=tuple(
            {
                "key": one.key,
                "dossier_id": made.refs[one.key].id,
                "expected_at": plain(made.dates[one.key]),
                "waits_for": list(one.waits_for),
            }
            for one in made.prepared.members
        ),
    )
