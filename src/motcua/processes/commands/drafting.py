"""Write on a process before anybody works by it: begin, save, throw away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.agencies.queries import agency_on
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, recording
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.processes.events import ProcessDraftDiscarded, ProcessDraftSaved
from motcua.processes.models import InternalProcess, ProcessDraft
from motcua.processes.policies import may_change
from motcua.processes.rules.definition import process_of
from motcua.processes.rules.document import digest_of
from motcua.processes.rules.succession import (
    ProcessDraftChanged,
    ProcessDraftMissing,
    ProcessOfNoAgency,
    ProcessOfNoProcedure,
)

DRAFT_SUBJECT = "process-draft"


def begin_process_draft(
    *,
    actor: Actor,
    at: datetime,
    procedure_version_id: int,
    agency_id: int | None = None,
    variant_id: int | None = None,
    definition: Any,
    source: str = "",
) -> int:
    """Open the process of these and keep what is written as its first draft. Returns the process's id.

    Refusals: NotPermitted, ProcessOfNoProcedure, ProcessOfNoAgency, ProcessUnreadable,
    ProcessDraftChanged (somebody writes on it already).
    """
    day = local_day(at)
    may_change(actor, agency_id, day).demand()
    detail = _procedure(procedure_version_id, variant_id)
    if agency_id is not None and agency_on(agency_id, day) is None:
        raise ProcessOfNoAgency(field="agency")
    process_of(definition)
    with recording(actor, at) as record:
        identity: dict[str, Any] = {"agency_id": agency_id, "variant_id": variant_id}
        process, _is_new = InternalProcess.objects.get_or_create(
            procedure_version_id=procedure_version_id, **identity
        )
        if draft_seen(process.pk, 0) is not None:
            raise ProcessDraftChanged(saved_by="")
        _keep(record, process.pk, detail.code, definition, seen=0, source=source)
    return process.pk


def save_process_draft(
    *,
    actor: Actor,
    at: datetime,
    process_id: int,
    definition: Any,
    seen: int,
    source: str = "",
) -> int:
    """Keep what is written. `seen` is the edition that stood before one's eyes, 0 for none. With a `source`
    it takes the place of what was written, which is kept to go back to. Returns the new edition. Refusals: NotPermitted, NotFound, ProcessUnreadable, ProcessDraftChanged."""
    process = writable_process(actor, at, process_id)
    process_of(definition)
    code = procedure_detail(process.procedure_version_id).code
    with recording(actor, at) as record:
        return _keep(
            record, process_id, code, definition, seen=seen, source=source, replaces=bool(source)
        )


def bring_back_process_draft(*, actor: Actor, at: datetime, process_id: int, seen: int) -> int:
    """What stood in the draft before a file took its place, and that in its stead: doing it twice changes
    nothing. Returns the new edition. Refusals: NotPermitted, NotFound, ProcessDraftMissing,
    ProcessDraftChanged."""
    process = writable_process(actor, at, process_id)
    code = procedure_detail(process.procedure_version_id).code
    with recording(actor, at) as record:
        draft = draft_seen(process_id, seen)
        if draft is None or draft.replaced is None:
            raise ProcessDraftMissing()
        return _keep(record, process_id, code, draft.replaced, seen=seen, replaces=True)


def discard_process_draft(*, actor: Actor, at: datetime, process_id: int, seen: int) -> None:
    """Throw away what is written. Refusals: NotPermitted, NotFound, ProcessDraftMissing,
    ProcessDraftChanged."""
    process = writable_process(actor, at, process_id)
    code = procedure_detail(process.procedure_version_id).code
    with recording(actor, at) as record:
        draft = draft_seen(process_id, seen)
        if draft is None:
            raise ProcessDraftMissing()
        discarded = ProcessDraftDiscarded(procedure_code=code, edition=draft.edition)
        record.append(discarded, about=_about(process_id))
        draft.delete()


def writable_process(actor: Actor, at: datetime, process_id: int) -> InternalProcess:
    """The process, for whoever may write on it. Refusals: NotPermitted, NotFound."""
    process = InternalProcess.objects.filter(pk=process_id).first()
    may_change(actor, process.agency_id if process else None, local_day(at)).demand()
    if process is None:
        raise NotFound(kind="process")
    return process


def draft_seen(process_id: int, seen: int) -> ProcessDraft | None:
    """The draft, held for this change, if it is the one that was seen (0: none was)."""
    found = ProcessDraft.objects.select_for_update(no_key=True).filter(process=process_id)
    draft = found.first()
    if (draft.edition if draft else 0) != seen:
        raise ProcessDraftChanged(saved_by=draft.saved_by if draft else "")
    return draft


def _procedure(procedure_version_id: int, variant_id: int | None) -> ProcedureDetail:
    try:
        detail = procedure_detail(procedure_version_id)
        detail.variant(variant_id)
    except NotFound:
        raise ProcessOfNoProcedure(field="procedure") from None
    return detail


def _keep(
    record: Record,
    process_id: int,
    code: str,
    definition: Any,
    *,
    seen: int,
    source: str = "",
    replaces: bool = False,
) -> int:
    """The next edition; whoever begins at the same moment comes second."""
    draft = draft_seen(process_id, seen)
    edition = seen + 1
    fields = {"definition": definition, "saved_at": record.at, "saved_by": record.actor.name}
    if draft is None:
        fields |= {"edition": 1, "source": source}
        made, is_mine = ProcessDraft.objects.get_or_create(process_id=process_id, defaults=fields)
        if not is_mine:
            raise ProcessDraftChanged(saved_by=made.saved_by)
    else:
        fields |= {"source": source, "replaced": draft.definition} if replaces else {}
        ProcessDraft.objects.filter(pk=draft.pk).update(edition=edition, **fields)
    saved = ProcessDraftSaved(
        procedure_code=code,
        edition=edition,
        definition_digest=digest_of(definition),
        source=source,
    )
    record.append(saved, about=_about(process_id))
    return edition


def _about(process_id: int) -> Subject:
    return Subject(DRAFT_SUBJECT, process_id, next_seq(DRAFT_SUBJECT, process_id))
