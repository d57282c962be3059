"""The plain life, worked out once by the rules and printed many times over.

A specimen lives through the real rules with values that cannot be mistaken; wherever one of them
stands in its facts and rows, a slot is cut. What follows from the calendar, the fees and the people
is never cut from a specimen: it is given for each dossier. A test holds every print equal to the
life that the rules make of the same values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from motcua.database.filling import Sheet, copied
from motcua.dossiers.loading.lives import Life
from motcua.dossiers.loading.sheets import (
    DOSSIERS,
    HAND_OVERS,
    PAPERS,
    RESULTS,
    STAYS,
    dossier_row,
    rows_below,
)
from motcua.dossiers.loading.specimen import (
    IDS,
    RECEIVED_AT,
    REGISTERED_AT,
    TEXTS,
    Path,
    days_of,
    instants_of,
    specimen,
)
from motcua.dossiers.preparation import Ground
from motcua.dossiers.vocabulary import Act, ReceptionInput
from motcua.kernel.event import instant_text
from motcua.ledger.rules.chain import canonical

Values = Mapping[str, Any]
COLUMNS = {
    "owner_name": "owner",
    "search_key": "search_key",
    "register_year": "register_year",
    "fee_total_vnd": "fee_total",
    "clock": "clock",
    "timeliness": "timeliness",
    "ended_as": "timeliness",
}
"""Values of rows that are slots wherever they stand."""
PRINTED = frozenset({DOSSIERS, PAPERS, RESULTS, HAND_OVERS, STAYS})


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a row for one value of each dossier."""

    name: str


@dataclass(frozen=True, slots=True)
class Plate:
    """What is printed: a text for each fact, in order, and the rows with their slots."""

    facts: tuple[tuple[str, int, str], ...]
    rows: tuple[tuple[Sheet, tuple[Any, ...]], ...]
    lines: tuple[tuple[Sheet, str], ...]

    def print_rows(self, values: Values) -> Iterator[tuple[Sheet, tuple[Any, ...]]]:
        """Rows of these values."""
        for sheet, row in self.rows:
            yield (
                sheet,
                tuple([values[one.name] if type(one) is Slot else one for one in row]),
            )

    def print_lines(self, values: Values) -> Iterator[tuple[Sheet, str]]:
        """The same as lines of COPY."""
        ready = {name: copied(value) for name, value in values.items()}
        for sheet, line in self.lines:
            yield sheet, line % ready


def plate_of(
    ground: Ground, given: ReceptionInput, path: Path | None, *, is_registered: bool
) -> Plate:
    """Cut the plate of lives like this one. `path` None: it is registered and no more."""
    life = specimen(ground, given, path, is_registered=is_registered)
    cuts = _cuts(life)
    facts = tuple((told.code, told.version, _cut(told.payload, cuts)) for told in life.told)
    if path is None:
        return Plate(facts, (), ())
    rows = [(DOSSIERS, dossier_row(life)), *rows_below(life)]
    known: dict[Any, str] = {
        **days_of(life),
        **instants_of(life),
        **{text: name for name, text in TEXTS.items()},
        **{number: name for name, number in IDS.items()},
    }
    cut = tuple((sheet, _slotted(sheet, row, known)) for sheet, row in rows if sheet in PRINTED)
    return Plate(facts, cut, tuple((sheet, _line(row)) for sheet, row in cut))


def _line(row: tuple[Any, ...]) -> str:
    """A row with its slots as a line of COPY."""
    return "\t".join(
        f"%({one.name})s" if isinstance(one, Slot) else _percents(copied(one)) for one in row
    )


def sort_of(act: Act, said: Any) -> Any:
    """What of the input of an act is no slot: lives that differ in nothing else share a plate."""
    if act is Act.ISSUE_RESULT:
        return said.document_date, said.subject, said.digests
    if act is Act.RETURN_RESULT:
        return said.method, said.authority, said.tracking_number, said.note
    return said


Cuts = list[tuple[str, str]]


def _cuts(life: Life) -> Cuts:
    """What in the facts of a specimen is a slot, longer texts before those they contain."""
    cuts = [
        (f'"parties":{canonical(life.state["parties"])}', '"parties":%(parties)s'),
        ('"fees":[]', '"fees":%(fees)s'),
        ('"fee_total_vnd":0', '"fee_total_vnd":%(fee_total)s'),
        (f'"register_year":{RECEIVED_AT.year}', '"register_year":%(register_year)s'),
        ('"timeliness":"EARLY"', '"timeliness":"%(timeliness)s"'),
    ]
    for told in life.told:
        cuts += _cuts_of_date(orjson.loads(told.payload))
    cuts += [(text, f"%({name})s") for text, name in instants_of(life).items()]
    cuts += [(f'"{text}"', f'"%({name})s"') for text, name in days_of(life).items()]
    cuts += [(text, f"%({name})s") for name, text in TEXTS.items()]
    cuts += [(str(number), f"%({name})s") for name, number in IDS.items()]
    return [(_percents(text), slot) for text, slot in cuts]


def _cuts_of_date(payload: dict[str, Any]) -> Cuts:
    """The clock of a fact, and how the date follows from it."""
    cuts = []
    if "clock" in payload:
        clock = payload["clock"]
        is_early = clock["received_at"] == instant_text(REGISTERED_AT)
        name = "clock_before" if is_early else "clock"
        cuts.append((f'"clock":{canonical(clock)}', f'"clock":%({name})s'))
    if payload.get("trace"):
        cuts.append((f'"trace":{canonical(payload["trace"])}', '"trace":%(trace)s'))
    return cuts


def _percents(text: str) -> str:
    return text.replace("%", "%%")


def _cut(payload: str, cuts: Cuts) -> str:
    text = _percents(payload)
    for found, slot in cuts:
        text = text.replace(found, slot)
    return text


def _slotted(sheet: Sheet, row: tuple[Any, ...], known: Mapping[Any, str]) -> tuple[Any, ...]:
    """The row with a slot for each value that is a dossier's own."""
    pairs = zip(sheet.names, row, strict=True)
    return tuple(_slot_or(name, value, known) for name, value in pairs)


def _slot_or(column: str, value: Any, known: Mapping[Any, str]) -> Any:
    if column in COLUMNS and value not in ("", None):
        return Slot(COLUMNS[column])
    if isinstance(value, bool) or value is None:
        return value
    name = known.get(value)
    return value if name is None else Slot(name)
