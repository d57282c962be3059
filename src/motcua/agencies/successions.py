"""Whose work goes on at whose: what the other apps follow when an agency or a unit has ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from motcua.agencies.models import (
    Agency,
    AgencySuccession,
    AgencyVersion,
    Position,
    Unit,
    UnitSuccession,
)
from motcua.agencies.rows import UnitLabel


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitPlace:
    """A unit that takes over, and the agency that it belongs to."""

    unit_id: int
    agency_id: int
    name: str


def heirs_on(day: date) -> dict[int, int]:
    """Each agency that has ended by that day, with the one that takes over by default. One query.

    The earliest succession counts: what ended once does not end again.
    """
    found = AgencySuccession.objects.filter(is_default=True, effective_date__lte=day)
    return dict(
        found.order_by("-effective_date", "-id").values_list("predecessor_id", "successor_id")
    )


def unit_heirs_on(day: date) -> dict[int, UnitPlace]:
    """Each unit whose work another has taken over by that day, with that other. One query."""
    found = UnitSuccession.objects.filter(effective_date__lte=day)
    fields = "predecessor_id", "successor_id", "successor__agency_id", "successor__name"
    return {
        old: UnitPlace(unit_id=unit_id, agency_id=agency_id, name=name)
        for old, unit_id, agency_id, name in found.values_list(*fields)
    }


def unit_places(unit_ids: frozenset[int]) -> dict[int, UnitPlace]:
    """These units and where they belong. One query."""
    found = Unit.objects.filter(pk__in=unit_ids).values_list("id", "agency_id", "name")
    return {
        pk: UnitPlace(unit_id=pk, agency_id=agency_id, name=name) for pk, agency_id, name in found
    }


def unit_labels(unit_ids: frozenset[int]) -> dict[int, UnitLabel]:
    """These units, of all times, with the agency of each by its last name. One query."""
    named = AgencyVersion.objects.filter(agency=OuterRef("agency")).order_by("-valid_from")
    found = Unit.objects.filter(pk__in=unit_ids).annotate(
        agency_name=Subquery(named.values("short_name")[:1])
    )
    fields = "id", "slug", "name", "agency_id", "agency__slug", "agency_name"
    return {
        pk: UnitLabel(
            id=pk,
            slug=slug,
            name=name,
            agency_id=agency_id,
            agency_slug=agency,
            agency_short_name=short or agency,
        )
        for pk, slug, name, agency_id, agency, short in found.values_list(*fields)
    }


def unit_called(agency_id: int, slug: str) -> int | None:
    """The unit of the agency with this slug, of whatever time. One query."""
    found = Unit.objects.filter(agency=agency_id, slug=slug)
    return found.values_list("id", flat=True).first()


def agency_of_slug(slug: str) -> int | None:
    """The agency with this name in addresses, of whatever time. One query."""
    return Agency.objects.filter(slug=slug).values_list("id", flat=True).first()


def slugs_of(agency_ids: frozenset[int]) -> Mapping[int, str]:
    """Their names in addresses. One query."""
    return dict(Agency.objects.filter(pk__in=agency_ids).values_list("id", "slug"))


def positions_since(position_ids: frozenset[int]) -> dict[int, tuple[int, int | None]]:
    """The agency and the unit of each position. One query."""
    found = Position.objects.filter(pk__in=position_ids).values_list("id", "agency_id", "unit_id")
    return {pk: (agency_id, unit_id) for pk, agency_id, unit_id in found}


def names_on(asked: frozenset[tuple[int, date]]) -> dict[tuple[int, date], str]:
    """What each of these agencies is called on its day, as `name_of` says. One query; none for none."""
    versions: dict[int, list[tuple[date, str]]] = defaultdict(list)
    found = AgencyVersion.objects.filter(agency__in={agency_id for agency_id, _day in asked})
    for agency_id, since, name in found.order_by("valid_from").values_list(
        "agency_id", "valid_from", "name"
    ):
        versions[agency_id].append((since, name))
    return {(agency_id, day): _at(versions[agency_id], day) for agency_id, day in asked}


def _at(names: list[tuple[date, str]], day: date) -> str:
    """The last that had begun by that day, else the first."""
    begun = [name for since, name in names if since <= day]
    return begun[-1] if begun else next((name for _since, name in names), "")


def name_of(agency_id: int, day: date) -> str:
    """What the agency is called on that day; before it began and after it ended, as it was nearest."""
    return _named(agency_id, day, "name")


def short_name_of(agency_id: int, day: date) -> str:
    """The same in short, for lists."""
    return _named(agency_id, day, "short_name")


def _named(agency_id: int, day: date, column: str) -> str:
    versions = AgencyVersion.objects.filter(agency=agency_id)
    begun = versions.filter(valid_from__lte=day).order_by("-valid_from")
    found = begun.values_list(column, flat=True).first()
    return found or versions.order_by("valid_from").values_list(column, flat=True).first() or ""
