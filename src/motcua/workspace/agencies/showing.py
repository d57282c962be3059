"""Agencies as their pages show them: the tree of a day, and one agency through time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Protocol

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.agencies.desk_members import members_of
from motcua.agencies.history import AgencyHistory
from motcua.agencies.parts_history import PartsHistory, PositionPeriod
from motcua.agencies.rows import SuccessorRow, TreeRow
from motcua.agencies.wording import (
    DESK_KINDS,
    FACTS,
    SCHEMES,
    SUCCESSIONS,
    VERTICAL_SECTORS,
)
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import FactRow
from motcua.workspace.agencies.acts import CHANGES

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
            "address": _joined(row.address, row.phone),
            "feedback": _joined(
                row.feedback.to, row.feedback.address, row.feedback.phone, row.feedback.email
            ),
            "valid_from": row.valid_from,
            "valid_until": row.valid_until,
        }
        for row in history.versions
    ]


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


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


def desk_rows(history: AgencyHistory, parts: PartsHistory, day: date) -> list[dict[str, Any]]:
    """Each desk with its names, its counters and the agencies that share it through time; what is over stands last."""
    return [
        {
            "id": desk.id,
            "names": [
                {
                    "name": name.name,
                    "kind": str(DESK_KINDS[name.kind]),
                    "valid_from": name.valid_from,
                    "valid_until": name.valid_until,
                }
                for name in desk.names
            ],
            "is_open": not is_over(desk, day),
            "counters": [
                _span(row, day) | {"number": row.number, "name": row.name}
                for row in sorted(parts.counters, key=lambda row: is_over(row, day))
                if row.desk_id == desk.id
            ],
            "members": [
                _span(row, day)
                | {"name": row.name, "sector": str(VERTICAL_SECTORS[str(row.sector)])}
                for row in sorted(members_of(history.id), key=lambda row: is_over(row, day))
                if row.desk_id == desk.id
            ],
        }
        for desk in sorted(history.desks, key=lambda desk: is_over(desk, day))
    ]


def unit_rows(parts: PartsHistory, sectors: Mapping[str, str], day: date) -> list[dict[str, Any]]:
    """Units with their sectors and positions through time; those of no unit come last.

    A sector that nobody has named has its code for a name.
    """
    rows = [
        _span(unit, day)
        | {
            "name": unit.name,
            "successor": unit.successor,
            "sectors": [
                _span(one, day) | {"name": sectors.get(one.code, one.code)}
                for one in sorted(unit.sectors, key=lambda one: is_over(one, day))
            ],
            "positions": _positions(unit.positions, day),
        }
        for unit in sorted(parts.units, key=lambda unit: is_over(unit, day))
    ]
    outside = {
        "id": 0,
        "name": _("Lãnh đạo, vị trí chung"),
        "successor": "",
        "sectors": [],
        "positions": _positions(parts.positions, day),
        "is_open": False,
        "state": "",
    }
    return rows + ([outside] if outside["positions"] else [])


def _positions(rows: tuple[PositionPeriod, ...], day: date) -> list[dict[str, Any]]:
    ordered = sorted(rows, key=lambda row: is_over(row, day))
    return [_span(row, day) | {"name": row.title} for row in ordered]


class HasPeriod(Protocol):
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...


def is_over(row: HasPeriod, day: date) -> bool:
    return row.valid_until is not None and row.valid_until <= day


def _span(row: HasPeriod, day: date) -> dict[str, Any]:
    """Its id, whether it goes on, and a word where its period is not simply "now"."""
    state = ""
    if is_over(row, day):
        state = _("đã kết thúc từ %(day)s") % {"day": short_day(row.valid_until or day)}
    elif row.valid_from > day:
        state = _("từ %(day)s") % {"day": short_day(row.valid_from)}
    elif row.valid_until is not None:
        state = _("đến hết %(day)s") % {"day": short_day(row.valid_until - timedelta(days=1))}
    return {"id": getattr(row, "id", 0), "is_open": not is_over(row, day), "state": state}


def fact_rows(facts: tuple[FactRow, ...]) -> list[dict[str, Any]]:
    """What happened, newest first, as the component `timeline` draws it."""
    return [
        {
            "title": str(FACTS[fact.code]) % _shown(fact.payload),
            "moment": short_moment(fact.occurred_at),
            "iso": fact.occurred_at.isoformat(),
            "by": ", ".join(
                part for part in (fact.actor.get("name"), fact.actor.get("title")) if part
            ),
            "text": fact.payload.get("basis", ""),
            "icon": "landmark",
        }
        for fact in facts
    ]


def _shown(payload: dict[str, Any]) -> dict[str, Any]:
    """The values of a fact as people read them: days as dd/mm/yyyy."""
    return {
        name: short_day(date.fromisoformat(value))
        if name in {"from_date", "effective_date"}
        else value
        for name, value in payload.items()
    }


def worded(refusal: Refusal) -> str:
    """The sentence of a refusal with its days as people write them."""
    refusal.params = {
        name: short_day(value) if isinstance(value, date) else value
        for name, value in refusal.params.items()
    }
    return sentence(refusal)


def change_links(slug: str) -> list[dict[str, Any]]:
    """The changes of the agency itself; those of its parts are offered beside each part."""
    return [
        {
            "url": change_url(slug, what),
            "title": change.title,
            "text": change.lead,
            "icon": change.icon,
        }
        for what, change in CHANGES.items()
        if not change.part
    ]


def change_url(slug: str, what: str, of: int | None = None) -> str:
    part = "" if of is None else f"&of={of}"
    return f"{reverse('workspace:change-agency', args=[slug])}?what={what}{part}"


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
