"""Publish a process from a day on, after everything was looked at; withdraw what has not begun."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from motcua.eforms.rules.succession import FormStep
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, recording
from motcua.procedures.queries.details import procedure_detail
from motcua.processes.commands.drafting import draft_seen, writable_process
from motcua.processes.events import (
    ProcessVersionClosed,
    ProcessVersionPublished,
    ProcessVersionWithdrawn,
)
from motcua.processes.models import InternalProcess, ProcessVersion
from motcua.processes.policies import may_change
from motcua.processes.queries.checked import beginning_of, checked_process
from motcua.processes.rules.checking import faults_of, warnings_of
from motcua.processes.rules.definition import Process, process_of
from motcua.processes.rules.document import digest_of
from motcua.processes.rules.findings import Finding
from motcua.processes.rules.succession import (
    ProcessDraftMissing,
    ProcessFaulty,
    ProcessNotPublishable,
    ProcessReasonMissing,
    ProcessVersionHasBegun,
    ProcessWarningsUnread,
    StandingVersion,
    publish_step,
    withdrawing_step,
)
from motcua.processes.wording import finding_words

SUBJECT = "process"
OF_THE_DAY = ("begins-before-agency",)


def publish_process(
    *,
    actor: Actor,
    at: datetime,
    process_id: int,
    definition: Any,
    valid_from: date,
    acknowledged: Collection[str] = (),
    reason: str = "",
) -> int:
    """The version that holds from that day; what holds already is not published again. `acknowledged`:
    the names of the warnings that were read; with any there must be a reason. The first version may
    begin on a day that is past, which is one of the warnings, a later one not before `at`'s day. Returns the version's id.

    Refusals: NotPermitted, NotFound, ProcessUnreadable, ProcessNotPublishable, ProcessWarningsUnread,
    ProcessReasonMissing, ProcessBeginsInThePast.
    """
    process = writable_process(actor, at, process_id)
    written = process_of(definition)
    today = local_day(at)
    begins = beginning_of(process_id, valid_from, today)
    found = (
        begins
        if faults_of(begins)
        else (*begins, *checked_process(written, process_id, valid_from))
    )
    digest = digest_of(definition)
    publish_step(_chain(process_id), digest=digest, valid_from=valid_from, today=today)
    _answered_for(written, found, frozenset(acknowledged), reason)
    with recording(actor, at) as record:
        InternalProcess.objects.select_for_update(no_key=True).get(pk=process_id)
        chain = _chain(process_id)
        step = publish_step(chain, digest=digest, valid_from=valid_from, today=today)
        if step.version_number is None:
            return next(one.id for one in chain if one.holds_on(valid_from))
        values = {
            "title": written.title,
            "definition": definition,
            "digest": digest,
            "acknowledged": sorted(one.name for one in warnings_of(found)),
            "reason": reason.strip(),
        }
        return _publish(record, process, step, valid_from, values)


def publish_process_draft(
    *,
    actor: Actor,
    at: datetime,
    process_id: int,
    valid_from: date,
    seen: int,
    acknowledged: Collection[str] = (),
    reason: str = "",
    basis: str = "",
) -> int:
    """Publish what is written, from a day on; the draft is over then. `basis`: the decision that says so, ""
    for what the draft names. Returns the version's id.
    Refusals: those of `publish_process`, ProcessDraftMissing, ProcessDraftChanged."""
    writable_process(actor, at, process_id)
    with recording(actor, at):
        draft = draft_seen(process_id, seen)
        if draft is None:
            raise ProcessDraftMissing()
        version_id = publish_process(
            actor=actor,
            at=at,
            process_id=process_id,
            definition=draft.definition | ({"basis": basis} if basis else {}),
            valid_from=valid_from,
            acknowledged=acknowledged,
            reason=reason,
        )
        draft.delete()
    return version_id


def withdraw_process_version(*, actor: Actor, at: datetime, version_id: int) -> None:
    """A version that has not begun will not; the one before it goes on. Refusals: NotPermitted,
    ProcessVersionHasBegun."""
    row = ProcessVersion.objects.filter(pk=version_id).select_related("process").first()
    may_change(actor, row.process.agency_id if row else None, local_day(at)).demand()
    if row is None:
        raise ProcessVersionHasBegun()
    with recording(actor, at) as record:
        rows = ProcessVersion.objects.select_for_update(no_key=True).filter(process=row.process)
        step = withdrawing_step(
            [_standing(one) for one in rows.order_by("id")],
            version_id=version_id,
            today=local_day(at),
        )
        rows.filter(pk=version_id).update(valid_until=step.version.valid_from)
        if step.before is not None:
            rows.filter(pk=step.before.id).update(valid_until=step.until)
        withdrawn = ProcessVersionWithdrawn(
            version_id=version_id,
            procedure_code=procedure_detail(row.process.procedure_version_id).code,
            version_number=row.version_number,
            reopened_version_id=step.before.id if step.before else None,
            reopened_until=step.until if step.before else None,
        )
        seq = next_seq(SUBJECT, row.process_id)
        record.append(withdrawn, about=Subject(SUBJECT, row.process_id, seq))


def _answered_for(
    process: Process, found: tuple[Finding, ...], acknowledged: frozenset[str], reason: str
) -> None:
    """Nothing wrong, and each warning read by name and answered for."""
    if faults_of(found):
        raise ProcessNotPublishable(
            ProcessFaulty(
                field=one.step or ("valid_from" if one.code in OF_THE_DAY else "title"),
                why=one.code,
                words=finding_words(one, process),
            )
            for one in faults_of(found)
        )
    unread = [one.name for one in warnings_of(found) if one.name not in acknowledged]
    if unread:
        raise ProcessWarningsUnread(field="acknowledged", names=unread)
    if warnings_of(found) and not reason.strip():
        raise ProcessReasonMissing(field="reason")


def _chain(process_id: int) -> list[StandingVersion]:
    return [
        _standing(row) for row in ProcessVersion.objects.filter(process=process_id).order_by("id")
    ]


def _standing(row: ProcessVersion) -> StandingVersion:
    return StandingVersion(
        id=row.pk,
        version_number=row.version_number,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        digest=row.digest,
    )


def _publish(
    record: Record,
    process: InternalProcess,
    step: FormStep,
    valid_from: date,
    values: dict[str, Any],
) -> int:
    assert step.version_number is not None
    code = procedure_detail(process.procedure_version_id).code
    seq = _close(record, process.pk, code, step)
    version = ProcessVersion.objects.create(
        process=process,
        version_number=step.version_number,
        valid_from=valid_from,
        published_at=record.at,
        published_by=record.actor.name,
        **values,
    )
    published = ProcessVersionPublished(
        version_id=version.pk,
        procedure_code=code,
        agency_id=process.agency_id,
        variant_id=process.variant_id,
        version_number=version.version_number,
        title=version.title,
        valid_from=valid_from,
        definition_digest=version.digest,
        acknowledged=tuple(version.acknowledged),
        reason=version.reason,
    )
    record.append(published, about=Subject(SUBJECT, process.pk, seq))
    return version.pk


def _close(record: Record, process_id: int, code: str, step: FormStep) -> int:
    """Close what ends, each as a fact; the place of the next fact about the process."""
    seq = next_seq(SUBJECT, process_id)
    for one, day in step.closes:
        ProcessVersion.objects.filter(pk=one.id).update(valid_until=day)
        closed = ProcessVersionClosed(
            version_id=one.id,
            procedure_code=code,
            version_number=one.version_number,
            valid_until=day,
        )
        record.append(closed, about=Subject(SUBJECT, process_id, seq))
        seq += 1
    return seq
