"""Agencies as their pages show them: the tree of a day, and one agency through time."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.agencies.history import AgencyHistory
from motcua.agencies.rows import PositionRow, SuccessorRow, TreeRow, UnitRow
from motcua.agencies.wording import DESK_KINDS, SCHEMES, SUCCESSIONS

DEPTH_SHOWN_MAX = 6


def tree_rows(rows: tuple[TreeRow, ...], own_id: int | None, query: str) -> list[dict[str, Any]]:
    """The tree in reading order; `depth` indents, at most DEPTH_SHOWN_MAX steps."""
    return [
        {
            "url": reverse("workspace:agency", args=[row.agency.slug]) + query,
            "name": row.agency.name,
            "code": row.agency.code or "",
            "address": row.agency.address,
            "depth": min(row.depth, DEPTH_SHOWN_MAX),
            "level_number": row.depth + 1,
            "is_own": row.agency.id == own_id,
        }
        for row in rows
    ]


def version_rows(history: AgencyHistory) -> list[dict[str, Any]]:
    return [
        {
            "name": row.name,
            "level": row.level_name,
            "parent": row.parent_name or row.superior_name,
            "parent_url": _agency_url(row.parent_slug, row.valid_from) if row.parent_slug else "",
            "address": ", ".join(part for part in (row.address, row.phone) if part),
            "valid_from": row.valid_from,
            "valid_until": row.valid_until,
        }
        for row in history.versions
    ]


def code_rows(history: AgencyHistory) -> list[dict[str, Any]]:
    return [
        {
            "code": row.code,
            "scheme": str(SCHEMES[row.scheme]),
            "source": row.source,
            "valid_from": row.valid_from,
            "valid_until": row.valid_until,
        }
        for row in history.codes
    ]


def desk_rows(history: AgencyHistory) -> list[dict[str, Any]]:
    return [
        {
            "name": name.name,
            "kind": str(DESK_KINDS[name.kind]),
            "valid_from": name.valid_from,
            "valid_until": name.valid_until,
        }
        for desk in history.desks
        for name in desk.names
    ]


def unit_rows(
    units: tuple[UnitRow, ...], positions: tuple[PositionRow, ...], sectors: dict[str, str]
) -> list[dict[str, Any]]:
    """Units with the sectors they handle and their positions; those of no unit come last.

    A sector that has no procedure in the catalogue has no name to show.
    """
    titles: dict[int | None, list[str]] = {}
    for position in positions:
        titles.setdefault(position.unit_id, []).append(position.title)
    rows = [
        {
            "name": unit.name,
            "sectors": [sectors[code] for code in unit.sector_codes if code in sectors],
            "positions": titles.get(unit.id, []),
        }
        for unit in units
    ]
    outside = {
        "name": _("Lãnh đạo, vị trí chung"),
        "sectors": [],
        "positions": titles.get(None, []),
    }
    return rows + ([outside] if outside["positions"] else [])


def succession_rows(rows: tuple[SuccessorRow, ...], *, came_before: bool) -> list[dict[str, Any]]:
    """Agencies that came before or after, each with the day, the kind and the ground."""
    return [
        {
            "name": row.name,
            "url": _agency_url(row.slug, _day_of(row, came_before=came_before)),
            "kind": str(SUCCESSIONS[row.kind]),
            "day": row.effective_date,
            "basis": row.basis,
            "is_default": row.is_default and not came_before,
        }
        for row in rows
    ]


def _day_of(row: SuccessorRow, *, came_before: bool) -> date:
    """A day on which the other agency is in force."""
    return date.fromordinal(row.effective_date.toordinal() - came_before)


def _agency_url(slug: str, day: date) -> str:
    return f"{reverse('workspace:agency', args=[slug])}?on={day.isoformat()}"
