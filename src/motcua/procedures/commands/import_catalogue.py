"""Import a catalogue document: new procedures, new versions of changed ones, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.ledger.recording import recording
from motcua.procedures.commands.publishing import Publisher, make_publisher
from motcua.procedures.commands.succeeding import Follower, follow
from motcua.procedures.models import Procedure, ProcedureVersion
from motcua.procedures.queries.import_plan import (
    ImportPlan,
    PlannedStep,
    imported,
    plan_import,
    standing,
)
from motcua.procedures.rules.import_report import ImportedVersion, ImportReport
from motcua.procedures.rules.refused import RecordRefused, RefusedRecord, refused
from motcua.procedures.rules.succession import StepKind, next_step

Progress = Callable[[int, int], None]


def import_catalogue(
    *,
    actor: Actor,
    at: datetime,
    document: Any,
    valid_from: date | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Publish what a document says; see `reading.read_document` for its shape.

    A changed record makes a new version that begins on `valid_from`, else on the day the document
    states, else on the day after `at`; open dossiers keep theirs. The same document again changes
    nothing and leaves no fact. One transaction per procedure, so a file that breaks off halfway
    may simply be imported again; `progress(done, total)` is called after each.
    Refusals: NotPermitted, DocumentUnreadable. Bad records are listed in the report.
    """
    may(actor, Permission.PROCEDURE_IMPORT).demand()
    plan = plan_import(document=document, at=at, valid_from=valid_from)
    wanted = [one for one in plan.steps if one.step.kind is not StepKind.UNCHANGED]
    publisher = make_publisher(one.record.content for one in wanted)
    done: dict[StepKind, list[ImportedVersion]] = {kind: [] for kind in StepKind}
    left_out = list(plan.refused)
    for number, planned in enumerate(wanted, start=1):
        line = imported(planned)
        outcome = _apply(actor, at, planned, line=line, publisher=publisher, plan=plan)
        if isinstance(outcome, RefusedRecord):
            left_out.append(outcome)
        else:
            done[outcome].append(line)
        if progress is not None:
            progress(number, len(wanted))
    same = [one.record.record_id for one in plan.steps if one.step.kind is StepKind.UNCHANGED]
    same += [line.record_id for line in done[StepKind.UNCHANGED]]
    return ImportReport(
        new=tuple(done[StepKind.NEW]),
        changed=tuple(done[StepKind.CHANGED]),
        unchanged=tuple(same),
        refused=tuple(left_out),
    )


def _apply(
    actor: Actor,
    at: datetime,
    planned: PlannedStep,
    *,
    line: ImportedVersion,
    publisher: Publisher,
    plan: ImportPlan,
) -> StepKind | RefusedRecord:
    """Decide again with the procedure locked, then write: somebody may have imported meanwhile."""
    record = planned.record
    with recording(actor, at) as facts:
        procedure = _locked(record.key)
        versions = ProcedureVersion.objects.filter(procedure=procedure).order_by("id")
        chain = [standing(version) for version in versions]
        try:
            step = next_step(planned.proposal, chain, starts_on=plan.starts_on, today=plan.today)
        except RecordRefused as no:
            return refused(
                no, record_id=record.record_id, code=record.code, name=record.content.name
            )
        if step.kind is not StepKind.UNCHANGED:
            follower = Follower(
                content=record.content,
                content_digest=planned.content_digest,
                step=step,
                changed_fields=tuple(one.field for one in line.differences),
            )
            follow(facts, procedure, follower, publisher=publisher)
        return step.kind


def _locked(key: tuple[str, str, str]) -> Procedure:
    code, scope, place = key
    procedures = Procedure.objects.select_for_update(no_key=True)
    found = procedures.filter(code=code, scope=scope, place=place).first()
    return found or Procedure.objects.create(code=code, scope=scope, place=place)
