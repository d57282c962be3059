"""The rows of a life from the state its facts fold into: the reverse of `rows.states_of`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

from motcua.database.filling import Row, Sheet
from motcua.dossiers.models import (
    Dossier,
    DossierParty,
    FeeLine,
    HandOver,
    Result,
    Stay,
    SubmittedDocument,
    SupplementRequest,
)
from motcua.dossiers.projections import State
from motcua.dossiers.rows import (
    FEE_FIELDS,
    HAND_OVER_FIELDS,
    PAPER_FIELDS,
    PARTY_FIELDS,
    PLAIN_FIELDS,
    REQUEST_FIELDS,
    RESULT_FIELDS,
)
from motcua.dossiers.rules.stays import Stay as Counted
from motcua.dossiers.tallies.keeping import row_of
from motcua.ledger.rules.chain import canonical

BESIDE = ("owner_name", "search_key", "received_by_id")
NULL_WHEN_EMPTY = frozenset(
    {
        "required_document_id",
        "replaces_seq",
        "document_date",
        "issued_at",
        "answered_at",
        "partly_answered_at",
    }
)
ZERO_WHEN_EMPTY = frozenset({"originals", "copies", "amount_vnd"})
FALSE_WHEN_EMPTY = frozenset({"present_only", "before_reception"})

DOSSIERS = Sheet(Dossier, ("id", *PLAIN_FIELDS, *BESIDE, "received_on", "clock", "note"))
PARTIES = Sheet(DossierParty, ("dossier_id", *PARTY_FIELDS))
PAPERS = Sheet(SubmittedDocument, ("dossier_id", "position", *PAPER_FIELDS))
FEES = Sheet(FeeLine, ("dossier_id", "position", *FEE_FIELDS))
REQUESTS = Sheet(SupplementRequest, ("dossier_id", *REQUEST_FIELDS, "items"))
RESULTS = Sheet(Result, ("dossier_id", *RESULT_FIELDS, "digests"))
HAND_OVERS = Sheet(HandOver, ("dossier_id", *HAND_OVER_FIELDS))
STAY_FIELDS = (
    "seq",
    "agency_id",
    "unit_id",
    "procedure_id",
    "channel",
    "handler_id",
    "began_on",
    "began_as",
    "ended_on",
    "ended_as",
    "without_result",
    "overdue_on",
)
STAYS = Sheet(Stay, ("dossier_id", *STAY_FIELDS))


class Lived(Protocol):
    """What of a life its rows are made of."""

    @property
    def dossier_id(self) -> int: ...
    @property
    def received_on(self) -> str: ...

    state: State
    row: dict[str, Any]
    stays: list[Counted]


def dossier_row(life: Lived) -> Row:
    """The row of the dossier itself."""
    state, row = life.state, life.row
    return (
        life.dossier_id,
        *[state[name] for name in PLAIN_FIELDS],
        *[row[name] for name in BESIDE],
        life.received_on,
        canonical(state["clock"]),
        state["note"] or "",
    )


def rows_below(life: Lived) -> Iterator[tuple[Sheet, Row]]:
    """The rows of all that belongs to the dossier, each with its sheet, in their order."""
    state, own = life.state, life.dossier_id
    for row in party_rows(own, state["parties"]):
        yield PARTIES, row
    for place, values in enumerate(state["papers"]):
        yield PAPERS, (own, place, *_values(values, PAPER_FIELDS))
    for row in fee_rows(own, state["fees"]):
        yield FEES, row
    for values in state["requests"]:
        yield REQUESTS, (own, *_values(values, REQUEST_FIELDS), canonical(values["items"]))
    for values in state["results"]:
        digests = canonical(values.get("digests", []))
        yield RESULTS, (own, *_values(values, RESULT_FIELDS), digests)
    for values in state["hand_overs"]:
        yield HAND_OVERS, (own, *_values(values, HAND_OVER_FIELDS))
    for stay in life.stays:
        # What was overdue and no longer is has a table of its own, which no life loaded so far needs.
        assert not stay.past_overdue
        kept = row_of(own, stay)
        yield STAYS, (own, *[_text(kept[name]) for name in STAY_FIELDS])


def party_rows(dossier_id: int, parties: list[State]) -> Iterator[Row]:
    """The rows of its people."""
    return ((dossier_id, *_values(values, PARTY_FIELDS)) for values in parties)


def fee_rows(dossier_id: int, fees: list[State]) -> Iterator[Row]:
    """The rows of what is owed."""
    return ((dossier_id, place, *_values(values, FEE_FIELDS)) for place, values in enumerate(fees))


def _text(value: Any) -> Any:
    """Days as text, as the other rows have them."""
    return value.isoformat() if isinstance(value, date) else value


def _values(values: State, names: tuple[str, ...]) -> list[Any]:
    """What a fact leaves out is empty in a row."""
    return [values[name] if name in values else _empty(name) for name in names]


def _empty(name: str) -> Any:
    if name in NULL_WHEN_EMPTY:
        return None
    if name in ZERO_WHEN_EMPTY:
        return 0
    return False if name in FALSE_WHEN_EMPTY else ""


SHEETS = (DOSSIERS, PARTIES, PAPERS, FEES, REQUESTS, RESULTS, HAND_OVERS, STAYS)
