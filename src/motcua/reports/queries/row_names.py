"""What a row of a report is called, from its key: for the list of the dossiers behind it."""

from __future__ import annotations

from datetime import date

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import agency_called
from motcua.agencies.successions import unit_labels
from motcua.dossiers.queries.figures import Behind
from motcua.procedures.queries.labels import procedure_labels
from motcua.reports.vocabulary import RowKind
from motcua.reports.wording import LABELS


def row_name(which: Behind, row_key: str, day: date) -> str:
    """As on that day; "" for the total. `which` is what the key stands for. At most two queries."""
    kind, _slash, key = row_key.partition("/")
    if kind == "agency":
        agency = agency_called(key, day)
        return agency.name if agency else ""
    if kind in ("procedure", "sector"):
        return _of_catalogue(kind, which, day)
    if kind in ("unit", "officer"):
        return _of_people(which)
    return ""


def _of_catalogue(kind: str, which: Behind, day: date) -> str:
    labels = procedure_labels(which.procedure_ids or (), day).values()
    label = next(iter(labels), None)
    if label is None:
        return ""
    return label.sector_name if kind == "sector" else f"{label.code} {label.name}"


def _of_people(which: Behind) -> str:
    unit_id = which.unit_id or 0
    unit = unit_labels(frozenset({unit_id} - {0})).get(unit_id)
    unit_name = unit.name if unit else str(LABELS[RowKind.UNIT])
    if which.handler_id is None:
        return unit_name
    names = names_of(frozenset({which.handler_id} - {0}))
    return f"{names.get(which.handler_id, str(LABELS[RowKind.OFFICER]))} · {unit_name}"
