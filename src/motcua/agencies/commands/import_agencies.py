"""Take agencies over from a document: our own shape, or the public one of five sample places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.agencies.events import AgencyCorrected, AgencyRegistered, AgencySucceeded, LevelSet
from motcua.agencies.importing.checking import Known, check_document
from motcua.agencies.importing.document import AgencyEntry, Document
from motcua.agencies.importing.public_places import from_public_places, is_public_places
from motcua.agencies.importing.reading import read_document
from motcua.agencies.importing.writing import Written, write_document
from motcua.agencies.models import AdministrativeLevel, Agency
from motcua.agencies.policies import may_change_all
from motcua.kernel.actor import Actor
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, recording


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportReport:
    """What an import did. `new`: slugs; `changed`: by slug, what was and what is (new names, new
    periods, other codes …); `successions`: predecessor and successor; `unchanged`: rows alike."""

    new: tuple[str, ...]
    changed: dict[str, tuple[dict[str, Any], ...]]
    successions: tuple[tuple[str, str], ...]
    unchanged: int


def import_agencies(*, actor: Actor, at: datetime, document: object) -> ImportReport:
    """Bring the agencies in line with the document; all of it or nothing. Nothing is deleted.

    Importing twice changes nothing the second time. Refusals: NotPermitted, DocumentMalformed,
    DocumentDoesNotFit, PeriodsClash, CycleInTree.
    """
    may_change_all(actor).demand()
    shaped = from_public_places(document) if is_public_places(document) else document
    read = read_document(shaped)
    with recording(actor, at) as record:
        check_document(read, _known())
        written = write_document(read)
        _record(record, read, written)
    slugs = {pk: slug for slug, pk in written.ids.items()}
    return ImportReport(
        new=tuple(written.new_agencies),
        changed={slug: tuple(changes) for slug, changes in sorted(written.changes.items())},
        successions=tuple(
            (slugs[row.predecessor_id], slugs[row.successor_id]) for row in written.successions
        ),
        unchanged=written.unchanged,
    )


def _known() -> Known:
    return Known(
        agencies=frozenset(Agency.objects.values_list("slug", flat=True)),
        levels=frozenset(AdministrativeLevel.objects.values_list("code", flat=True)),
    )


def _record(record: Record, document: Document, written: Written) -> None:
    seqs: dict[int, int] = {}

    def about(slug: str) -> Subject:
        agency_id = written.ids[slug]
        seqs[agency_id] = seqs.get(agency_id, next_seq("agency", agency_id) - 1) + 1
        return Subject("agency", agency_id, seqs[agency_id])

    _record_levels(record, written)
    new = set(written.new_agencies)
    for entry in document.agencies:
        if entry.slug in new:
            record.append(_registered(entry), about=about(entry.slug))
    for slug, changes in sorted(written.changes.items()):
        record.append(AgencyCorrected(slug=slug, changes=tuple(changes)), about=about(slug))
    slugs = {pk: slug for slug, pk in written.ids.items()}
    for row in written.successions:
        event = AgencySucceeded(
            successor=slugs[row.successor_id],
            kind=row.kind,
            is_default=row.is_default,
            effective_date=row.effective_date,
            basis=row.basis,
        )
        record.append(event, about=about(slugs[row.predecessor_id]))


def _record_levels(record: Record, written: Written) -> None:
    for level in AdministrativeLevel.objects.filter(code__in=written.changed_levels).order_by("id"):
        event = LevelSet(
            level=level.code,
            name=level.name,
            valid_from=level.valid_from,
            valid_until=level.valid_until,
        )
        record.append(event, about=Subject("level", level.pk, next_seq("level", level.pk)))


def _registered(entry: AgencyEntry) -> AgencyRegistered:
    first = entry.versions[0]
    return AgencyRegistered(
        slug=entry.slug,
        name=first.name,
        level=first.level,
        parent=first.parent,
        valid_from=entry.span.valid_from,
        valid_until=entry.span.valid_until,
    )
