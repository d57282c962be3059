"""`./motcua list …`: every list of the office that an officer may see, as JSON Lines or as a table.

`dossiers` (newest first), `work` (`./motcua work` too: the most urgent first), `officers`, `receipts`,
`tills`, `register`. The lines are those of the API.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.accounts.rules.roles import Permission, may
from motcua.api.v1.receipts import told_line
from motcua.api.v1.registers import line_out
from motcua.api.v1.showing import dossier_line
from motcua.api.v1.tills import till_out
from motcua.dossiers.queries.finding import find_dossiers
from motcua.dossiers.queries.register import register_page
from motcua.dossiers.queries.work import work_of
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.dossiers.as_officer import (
    Told,
    ask_officer,
    carried_out,
    noted,
    tell_lines,
)
from motcua.jobs.command_line.office.dossiers.filters import (
    ask_filters,
    finding_typed,
    register_typed,
    work_typed,
)
from motcua.jobs.command_line.office.dossiers.table import tell_table
from motcua.jobs.command_line.speech import either
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.paging import Page
from motcua.payments.queries.receipts import ReceiptFilter, receipts_of
from motcua.payments.queries.tills import TillFilter, tills_of

SIZE = 100
Turn = Callable[[str], Page[Any]]
Asking = argparse.Namespace


def run(argv: list[str]) -> int:
    """0 when told; 1 when refused."""
    asked = _asked(argv)
    return carried_out(asked.officer, lambda actor, at: _tell(actor, at, asked))


def _tell(actor: Actor, at: datetime, asked: Asking) -> int:
    permission, act, rows = LISTS[asked.what]
    may(actor, permission).demand()
    noted(actor, at, act, list=asked.what, q=getattr(asked, "q", ""))
    lines = islice(rows(actor, at, asked), asked.limit)
    (tell_table if asked.table else tell_lines)(lines, sys.stdout)
    return 0


def _every(turn: Turn) -> Iterator[Any]:
    """The rows of all pages, one page in memory at a time."""
    cursor = ""
    while True:
        page = turn(cursor)
        yield from page.rows
        cursor = page.next_cursor
        if not cursor:
            return


def _dossiers(actor: Actor, at: datetime, asked: Asking) -> Told:
    which = finding_typed(asked)
    rows = _every(lambda cursor: find_dossiers(actor, which, at=at, cursor=cursor, size=SIZE))
    return (dossier_line(row).model_dump(mode="json") for row in rows)


def _work(actor: Actor, at: datetime, asked: Asking) -> Told:
    which = work_typed(asked)
    rows = _every(lambda cursor: work_of(actor, which, at=at, cursor=cursor, size=SIZE))
    return (dossier_line(row).model_dump(mode="json") for row in rows)


def _officers(actor: Actor, at: datetime, _asked: Asking) -> Told:
    people = colleagues_of(actor.agency_id, local_day(at)) if actor.agency_id else ()
    for one in people:
        yield {
            "holding_id": one.holding_id,
            "name": one.name,
            "title": one.title,
            "unit_id": one.unit_id,
            "roles": sorted(one.roles),
        }


def _receipts(actor: Actor, _at: datetime, asked: Asking) -> Told:
    which = ReceiptFilter(text=asked.q)
    rows = _every(lambda cursor: receipts_of(actor, which, cursor=cursor, size=SIZE))
    return (told_line(row).model_dump(mode="json") for row in rows)


def _tills(actor: Actor, at: datetime, asked: Asking) -> Told:
    today = local_day(at)
    which = TillFilter(first_day=asked.first or today, last_day=asked.last or today)
    rows = _every(lambda cursor: tills_of(actor, which, cursor=cursor, size=SIZE))
    return (till_out(row).model_dump(mode="json") for row in rows)


def _register(actor: Actor, at: datetime, asked: Asking) -> Told:
    which = register_typed(actor, at, asked)
    rows = _every(lambda cursor: register_page(actor, which, at=at, cursor=cursor, size=SIZE))
    return (line_out(row).model_dump(mode="json") for row in rows)


LISTS: dict[str, tuple[Permission, str, Callable[[Actor, datetime, Asking], Told]]] = {
    "dossiers": (Permission.DOSSIER_SEARCH, "dossier.list", _dossiers),
    "work": (Permission.DOSSIER_VIEW, "dossier.list", _work),
    "officers": (Permission.OFFICER_VIEW, "dossier.list", _officers),
    "receipts": (Permission.TILL_VIEW, "receipt.list", _receipts),
    "tills": (Permission.TILL_VIEW, "till.list", _tills),
    "register": (Permission.DOSSIER_VIEW, "dossier.list", _register),
}


def _asked(argv: list[str]) -> Asking:
    parser = Asker(prog="./motcua list")
    parser.add_argument("what", choices=LISTS, metavar="|".join(LISTS))
    ask_officer(parser)
    parser.add_argument("--table", action="store_true", help=either("dạng bảng", "as a table"))
    most = either("nhiều nhất bao nhiêu dòng", "how many lines at most")
    parser.add_argument("--limit", type=int, metavar="N", help=most)
    ask_filters(parser)
    return parser.parse_args(argv)
