"""Whoever has a task on a dossier may read it: another agency, or another unit of the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from motcua.dossiers.following.involving import involve, involve_new
from motcua.ledger.recording import Record
from motcua.workflow.placing import Standing

Spot = tuple[int, int | None]


def strangers(standing: Standing, tasks: Iterable[Mapping[str, Any]]) -> list[Spot]:
    """Where tasks are done by people who do not see the dossier yet, each once."""
    spots = ((row["agency_id"], row["unit_id"]) for row in tasks)
    return [spot for spot in dict.fromkeys(spots) if not _is_at_home(standing, spot)]


def _is_at_home(standing: Standing, spot: Spot) -> bool:
    agency_id, unit_id = spot
    if agency_id not in (standing.agency_id, standing.competent_agency_id):
        return False
    return unit_id is None or unit_id == standing.unit_id


def let_in(standing: Standing, tasks: Iterable[Mapping[str, Any]]) -> None:
    """Two queries for each stranger, none where there is none."""
    for agency_id, unit_id in strangers(standing, tasks):
        involve(standing.dossier_id, agency_id, unit_id, is_lasting=True)


def let_in_new(record: Record, standing: Standing, tasks: Iterable[Mapping[str, Any]]) -> None:
    """The same for a dossier that just comes in: no query."""
    for agency_id, unit_id in strangers(standing, tasks):
        involve_new(record, standing.dossier_id, agency_id, unit_id)
