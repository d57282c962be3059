"""The process of a procedure on a day."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from motcua.database.periods import in_force
from motcua.ledger.caching import kept_by_revision
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.versions import earlier_of_same_work
from motcua.processes.models import ProcessVersion
from motcua.processes.rules.checking_conditions import branches_by_variant
from motcua.processes.rules.definition import Process, process_of

PROCESSES_KEPT = 512
VERSIONS_MAX = 200
_READ: OrderedDict[str, Process] = OrderedDict()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessVersionRow:
    """A published version, ready to be worked by. `process` is read once for each definition and kept;
    `definition` is what it was read from: nobody changes it."""

    process_id: int
    version_id: int
    version_number: int
    procedure_version_id: int
    agency_id: int | None
    variant_id: int | None
    valid_from: date
    valid_until: date | None
    digest: str
    process: Process
    definition: dict[str, Any]


@kept_by_revision
def process_in_force(
    procedure_version_id: int, agency_id: int | None, variant_id: int | None, day: date
) -> ProcessVersionRow | None:
    """The process that a dossier received on that day is worked by: that of the agency and variant, else
    of the agency, else of the variant, else of all; where the version has none, that of the newest version
    before it that asks for the same work. None: the procedure has no process then. No query as long as the
    catalogue is as it was, else one (`process_of_all` and the like, `process_version_by_day`); where the
    version has no process of its own, one more, and what the procedure's versions say.
    """
    mine = Q(process__agency=None) | Q(process__agency=agency_id)
    holding = ProcessVersion.objects.filter(in_force(day), mine).select_related("process")
    own = holding.filter(process__procedure_version=procedure_version_id)
    closest = _closest(own, procedure_version_id, variant_id)
    if closest is None:
        closest = _handed_down(holding, procedure_version_id, variant_id)
    return shown(closest) if closest else None


def _closest(
    rows: Iterable[ProcessVersion], procedure_version_id: int, variant_id: int | None
) -> ProcessVersion | None:
    fitting = [
        row
        for row in rows
        if row.process.procedure_version_id == procedure_version_id
        and row.process.variant_id in (None, variant_id)
    ]
    return max(
        fitting,
        key=lambda row: (row.process.agency_id is not None, row.process.variant_id is not None),
        default=None,
    )


def _handed_down(
    holding: QuerySet[ProcessVersion], procedure_version_id: int, variant_id: int | None
) -> ProcessVersion | None:
    """Of an earlier version, whose variants stand in the same order. One that branches by the variant is left
    out: it knows those of its own version only."""
    detail = procedure_detail(procedure_version_id)
    rows = list(holding.filter(process__procedure_version__procedure=detail.procedure_id))
    if not rows:
        return None
    for earlier_id in earlier_of_same_work(procedure_version_id):
        earlier = procedure_detail(earlier_id)
        same = None if variant_id is None else earlier.variants[detail.variant_place(variant_id)].id
        found = _closest(rows, earlier_id, same)
        if found is not None and not branches_by_variant(_process(found)):
            return found
    return None


@kept_by_revision
def process_version(version_id: int) -> ProcessVersionRow | None:
    """A version by its id, whether it holds still or not: for dossiers that run by it."""
    found = ProcessVersion.objects.filter(pk=version_id).select_related("process").first()
    return shown(found) if found else None


def last_of_procedure(procedure_id: int, agency_id: int | None) -> ProcessVersionRow | None:
    """The newest version that anybody worked by under any version of the procedure, at this agency or for
    all: what to begin from when the procedure changes. One query."""
    mine = Q(process__agency=None) | Q(process__agency=agency_id)
    found = ProcessVersion.objects.filter(
        mine, process__procedure_version__procedure=procedure_id, process__variant=None
    ).exclude(valid_until=F("valid_from"))
    own_first = found.order_by(F("process__agency").desc(nulls_last=True), "-valid_from", "-id")
    row = own_first.select_related("process").first()
    return shown(row) if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """A version in the history. Withdrawn ones (`valid_until == valid_from`) never held."""

    version_id: int
    version_number: int
    title: str
    valid_from: date
    valid_until: date | None
    digest: str
    reason: str
    acknowledged: int
    published_at: datetime
    published_by: str

    @property
    def is_withdrawn(self) -> bool:
        return self.valid_until == self.valid_from

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


def version_on(versions: tuple[HistoryRow, ...], day: date) -> HistoryRow | None:
    """The one of them that holds on a day."""
    return next((row for row in versions if row.holds_on(day)), None)


def versions_of_process(process_id: int) -> tuple[HistoryRow, ...]:
    """The history of a process, newest first, VERSIONS_MAX at most. One query."""
    found = ProcessVersion.objects.filter(process=process_id).defer("definition")
    return tuple(
        HistoryRow(
            version_id=row.pk,
            version_number=row.version_number,
            title=row.title,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            digest=row.digest,
            reason=row.reason,
            acknowledged=len(row.acknowledged),
            published_at=row.published_at,
            published_by=row.published_by,
        )
        for row in found.order_by("-version_number")[:VERSIONS_MAX]
    )


def shown(row: ProcessVersion) -> ProcessVersionRow:
    return ProcessVersionRow(
        process_id=row.process_id,
        version_id=row.pk,
        version_number=row.version_number,
        procedure_version_id=row.process.procedure_version_id,
        agency_id=row.process.agency_id,
        variant_id=row.process.variant_id,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        digest=row.digest,
        process=_process(row),
        definition=row.definition,
    )


def _process(row: ProcessVersion) -> Process:
    """By its digest, in every database: a published definition never changes."""
    if row.digest not in _READ:
        _READ[row.digest] = process_of(row.definition)
        while len(_READ) > PROCESSES_KEPT:
            _READ.popitem(last=False)
    return _READ[row.digest]
