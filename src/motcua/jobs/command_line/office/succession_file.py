"""The file that `./motcua succeed` reads, as an order.

`{"kind": "MERGE", "from": "2025-07-01", "basis": "…", "predecessors": ["xa-a", "xa-b"],
"successors": [{"name": "…", "short_name": "…", "code": "H26.700", "desk_name": "…"}],
"units": {"phong-kinh-te": 1}}`. A successor in force is `{"existing": "xa-c"}`; `units` says which
successor (from 0) takes a unit of a single predecessor.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from motcua.agencies.importing.document import DocumentMalformed
from motcua.agencies.naming import free_agency_slug
from motcua.agencies.queries import agency_called, units_of
from motcua.agencies.rules.succession import NewAgency, SuccessionPlan
from motcua.agencies.vocabulary import CodeScheme, DeskKind, SuccessionKind
from motcua.dossiers.rehearsal import SuccessionOrder
from motcua.kernel.verdict import NotFound

TEXTS = ("name", "short_name", "place_name", "address", "phone", "code", "desk_name")


def order_from(document: Any, today: date) -> SuccessionOrder:
    """Refusals: DocumentMalformed, NotFound."""
    if not isinstance(document, dict):
        raise DocumentMalformed(place="$", problem="not-an-object")
    from_day = _day(document)
    predecessors = tuple(_agency(slug, today) for slug in _list(document, "predecessors"))
    return SuccessionOrder(
        plan=SuccessionPlan(
            kind=_one_of(SuccessionKind, document.get("kind"), "$.kind"),
            predecessor_ids=predecessors,
            successors=tuple(_successor(one, today) for one in _list(document, "successors")),
            from_day=from_day,
            basis=_text(document, "basis", "$"),
            unit_takers=_takers(document.get("units", {}), predecessors, today),
        )
    )


def _list(document: dict[str, Any], name: str) -> list[Any]:
    found = document.get(name)
    if not isinstance(found, list) or not found:
        raise DocumentMalformed(place=f"$.{name}", problem="not-a-list")
    return found


def _text(document: dict[str, Any], name: str, place: str) -> str:
    found = document.get(name, "")
    if not isinstance(found, str):
        raise DocumentMalformed(place=f"{place}.{name}", problem="not-text")
    return found.strip()


def _day(document: dict[str, Any]) -> date:
    try:
        return date.fromisoformat(_text(document, "from", "$"))
    except ValueError:
        raise DocumentMalformed(place="$.from", problem="not-a-day") from None


def _one_of(kinds: Any, value: Any, place: str) -> Any:
    try:
        return kinds(value)
    except ValueError:
        raise DocumentMalformed(place=place, problem="not-known") from None


def _agency(slug: Any, today: date) -> int:
    row = agency_called(str(slug), today)
    if row is None:
        raise NotFound(kind="agency", slug=str(slug))
    return row.id


def _successor(given: Any, today: date) -> NewAgency | int:
    if not isinstance(given, dict):
        raise DocumentMalformed(place="$.successors", problem="not-an-object")
    if "existing" in given:
        return _agency(given["existing"], today)
    texts = {name: _text(given, name, "$.successors") for name in TEXTS}
    if not texts["name"] or not texts["short_name"]:
        raise DocumentMalformed(place="$.successors.name", problem="missing")
    parent = given.get("parent")
    scheme, kind = given.get("scheme", "LOCAL"), given.get("desk_kind", "SERVICE_CENTER")
    return NewAgency(
        slug=_text(given, "slug", "$.successors") or free_agency_slug(texts["name"]),
        parent_id=_agency(parent, today) if parent else None,
        scheme=_one_of(CodeScheme, scheme, "$.successors.scheme"),
        desk_kind=_one_of(DeskKind, kind, "$.successors.desk_kind"),
        **texts,
    )


def _takers(given: Any, predecessors: tuple[int, ...], today: date) -> dict[int, int]:
    if not isinstance(given, dict) or not all(isinstance(n, int) for n in given.values()):
        raise DocumentMalformed(place="$.units", problem="not-an-object")
    units = {unit.slug: unit.id for one in predecessors for unit in units_of(one, today)}
    unknown = sorted(given.keys() - units.keys())
    if unknown:
        raise DocumentMalformed(place=f"$.units.{unknown[0]}", problem="not-known")
    return {units[slug]: place for slug, place in given.items()}
