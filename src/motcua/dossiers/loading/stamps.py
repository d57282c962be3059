"""The plain life, worked out once by the rules and printed many times over.

A specimen lives through the real rules with values that cannot be mistaken; wherever one of them
stands in its facts and rows, a slot is cut. What follows from the calendar, the fees and the people
is never cut from a specimen: it is given for each dossier. A test holds every print equal to the
life that the rules make of the same values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import orjson

from motcua.database.filling import Sheet, copied
from motcua.dossiers.loading.lives import ComingIn, Life
from motcua.dossiers.loading.sheets import (
    DOSSIERS,
    HAND_OVERS,
    PAPERS,
    RESULTS,
    STAYS,
    dossier_row,
    rows_below,
)
from motcua.dossiers.preparation import Ground
from motcua.dossiers.vocabulary import Act, Party, PartyRole, ReceptionInput
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.clock import ZONE, local_day
from motcua.kernel.event import instant_text
from motcua.ledger.rules.chain import canonical
from motcua.procedures.rules.content import Limit
from motcua.worktime.vocabulary import Unit

Values = Mapping[str, Any]
Path = tuple[tuple[Act, Any], ...]
"""The acts of a plain life after it was received, each with its input."""

PLAIN_ACTS = frozenset({Act.START, Act.PROPOSE, Act.DECIDE, Act.ISSUE_RESULT, Act.RETURN_RESULT})
NUMBER = 9_100_000_000_000_000
"""Ids of a specimen are above this."""


def _number(place: int) -> int:
    return NUMBER + place


def _instant(day: int, minute: int) -> datetime:
    """Every moment of a specimen lies on a day of its own: 7 March 2022 was a Monday."""
    return datetime(2022, 3, day, 9, minute, 17, tzinfo=ZONE)


REGISTERED_AT, RECEIVED_AT = _instant(7, 11), _instant(8, 13)
ACT_AT = dict(zip(
    (Act.START, Act.PROPOSE, Act.DECIDE, Act.ISSUE_RESULT, Act.RETURN_RESULT),
    (_instant(9, 19), _instant(10, 23), _instant(11, 29), _instant(14, 31), _instant(15, 37)),
    strict=True,
))  # fmt: skip
LONG = Limit(unit=Unit.WORKING_DAYS, value=Decimal(25))
"""A limit whose date lies far behind the moments of a specimen."""
TEXTS = {
    name: f"ZQ-{name.upper()}-QZ"
    for name in (
        "code",
        "owner",
        "owner_number",
        "decided_by",
        "decided_by_title",
        "document_number",
        "signed_by",
    )
}
IDS = {
    name: _number(place)
    for place, name in enumerate(
        ("dossier", "agency", "unit", "received_by", "assignee", "register_number"), start=1
    )
}
OWNER = Party(role=PartyRole.OWNER, name=TEXTS["owner"])
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
STAMPED = frozenset({DOSSIERS, PAPERS, RESULTS, HAND_OVERS, STAYS})


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a row for one value of each dossier."""

    name: str


@dataclass(frozen=True, slots=True)
class Stamp:
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


def stamp_of(
    ground: Ground, given: ReceptionInput, path: Path | None, *, is_registered: bool
) -> Stamp:
    """Cut the stamp of lives like this one. `path` None: it is registered and no more."""
    life = _specimen(ground, given, path, is_registered=is_registered)
    cuts = _cuts(life)
    facts = tuple((told.code, told.version, _cut(told.payload, cuts)) for told in life.told)
    if path is None:
        return Stamp(facts, (), ())
    rows = [(DOSSIERS, dossier_row(life)), *rows_below(life)]
    known: dict[Any, str] = {
        **_days(life),
        **_instants(life),
        **{text: name for name, text in TEXTS.items()},
        **{number: name for name, number in IDS.items()},
    }
    cut = tuple((sheet, _slotted(sheet, row, known)) for sheet, row in rows if sheet in STAMPED)
    return Stamp(facts, cut, tuple((sheet, _line(row)) for sheet, row in cut))


