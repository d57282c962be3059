"""What is being written, and the processes there are with where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F

from motcua.accounts.rules.roles import Permission, may
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.sorting import sort_key
from motcua.procedures.rules.search_words import code_key, looks_like_code, words_of
from motcua.processes.models import InternalProcess, ProcessDraft, ProcessVersion

PROCESSES_MAX = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """`definition` is JSON that `process_of` reads; it may have every fault that publishing minds.
    `has_replaced`: whether something stood there before a file took its place."""

    process_id: int
    definition: dict[str, Any]
    edition: int
    source: str
    saved_at: datetime
    saved_by: str
    has_replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRow:
    """A process and where it stands. `valid_from` of the version in force, `planned` the first day of the
    one to come."""

    process_id: int
    procedure_id: int
    code: str
    name: str
    agency_id: int | None
    variant_name: str
    version_number: int | None
    valid_from: date | None
    planned: date | None
    draft_saved_at: datetime | None
    draft_saved_by: str
    draft_source: str


def process_draft(actor: Actor, process_id: int) -> DraftRow | None:
    """The draft of a process, for whoever may write on it. One query (unique index)."""
    may(actor, Permission.PROCESS_CHANGE).demand()
    row = ProcessDraft.objects.filter(process=process_id).first()
    if row is None:
        return None
    return DraftRow(
        process_id=process_id,
        definition=row.definition,
        edition=row.edition,
        source=row.source,
        saved_at=row.saved_at,
        saved_by=row.saved_by,
        has_replaced=row.replaced is not None,
    )


def process_rows(actor: Actor, day: date, *, words: str = "") -> tuple[ProcessRow, ...]:
    """Every process (whose procedure is named with these words or has that code), in the order of names,
    PROCESSES_MAX at most. Four queries (`process_version_by_day`); drafts only for
    whoever may write on them."""
    may(actor, Permission.PROCEDURE_VIEW).demand()
    rows = InternalProcess.objects.select_related("procedure_version__procedure", "variant")
    wanted = [row for row in rows.order_by("id")[:PROCESSES_MAX] if _is_called(row, words)]
    versions = ProcessVersion.objects.filter(process__in=[row.pk for row in wanted])
    fields = ("process", "version_number", "valid_from")
    now = {
        pk: (number, begun)
        for pk, number, begun in versions.filter(in_force(day)).values_list(*fields)
    }
    coming = versions.filter(valid_from__gt=day).exclude(valid_until=F("valid_from"))
    planned = dict(coming.order_by("-valid_from").values_list("process", "valid_from"))
    drafts = _drafts(actor)
    told = [_row(row, now.get(row.pk), planned.get(row.pk), drafts.get(row.pk)) for row in wanted]
    return tuple(sorted(told, key=lambda row: (sort_key(row.name), row.process_id)))


def _is_called(row: InternalProcess, words: str) -> bool:
    """Whether the code begins with the words, or each of them begins a word of the name."""
    version = row.procedure_version
    if looks_like_code(words):
        return code_key(version.procedure.code).startswith(code_key(words))
    name = words_of(version.name)
    return all(any(known.startswith(word) for known in name) for word in words_of(words))


Draft = tuple[datetime, str, str]


def _drafts(actor: Actor) -> dict[int, Draft]:
    if not may(actor, Permission.PROCESS_CHANGE):
        return {}
    found = ProcessDraft.objects.values_list("process", "saved_at", "saved_by", "source")
    return {pk: (at, by, source) for pk, at, by, source in found[:PROCESSES_MAX]}


def _row(
    row: InternalProcess, now: tuple[int, date] | None, planned: date | None, draft: Draft | None
) -> ProcessRow:
    version = row.procedure_version
    return ProcessRow(
        process_id=row.pk,
        procedure_id=version.procedure_id,
        code=version.procedure.code,
        name=version.name,
        agency_id=row.agency_id,
        variant_name=row.variant.name if row.variant else "",
        version_number=now[0] if now else None,
        valid_from=now[1] if now else None,
        planned=planned,
        draft_saved_at=draft[0] if draft else None,
        draft_saved_by=draft[1] if draft else "",
        draft_source=draft[2] if draft else "",
    )
