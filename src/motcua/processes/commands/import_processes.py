"""Take tables of steps over as drafts, and tell of each what does not add up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.catalogue import version_in_force
from motcua.processes.commands.drafting import begin_process_draft
from motcua.processes.importing.reading import (
    Note,
    TableMalformed,
    TableRead,
    read_tables,
)
from motcua.processes.models import ProcessDraft
from motcua.processes.queries.checked import checked_process
from motcua.processes.queries.identity import process_called
from motcua.processes.rules.checking import findings
from motcua.processes.rules.definition import Process, process_of
from motcua.processes.rules.document import digest_of
from motcua.processes.rules.findings import Finding
from motcua.processes.vocabulary import Outcome


class ProcessFileMalformed(Refusal):
    """The file holds no tables of steps; `part` is missing or wrong."""

    code = "process-file-malformed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedProcess:
    """One table: what became of it, what was read into it, and what does not add up."""

    id: str
    name: str
    code: str
    place: str
    outcome: Outcome
    process_id: int | None
    process: Process | None
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


def import_processes(*, actor: Actor, at: datetime, document: Any) -> tuple[ImportedProcess, ...]:
    """Every table of the file becomes a draft of its procedure, for all agencies, and is looked at as it
    would be before publishing; nothing is published. One transaction for each; a draft that somebody
    has is left alone, so running it again changes nothing. Refusals: NotPermitted,
    ProcessFileMalformed."""
    may(actor, Permission.PROCESS_CHANGE).demand()
    try:
        tables = read_tables(document)
    except TableMalformed as fault:
        raise ProcessFileMalformed(part=str(fault)) from None
    return tuple(_take_over(actor, at, table) for table in tables)


def _take_over(actor: Actor, at: datetime, table: TableRead) -> ImportedProcess:
    day = local_day(at)
    if table.definition is None:
        return _told(table, Outcome.NO_STEPS, None, day)
    version = version_in_force(table.code, day) if table.code else None
    if version is None:
        return _told(table, Outcome.NO_PROCEDURE, None, day)
    standing = process_called(version.version_id, None, None)
    draft = ProcessDraft.objects.filter(process=standing).first() if standing else None
    if draft is not None:
        is_same = digest_of(draft.definition) == digest_of(table.definition)
        return _told(table, Outcome.SAME if is_same else Outcome.KEPT, standing, day)
    process_id = begin_process_draft(
        actor=actor,
        at=at,
        procedure_version_id=version.version_id,
        definition=table.definition,
        source=" · ".join(part for part in (table.id, table.place) if part)[:200],
    )
    return _told(table, Outcome.DRAFT, process_id, day)


def _told(table: TableRead, outcome: Outcome, process_id: int | None, day: date) -> ImportedProcess:
    process = process_of(table.definition) if table.definition else None
    found: tuple[Finding, ...] = ()
    if process is not None:
        found = checked_process(process, process_id, day) if process_id else findings(process)
    return ImportedProcess(
        id=table.id,
        name=table.name,
        code=table.code,
        place=table.place,
        outcome=outcome,
        process_id=process_id,
        process=process,
        notes=table.notes,
        findings=found,
    )
