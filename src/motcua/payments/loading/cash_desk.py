"""The money of one agency while whole years are loaded: who comes pays in cash what is owed, each
officer counts the till when the day is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from motcua.books.loading import LoadedBooks
from motcua.books.vocabulary import Entry
from motcua.database.filling import Row, Sheet
from motcua.dossiers.loading.lives import ComingIn, actor_text
from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import Event, instant_text
from motcua.ledger.loading import Unbound
from motcua.ledger.rules.chain import canonical
from motcua.payments.commands.collect import issued, line_rows, names_of_fees
from motcua.payments.events import TillClosed, TillOpened
from motcua.payments.loading.sheets import RECEIPT_LINES, RECEIPTS, TILLS
from motcua.payments.policies import drawer_of
from motcua.payments.rows import CLOSE_FIELDS, search_key
from motcua.payments.rules.book import check_number, symbol_of
from motcua.payments.rules.booking import closing_entry, receipt_entry
from motcua.payments.rules.closing import close
from motcua.payments.vocabulary import CashCount, PaymentMethod, ReceiptLineIn, ReceiptState
from motcua.procedures.vocabulary import FeeKind

COUNTING = timedelta(minutes=10)
"""From the last receipt of the day until the till is closed."""
MISCOUNTED, MISCOUNT_MAX_VND = 0.004, 5_000
WHY = "Trả nhầm tiền thừa cho người nộp"


@dataclass(frozen=True, slots=True)
class Room:
    """Ids of one agency: of a receipt its dossier's id behind `receipts`; the others in turn."""

    receipts: int
    tills: int
    accounts: int


@dataclass(slots=True)
class _Drawer:
    """The till of one officer on one day."""

    id: int
    actor: Actor
    holding_id: int
    opened_at: datetime
    last_at: datetime
    cash_vnd: int = 0