def _line(row: tuple[Any, ...]) -> str:
    """A row with its slots as a line of COPY."""
    return "\t".join(
        f"%({one.name})s" if isinstance(one, Slot) else _percents(copied(one)) for one in row
    )


def _specimen(
    ground: Ground, given: ReceptionInput, path: Path | None, *, is_registered: bool
) -> Life:
    unit_id = None if ground.unit_id is None else IDS["unit"]
    ground = replace(
        ground,
        detail=replace(ground.detail, limits=(LONG,), fees=()),
        agency=replace(ground.agency, id=IDS["agency"]),
        unit_id=unit_id,
    )
    desk = Actor(
        door=Door.COMMAND_LINE,
        agency_id=IDS["agency"],
        unit_id=unit_id,
        roles=frozenset({Role.RECEPTION, Role.HANDLING, Role.SIGNATORY, Role.REGISTRY_CLERK}),
    )
    receiver = replace(desk, holding_id=IDS["received_by"])
    life = Life(
        ComingIn(
            dossier_id=IDS["dossier"],
            code=TEXTS["code"],
            register_number=None if is_registered else IDS["register_number"],
            at=REGISTERED_AT if is_registered else RECEIVED_AT,
            actor=receiver,
            given=replace(given, parties=(OWNER,), fee_choices=(), local_fees=()),
            ground=ground,
        )
    )
    if path is None:
        return life
    if is_registered:
        life.accept(receiver, RECEIVED_AT, IDS["register_number"])
    signatory = replace(
        desk, name=TEXTS["decided_by"], title=TEXTS["decided_by_title"], holding_id=None
    )
    handler = replace(desk, holding_id=IDS["assignee"])
    actors = {Act.START: handler, Act.PROPOSE: handler, Act.DECIDE: signatory}
    for act, said in path:
        life.do(act, actors.get(act, desk), ACT_AT[act], _marked(act, said))
    return life


def _marked(act: Act, said: Any) -> Any:
    if act is Act.ISSUE_RESULT:
        return replace(said, document_number=TEXTS["document_number"], signed_by=TEXTS["signed_by"])
    if act is Act.RETURN_RESULT:
        return replace(said, recipient_name=TEXTS["owner"], recipient_number=TEXTS["owner_number"])
    return said


def sort_of(act: Act, said: Any) -> Any:
    """What of the input of an act is no slot: lives that differ in nothing else share a stamp."""
    if act is Act.ISSUE_RESULT:
        return said.document_date, said.subject, said.digests
    if act is Act.RETURN_RESULT:
        return said.method, said.authority, said.tracking_number, said.note
    return said


def _instants(life: Life) -> dict[str, str]:
    """The texts of all moments of a specimen, each with the name of its slot."""
    state = life.state
    moments = {
        instant_text(REGISTERED_AT): "registered_at",
        instant_text(RECEIVED_AT): "received_at",
        **{instant_text(at): slot_at(act) for act, at in ACT_AT.items()},
    }
    dates = {state["due_at"]: "due_at", state["due_soon_at"]: "due_soon_at"}
    return {**moments, **{text: name for text, name in dates.items() if text}}


def slot_at(act: Act) -> str:
    """The slot of the moment of an act."""
    return f"at_{act.name.lower()}"


def _days(life: Life) -> dict[str, str]:
    """The texts of the days of a specimen that rows and facts name."""
    days = {
        local_day(RECEIVED_AT).isoformat(): "received_on",
        local_day(ACT_AT[Act.ISSUE_RESULT]).isoformat(): "ended_on",
    }
    if life.facts.due_at:
        days[local_day(life.facts.due_at).isoformat()] = "overdue_on"
    return days


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
    cuts += [(text, f"%({name})s") for text, name in _instants(life).items()]
    cuts += [(f'"{text}"', f'"%({name})s"') for text, name in _days(life).items()]
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
