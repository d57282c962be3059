"""Publish a version of an interlinked group from a day on."""

from __future__ import annotations

from datetime import date, datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.eforms.rules.succession import FormStep, StandingForm, digest_of, next_step
from motcua.interlinked.events import InterlinkedVersionClosed, InterlinkedVersionPublished
from motcua.interlinked.models import InterlinkedGroup, InterlinkedVersion
from motcua.interlinked.rules.definition import Group, GroupFaulty, GroupUnreadable, faults_of
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, recording
from motcua.procedures.queries.catalogue import row_in_force

SUBJECT = "interlinked-group"


def publish_group(*, actor: Actor, at: datetime, group: Group, valid_from: date) -> int | None:
    """The version that holds from that day; its id, or None when the same holds already.

    Every member must be in the catalogue that day. Refusals: NotPermitted, GroupUnreadable,
    FormBeginsInThePast.
    """
    may(actor, Permission.PROCEDURE_IMPORT).demand()
    _demand_sound(group, valid_from)
    definition = group.to_plain()
    digest = digest_of(definition)
    with recording(actor, at) as record:
        row = _locked(group.code)
        versions = InterlinkedVersion.objects.filter(group=row).order_by("id")
        chain = [_standing(one) for one in versions]
        step = next_step(chain, digest=digest, valid_from=valid_from, today=local_day(at))
        if step.version_number is None:
            return None
        seq = _close(record, row, step)
        version = InterlinkedVersion.objects.create(
            group=row,
            version_number=step.version_number,
            name=group.name,
            valid_from=valid_from,
            definition=definition,
            digest=digest,
            published_at=at,
            published_by=actor.name,
        )
        published = InterlinkedVersionPublished(
            version_id=version.pk,
            group_code=group.code,
            version_number=step.version_number,
            name=group.name,
            valid_from=valid_from,
            definition_digest=digest,
        )
        record.append(published, about=Subject(SUBJECT, row.pk, seq))
    return version.pk


def _demand_sound(group: Group, day: date) -> None:
    faults = list(faults_of(group))
    faults += [
        GroupFaulty(why="not-in-catalogue", place=one.procedure_code)
        for one in group.members
        if one.procedure_code and row_in_force(one.procedure_code, day) is None
    ]
    if faults:
        raise GroupUnreadable(faults)


def _locked(code: str) -> InterlinkedGroup:
    """Made on first use; whoever publishes the same group meanwhile waits here."""
    InterlinkedGroup.objects.bulk_create([InterlinkedGroup(code=code)], ignore_conflicts=True)
    return InterlinkedGroup.objects.select_for_update(no_key=True).get(code=code)


def _standing(row: InterlinkedVersion) -> StandingForm:
    return StandingForm(
        id=row.pk,
        version_number=row.version_number,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        digest=row.digest,
    )


def _close(record: Record, row: InterlinkedGroup, step: FormStep) -> int:
    """Close what ends, each as a fact; the place of the next fact about the group."""
    seq = next_seq(SUBJECT, row.pk)
    for one, day in step.closes:
        InterlinkedVersion.objects.filter(pk=one.id).update(valid_until=day)
        closed = InterlinkedVersionClosed(
            version_id=one.id,
            group_code=row.code,
            version_number=one.version_number,
            valid_until=day,
        )
        record.append(closed, about=Subject(SUBJECT, row.pk, seq))
        seq += 1
    return seq