@dataclass(slots=True)
class CashDesk:
    """Receipts and tills of an agency that has none yet, in the order of time."""

    agency_id: int
    room: Room
    _told: list[Unbound] = field(default_factory=list)
    _random: Random = field(init=False)
    _books: LoadedBooks = field(init=False)
    _numbers: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    _open: dict[int, _Drawer] = field(default_factory=dict)
    _count: int = 0
    _lines: dict[Any, tuple[ReceiptLineIn, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._random = Random(f"tills-{self.agency_id}")  # noqa: S311  # invented, not a secret
        self._books = LoadedBooks(self.agency_id, self.room.accounts)

    def take(
        self, coming: ComingIn, actor: Actor, at: datetime, lot: dict[Sheet, list[Any]]
    ) -> None:
        """Take what the dossier owes, if it owes anything. Refusals: BookFull."""
        lines = self._owed(coming)
        if not lines:
            return
        drawer = self._drawer(actor, at)
        row = self._receipt(coming, drawer, at, lines)
        drawer.cash_vnd += row["total_vnd"]
        drawer.last_at = at
        self._tell(issued(_without_state(row), coming.code, lines), actor, at, "receipt", row["id"])
        lot[RECEIPTS].append(_in_order(RECEIPTS, row))
        for line in line_rows(row["id"], lines):
            lot[RECEIPT_LINES].append(_in_order(RECEIPT_LINES, line))
        pairs = [(str(line.kind), line.amount_vnd) for line in lines]
        day = local_day(at)
        self._post(receipt_entry(row, pairs, due_agency_id=self.agency_id, day=day), at, lot)

    def close_day(self, lot: dict[Sheet, list[Any]]) -> None:
        """Everybody counts; what is missing is said."""
        for drawer in self._open.values():
            self._close(drawer, lot)
        self._open.clear()

    def hand_over(self) -> list[Unbound]:
        """The facts so far, which take their place in the chain of the agency."""
        told, self._told = self._told, []
        return told

    def _owed(self, coming: ComingIn) -> tuple[ReceiptLineIn, ...]:
        given, detail = coming.given, coming.ground.detail
        key = (detail.version_id, given.copies, given.pages, given.channel)
        if key not in self._lines:
            fees = coming.ground.fee_sheet(given).lines
            names, sums = names_of_fees(fees, detail.name), dict.fromkeys(FeeKind, 0)
            for fee in fees:
                sums[FeeKind(fee.kind)] += fee.amount_vnd
            self._lines[key] = tuple(
                ReceiptLineIn(kind=kind, name=names[kind], amount_vnd=sums[kind])
                for kind in FeeKind
                if sums[kind]
            )
        return self._lines[key]

    def _drawer(self, actor: Actor, at: datetime) -> _Drawer:
        holding_id = drawer_of(actor)
        assert holding_id is not None
        if holding_id not in self._open:
            self._count += 1
            drawer = _Drawer(self.room.tills + self._count, actor, holding_id, at, at)
            self._open[holding_id] = drawer
            opened = TillOpened(
                agency_id=self.agency_id,
                holding_id=holding_id,
                day=local_day(at),
                opened_at=at,
                opening_vnd=0,
            )
            self._tell(opened, actor, at, "till", drawer.id)
        return self._open[holding_id]

    def _receipt(
        self, coming: ComingIn, drawer: _Drawer, at: datetime, lines: Iterable[ReceiptLineIn]
    ) -> dict[str, Any]:
        day = local_day(at)
        self._numbers[day.year] += 1
        number = check_number(self._numbers[day.year])
        by_role = {party.role: party for party in coming.given.parties}
        payer = by_role.get(PartyRole.SUBMITTER) or by_role[PartyRole.OWNER]
        return {
            "id": self.room.receipts + coming.dossier_id,
            "agency_id": self.agency_id,
            "till_id": drawer.id,
            "year": day.year,
            "number": number,
            "book_symbol": symbol_of(day),
            "dossier_id": coming.dossier_id,
            "payer_name": payer.name,
            "payer_number": payer.personal_id,
            "address": "",
            "collected_at": at,
            "collected_by_id": drawer.holding_id,
            "method": str(PaymentMethod.CASH),
            "slip_number": "",
            "total_vnd": sum(line.amount_vnd for line in lines),
            "given_vnd": None,
            "state": str(ReceiptState.ISSUED),
            "cancelled_at": None,
            "cancelled_by_id": None,
            "reason": "",
            "search_key": search_key(number, payer.name, payer.personal_id, coming.code),
        }

    def _close(self, drawer: _Drawer, lot: dict[Sheet, list[Any]]) -> None:
        at, day = drawer.last_at + COUNTING, local_day(drawer.last_at)
        counted_vnd, note = self._counted(drawer.cash_vnd)
        count = CashCount(total_vnd=counted_vnd, note=note)
        closing = close(count, expected_vnd=drawer.cash_vnd)
        closed = TillClosed(
            day=day,
            closed_at=at,
            counted_vnd=closing.counted_vnd,
            expected_vnd=closing.expected_vnd,
            difference_vnd=closing.difference_vnd,
            notes=closing.notes,
            note=closing.note,
        )
        self._tell(closed, drawer.actor, at, "till", drawer.id, seq=2)
        row = {
            "id": drawer.id,
            "agency_id": self.agency_id,
            "holding_id": drawer.holding_id,
            "opened_at": drawer.opened_at,
            "opening_vnd": 0,
            **{name: getattr(closed, name) for name in ("day", *CLOSE_FIELDS)},
            "notes": canonical(closed.notes),
        }
        lot[TILLS].append(_in_order(TILLS, row))
        entry = closing_entry(
            row,
            counted_vnd=closing.counted_vnd,
            difference_vnd=closing.difference_vnd,
            day=day,
        )
        self._post(entry, at, lot)

    def _counted(self, cash_vnd: int) -> tuple[int, str]:
        """What is found in the till, and why it is not what it should be."""
        if self._random.random() >= MISCOUNTED:
            return cash_vnd, ""
        missing = 1_000 * self._random.randint(1, MISCOUNT_MAX_VND // 1_000)
        return max(0, cash_vnd - missing), WHY

    def _post(self, entry: Entry | None, at: datetime, lot: dict[Sheet, list[Any]]) -> None:
        if entry is not None:
            for sheet, row in self._books.post(entry, at):
                lot[sheet].append(row)

    def _tell(
        self, fact: Event, actor: Actor, at: datetime, kind: str, about: int, *, seq: int = 1
    ) -> None:
        self._told.append(
            Unbound(
                instant_text(at), actor_text(actor), actor.request_id, kind, about, seq,
                fact.code, fact.version, canonical(fact.payload()),
            )
        )  # fmt: skip


def _without_state(row: dict[str, Any]) -> dict[str, Any]:
    """What the fact of a receipt says of its row."""
    return {
        name: value
        for name, value in row.items()
        if name not in ("state", "cancelled_at", "cancelled_by_id", "reason")
    }


def _in_order(sheet: Sheet, row: dict[str, Any]) -> Row:
    """The values of a row as its sheet wants them."""
    return tuple(_plain(row[name]) for name in sheet.names)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return instant_text(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
