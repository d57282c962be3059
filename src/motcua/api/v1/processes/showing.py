"""A process, and lines of the list, as the API answers them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from motcua.api.addresses import address
from motcua.api.v1.shapes.processes import (
    ProcessLine,
    ProcessOut,
    ProcessStepOut,
    ProcessVersionLine,
)
from motcua.processes.queries.drafts import ProcessRow
from motcua.processes.queries.identity import ProcessIdentity
from motcua.processes.queries.processes import HistoryRow, ProcessVersionRow
from motcua.processes.rules.definition import Process, Step
from motcua.processes.who_words import who_words
from motcua.processes.wording import limit_words


def process_line(row: ProcessRow) -> ProcessLine:
    return ProcessLine(
        id=row.process_id,
        procedure=row.code,
        procedure_name=row.name,
        agency_id=row.agency_id,
        variant=row.variant_name,
        version_number=row.version_number,
        valid_from=row.valid_from,
        planned_from=row.planned,
        link=address("api:show_process", str(row.process_id)),
    )


def process_out(
    identity: ProcessIdentity,
    found: ProcessVersionRow,
    history: Sequence[HistoryRow],
    names: Mapping[str, str],
) -> ProcessOut:
    process = found.process
    versions = {row.version_id: _version(found.process_id, row) for row in history}
    place = (str(found.process_id), str(found.version_id))
    return ProcessOut(
        id=found.process_id,
        procedure=identity.code,
        procedure_name=identity.name,
        agency_id=identity.agency_id,
        agency=identity.agency_name,
        variant=identity.variant_name,
        version=versions[found.version_id],
        basis=process.basis,
        time=limit_words(process.limit or identity.limit),
        steps=[_step(process, step, names) for step in process.steps],
        definition=found.definition,
        versions=list(versions.values()),
        bpmn=address("api:process_as_bpmn", *place),
    )


def _version(process_id: int, row: HistoryRow) -> ProcessVersionLine:
    return ProcessVersionLine(
        id=row.version_id,
        version_number=row.version_number,
        title=row.title,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        digest=row.digest,
        link=address("api:show_process_version", str(process_id), str(row.version_id)),
    )


def _step(process: Process, step: Step, names: Mapping[str, str]) -> ProcessStepOut:
    return ProcessStepOut(
        key=step.key,
        number=step.number,
        name=step.name,
        who=who_words(step.who, names),
        time=limit_words(step.limit),
        act=step.act,
        is_outside=step.is_outside,
        next=[one.to for one in step.next if process.has(one.to)],
    )
