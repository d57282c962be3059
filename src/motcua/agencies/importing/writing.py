"""A checked document brought into the tables, table by table, and what that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from motcua.agencies.importing import tables
from motcua.agencies.importing.document import AgencyEntry, Document, Span
from motcua.agencies.importing.planning import Difference, Key, Line, Plan
from motcua.agencies.importing.tables import Table, bring_in_line
from motcua.agencies.models import (
    AdministrativeLevel,
    Agency,
    AgencySuccession,
    AgencyVersion,
    OneStopDesk,
    Unit,
)
from motcua.agencies.rules.tree import Link, check_no_cycle
from motcua.kernel.event import plain


@dataclass(slots=True)
class Written:
    """What the import did: new agencies and levels, changes by agency, new successions."""

    new_agencies: list[str] = field(default_factory=list)
    changed_levels: list[str] = field(default_factory=list)
    changes: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    successions: list[AgencySuccession] = field(default_factory=list)
    unchanged: int = 0
    ids: dict[str, int] = field(default_factory=dict)


def write_document(document: Document) -> Written:
    """Bring every table in line with the document. Refusals: PeriodsClash, CycleInTree.

    Call it inside a transaction, with the document checked.
    """
    written = Written()
    levels = [
        _line((level.code,), level.span, name=level.name, rank=level.rank)
        for level in document.levels
    ]
    plan = bring_in_line(tables.LEVELS, levels)
    written.changed_levels = [str(line.key[0]) for line in _touched(plan)]
    _write_identities(document, written)
    _write_versions(document, written)
    _write_codes(document, written)
    _write_desks(document, written)
    _write_units(document, written)
    _write_successions(document, written)
    check_no_cycle(_links())
    return written


def _line(key: Key, span: Span, **values: object) -> Line:
    return Line(key=key, valid_from=span.valid_from, valid_until=span.valid_until, values=values)


def _touched(plan: Plan) -> Iterator[Line]:
    yield from plan.inserts
    yield from (update.line for update in plan.updates)


def _write_identities(document: Document, written: Written) -> None:
    plan = bring_in_line(
        tables.AGENCIES, [_line((entry.slug,), entry.span) for entry in document.agencies]
    )
    written.new_agencies = [str(line.key[0]) for line in plan.inserts]
    written.ids = dict(Agency.objects.values_list("slug", "id"))
    _note(written, tables.AGENCIES, plan, {(slug,): slug for slug in written.ids})


def _write_versions(document: Document, written: Written) -> None:
    levels = dict(AdministrativeLevel.objects.values_list("code", "id"))
    lines = [
        _line(
            (written.ids[entry.slug],),
            version.span,
            name=version.name,
            short_name=version.short_name,
            superior_name=version.superior_name,
            parent_id=written.ids[version.parent] if version.parent else None,
            level_id=levels[version.level],
            place_name=version.place_name,
            address=version.address,
            phone=version.phone,
            directions=version.directions,
            feedback_to=version.feedback_to,
            feedback_address=version.feedback_address,
            feedback_phone=version.feedback_phone,
            feedback_email=version.feedback_email,
        )
        for entry in document.agencies
        for version in entry.versions
    ]
    _sync(written, tables.VERSIONS, lines, _by_id(written))


def _write_codes(document: Document, written: Written) -> None:
    lines = [
        _line(
            (written.ids[entry.slug], str(code.scheme)),
            code.span,
            code=code.code,
            source=code.source,
        )
        for entry in document.agencies
        for code in entry.codes
    ]
    _sync(written, tables.CODES, lines, _by_id(written))


def _write_desks(document: Document, written: Written) -> None:
    placed = [(entry, desk) for entry in document.agencies for desk in entry.desks]
    lines = [
        _line((desk.slug,), desk.span, agency_id=written.ids[entry.slug]) for entry, desk in placed
    ]
    owners: dict[Key, str] = {(desk.slug,): entry.slug for entry, desk in placed}
    _sync(written, tables.DESKS, lines, owners)
    ids = dict(OneStopDesk.objects.values_list("slug", "id"))
    by_desk: dict[Key, str] = {(ids[desk.slug],): entry.slug for entry, desk in placed}
    names = [
        _line((ids[desk.slug],), name.span, name=name.name, kind=str(name.kind))
        for _entry, desk in placed
        for name in desk.names
    ]
    counters = [
        _line((ids[desk.slug], counter.number), counter.span, name=counter.name)
        for _entry, desk in placed
        for counter in desk.counters
    ]
    _sync(written, tables.DESK_NAMES, names, by_desk)
    _sync(written, tables.COUNTERS, counters, by_desk)


def _write_units(document: Document, written: Written) -> None:
    owners = _by_id(written)
    units = [
        _line((written.ids[entry.slug], unit.slug), unit.span, name=unit.name)
        for entry in document.agencies
        for unit in entry.units
    ]
    _sync(written, tables.UNITS, units, owners)
    ids = {
        (agency_id, slug): pk
        for pk, agency_id, slug in Unit.objects.values_list("id", "agency_id", "slug")
    }
    by_unit: dict[Key, str] = {(pk,): owners[owner,] for (owner, _), pk in ids.items()}
    _sync(written, tables.SECTORS, _sector_lines(document, written, ids), by_unit)
    _sync(written, tables.POSITIONS, _position_lines(document, written, ids), owners)


def _sector_lines(
    document: Document, written: Written, units: dict[tuple[int, str], int]
) -> list[Line]:
    return [
        _line((units[written.ids[entry.slug], unit.slug], sector), unit.span)
        for entry in document.agencies
        for unit in entry.units
        for sector in unit.sectors
    ]


def _position_lines(
    document: Document, written: Written, units: dict[tuple[int, str], int]
) -> list[Line]:
    def line(entry: AgencyEntry, slug: str, unit: str | None, span: Span, title: str) -> Line:
        agency_id = written.ids[entry.slug]
        unit_id = units[agency_id, unit] if unit else None
        return _line((agency_id, slug), span, title=title, unit_id=unit_id)

    return [
        line(entry, position.slug, position.unit, position.span, position.title)
        for entry in document.agencies
        for position in entry.positions
    ]


def _write_successions(document: Document, written: Written) -> None:
    """New successions are added; one that is there already is left as it is."""
    kept = set(
        AgencySuccession.objects.values_list("predecessor_id", "successor_id", "effective_date")
    )
    rows = [
        AgencySuccession(
            predecessor_id=written.ids[entry.predecessor],
            successor_id=written.ids[entry.successor],
            kind=entry.kind,
            is_default=entry.is_default,
            effective_date=entry.effective_date,
            basis=entry.basis,
        )
        for entry in document.successions
    ]
    new = [
        row
        for row in rows
        if (row.predecessor_id, row.successor_id, row.effective_date) not in kept
    ]
    written.unchanged += len(rows) - len(new)
    written.successions = AgencySuccession.objects.bulk_create(new, batch_size=500)


def _links() -> list[Link]:
    rows = AgencyVersion.objects.exclude(parent=None)
    fields = rows.values_list("agency_id", "parent_id", "valid_from", "valid_until")
    return [Link(child, parent, start, until) for child, parent, start, until in fields if parent]


def _by_id(written: Written) -> dict[Key, str]:
    return {(pk,): slug for slug, pk in written.ids.items()}


def _sync(written: Written, table: Table, lines: Sequence[Line], owners: dict[Key, str]) -> None:
    _note(written, table, bring_in_line(table, lines), owners)


def _note(written: Written, table: Table, plan: Plan, owners: dict[Key, str]) -> None:
    """Keep what changed under the slug of the agency; a new agency is told as a whole."""
    written.unchanged += plan.unchanged
    for line in plan.inserts:
        slug = owners[line.key[:1]]
        if slug not in written.new_agencies:
            given = {name: plain(value) for name, value in line.values.items()}
            opened = plain(line.valid_from)
            _add(written, slug, table, {"key": plain(line.key), "from": opened, "new": given})
    for update in plan.updates:
        slug = owners[update.line.key[:1]]
        for difference in update.differences:
            _add(written, slug, table, {"key": plain(update.line.key), **_told(difference)})


def _add(written: Written, slug: str, table: Table, change: dict[str, Any]) -> None:
    written.changes[slug].append({"what": table.what, **change})


def _told(difference: Difference) -> dict[str, Any]:
    return {
        "name": difference.name,
        "before": plain(difference.before),
        "after": plain(difference.after),
    }
