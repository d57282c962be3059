"""The processes of the sample office: published as any other, with nothing to answer for but that they hold
since the office has its sample dossiers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.procedures.queries.catalogue import version_in_force
from motcua.processes.commands.drafting import begin_process_draft
from motcua.processes.commands.publishing import publish_process_draft
from motcua.processes.queries.identity import process_called
from motcua.processes.queries.processes import process_in_force
from motcua.processes.rules.beginning import beginning_findings
from motcua.processes.vocabulary import NAME_LENGTH_MAX

BASIS: Final = "Quy trình mẫu đi kèm chương trình"


def publish_samples(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    samples: tuple[tuple[str, dict[str, Any]], ...],
    valid_from: date,
) -> tuple[str, ...]:
    """Publish for the agency those that it has no process of yet; the codes of the procedures. One
    transaction for each. Refusals: those of `begin_process_draft` and `publish_process`."""
    made = []
    for code, pattern in samples:
        version = version_in_force(code, local_day(at))
        if version is None or _has_process(version.version_id, agency_id, local_day(at)):
            continue
        process_id = begin_process_draft(
            actor=actor,
            at=at,
            procedure_version_id=version.version_id,
            agency_id=agency_id,
            definition={"title": version.name[:NAME_LENGTH_MAX], **pattern},
        )
        begins = beginning_findings(valid_from, local_day(at), valid_from)
        publish_process_draft(
            actor=actor,
            at=at,
            process_id=process_id,
            valid_from=valid_from,
            seen=1,
            acknowledged=[one.name for one in begins],
            reason=BASIS,
        )
        made.append(code)
    return tuple(made)


def _has_process(version_id: int, agency_id: int, day: date) -> bool:
    """Published or begun, or handed down from the version before."""
    if process_called(version_id, agency_id, None) is not None:
        return True
    found = process_in_force(version_id, agency_id, None, day)
    return found is not None and found.agency_id == agency_id
