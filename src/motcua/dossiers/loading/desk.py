"""The books of one agency while whole lives are loaded: codes, lines of the register, the chain.

Facts of many dossiers stand in one chain in the order of time, so each waits until nothing earlier
can come any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from heapq import heappop, heappush
from typing import Any

from motcua.database.filling import Row, Sheet
from motcua.dossiers.allotment import Numbering
from motcua.dossiers.loading.lives import ComingIn, Life, with_variant
from motcua.dossiers.loading.press import Press
from motcua.dossiers.loading.printed import PrintedLife, is_plain
from motcua.dossiers.preparation import Ground
from motcua.dossiers.vocabulary import ReceptionInput
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import instant_text
from motcua.ledger.loading import FACTS, Chain, Unbound
from motcua.ledger.recording import agency_stream

AnyLife = Life | PrintedLife
Lot = dict[Sheet, list[Row | str]]
"""Rows that are ready to be written; some are lines of COPY already."""
NEVER = "9999"
"""Behind every instant as text."""


@dataclass(frozen=True, slots=True)
class Books:
    """Where the books of an agency stand when everything is loaded."""

    agency_id: int
    chain: Chain
    serials: dict[date, int]
    lines: dict[int, int]


@dataclass(slots=True)
class Desk:
    """The desk of an agency that receives in the order of time, the first dossier of all included.

    `prints`: plain lives are printed from plates; else each is worked out by the rules.
    """

    agency_id: int
    agency_code: str
    pattern: str
    prints: bool = True
    serials: dict[date, int] = field(default_factory=lambda: defaultdict(int))
    lines: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    chain: Chain = field(init=False)
    _waiting: list[tuple[str, int, Unbound]] = field(default_factory=list)
    _count: int = 0
    _noted: dict[int, int] = field(default_factory=dict)
    _press: Press = field(default_factory=Press)

    def __post_init__(self) -> None:
        self.chain = Chain(agency_stream(self.agency_id))

    def receive(
        self, dossier_id: int, at: datetime, actor: Actor, given: ReceptionInput, ground: Ground
    ) -> AnyLife:
        """Take in what is complete. Refusals: those of the rules."""
        return self._come_in(dossier_id, at, actor, given, ground, self._next_line(at))

    def register(
        self, dossier_id: int, at: datetime, actor: Actor, given: ReceptionInput, ground: Ground
    ) -> AnyLife:
        """Enter what came in and is to be looked at. Refusals: those of the rules."""
        life = self._come_in(dossier_id, at, actor, given, ground, None)
        self._note(life)
        return life

    def accept(self, life: AnyLife, actor: Actor, at: datetime) -> None:
        """Receive what was registered. Refusals: those of the rule."""
        life.accept(actor, at, self._next_line(at))

    def keep(self, life: AnyLife, lot: Lot) -> None:
        """Nothing more is to happen to it: its rows are ready, its facts wait for their turn."""
        self._note(life)
        self._noted.pop(life.dossier_id)
        for sheet, row in life.rows():
            lot[sheet].append(row)

    def tell(self, facts: Iterable[Unbound]) -> None:
        """What is told of others than dossiers takes its place in the same chain."""
        for told in facts:
            self._count += 1
            heappush(self._waiting, (told.at, self._count, told))

    def bind_until(self, moment: datetime | None, lot: Lot) -> None:
        """Bind what happened before the moment (None = all): nothing earlier comes any more."""
        waiting, rows = self._waiting, lot[FACTS]
        until = instant_text(moment) if moment else NEVER
        bind = self.chain.bind_line if self._press.copies else self.chain.bind
        while waiting and waiting[0][0] < until:
            rows.append(bind(heappop(waiting)[2]))

    def books(self) -> Books:
        return Books(self.agency_id, self.chain, dict(self.serials), dict(self.lines))

    def _come_in(self, dossier_id: int, at: datetime, actor: Actor, *rest: Any) -> AnyLife:
        given, ground, line = rest
        day = local_day(at)
        self.serials[day] += 1
        numbers = Numbering(self.agency_id, self.agency_code, day, self.pattern)
        coming = ComingIn(
            dossier_id=dossier_id,
            code=numbers.code(self.serials[day]),
            register_number=line,
            at=at,
            actor=actor,
            given=with_variant(given, ground),
            ground=ground,
        )
        if self.prints and is_plain(coming):
            return PrintedLife(coming, self._press)
        return Life(coming)

    def _next_line(self, at: datetime) -> int:
        year = local_day(at).year
        self.lines[year] += 1
        return self.lines[year]

    def _note(self, life: AnyLife) -> None:
        """What was not noted yet of a life waits for its place in the chain."""
        noted = self._noted.get(life.dossier_id, 0)
        self.tell(life.told[noted:])
        self._noted[life.dossier_id] = len(life.told)


def new_lot() -> Lot:
    return defaultdict(list)
