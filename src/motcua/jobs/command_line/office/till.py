"""`./motcua till collect|close|list …`: money at the counter, by the acts of the pages.

`collect --officer NAME CODE [--amount ĐỒNG] [--key KEY]` takes what a dossier owes, `close --officer
NAME --counted ĐỒNG [--note TEXT]` closes the officer's oldest open till, `list --officer NAME
[--day DAY]` tells the tills that the officer may see. Answers are JSON, one a line.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from motcua.dossiers.queries.detail import dossier_detail
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.counter.answering import Act, Told, answered
from motcua.jobs.command_line.office.dossiers.as_officer import ask_officer
from motcua.jobs.command_line.speech import either
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.payments.commands.collect import collect_fee, names_of
from motcua.payments.commands.tills import close_till
from motcua.payments.queries.receipts import receipt_detail
from motcua.payments.queries.tills import TillFilter, TillRow, my_tills, till_detail, tills_of
from motcua.payments.refusal_words import sentence
from motcua.payments.vocabulary import CashCount, FeeInput, ReceiptLineIn
from motcua.procedures.vocabulary import FeeKind


def run(argv: list[str]) -> int:
    """0 when done; 1 when refused, every reason on standard error."""
    asked = _asked(argv)
    return answered(ACTS[asked.act], asked, sentence)


def _collect(actor: Actor, at: datetime, asked: argparse.Namespace) -> Told:
    given = FeeInput(dossier_code=asked.code, lines=_lines(actor, asked))
    digest = content_digest({"code": asked.code, "amount": asked.amount, "kind": asked.kind})
    key = f"line:{actor.holding_id}:{asked.key}"
    request = RequestKey(key, digest) if asked.key else None
    made = collect_fee(actor=actor, at=at, given=given, request=request)
    yield asdict(receipt_detail(actor, made.id)) | {"repeated": made.repeated}


def _lines(actor: Actor, asked: argparse.Namespace) -> tuple[ReceiptLineIn, ...]:
    """None for all that is owed."""
    if asked.amount is None:
        return ()
    kind = FeeKind(asked.kind)
    name = names_of(dossier_detail(actor, asked.code))[kind]
    return (ReceiptLineIn(kind=kind, name=name, amount_vnd=asked.amount),)


def _close(actor: Actor, at: datetime, asked: argparse.Namespace) -> Told:
    mine = my_tills(actor, at)
    waiting = [*mine.left_open, *([mine.today] if mine.today else [])]
    if not waiting:
        raise NotFound(kind="till")
    count = CashCount(total_vnd=asked.counted, note=asked.note)
    closed = close_till(actor=actor, at=at, till_id=waiting[0].id, count=count)
    yield _told(till_detail(actor, closed.id).row)


def _list(actor: Actor, at: datetime, asked: argparse.Namespace) -> Told:
    day = asked.day or local_day(at)
    which, cursor = TillFilter(first_day=day, last_day=day), ""
    while True:
        page = tills_of(actor, which, cursor=cursor)
        yield from map(_told, page.rows)
        cursor = page.next_cursor
        if not cursor:
            return


def _told(row: TillRow) -> dict[str, Any]:
    return asdict(row)


ACTS: dict[str, Act] = {
    "collect": _collect,
    "close": _close,
    "list": _list,
}


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua till")
    acts = parser.add_subparsers(dest="act", required=True)
    collect, close, told = (acts.add_parser(name) for name in ACTS)
    for one in (collect, close, told):
        ask_officer(one)
    collect.add_argument("code", metavar="CODE", help=either("mã hồ sơ", "code of the dossier"))
    amount = either("bỏ trống: thu đủ số còn phải nộp", "left out: all that is owed")
    collect.add_argument("--amount", type=int, metavar="VND", help=amount)
    collect.add_argument("--kind", choices=[str(kind) for kind in FeeKind], default="FEE")
    once = either("cùng một khóa chỉ thu một lần", "the same key collects once")
    collect.add_argument("--key", help=once)
    close.add_argument("--counted", type=int, required=True, metavar="VND")
    close.add_argument("--note", default="")
    told.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD")
    return parser.parse_args(argv)
