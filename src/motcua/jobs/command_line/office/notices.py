"""`./motcua notices [list|retry|once|wish] …`: what citizens are told, for whoever looks after it.

Without a word: how many wait, are being sent, have failed. `list [--state S] [--carrier C] [--dossier
CODE] [--table]` tells them, newest first; `retry NUMBER|all` tries failed ones again; `once` does one
round now (for a timer in place of `./motcua worker notices`); `wish ADDRESS no|now|daily [--language
vi|en]` keeps what somebody wishes at a phone or mailbox. Addresses are shown in part only.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from typing import Any

from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.dossiers.as_officer import tell_lines
from motcua.jobs.command_line.office.dossiers.table import tell_table
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.jobs.telling import office_that_tells, one_round
from motcua.kernel.actor import Actor
from motcua.kernel.clock import now
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.notices.commands.trying_again import retry_all_failed, retry_delivery
from motcua.notices.commands.wishing import set_wish
from motcua.notices.queries.listing import NoticeFilter, counts_by_state, notices_of
from motcua.notices.refusal_words import sentence
from motcua.notices.vocabulary import Carrier, Language, NoticeState, Wish

SIZE = 100
ALL = "all"
WISHES = {
    "no": Wish(is_wanted=False),
    "now": Wish(),
    "daily": Wish(in_digest=True),
}
Asking = argparse.Namespace


def run(argv: list[str]) -> int:
    """0 when done; 1 when refused, every reason on standard error."""
    asked = _asked(argv)
    try:
        return ACTS[asked.act](operator("notices"), now(), asked)
    except Refusal as refusal:
        for reason in refusal.reasons:
            complain(sentence(reason), f"{sentence(reason)} ({reason.code})")
        return 1


def _standing(actor: Actor, at: datetime, _asked: Asking) -> int:
    counts = counts_by_state(actor, at)
    waiting, queued, failed = (
        counts[one] for one in (NoticeState.WAITING, NoticeState.QUEUED, NoticeState.FAILED)
    )
    carriers = ", ".join(office_that_tells().gateways) or either("chưa có", "none")
    say(
        f"Nơi chuyển: {carriers}. Chờ đến giờ: {waiting}, đang gửi: {queued}, không gửi được: {failed}.",
        f"Carriers: {carriers}. Waiting: {waiting}, being sent: {queued}, failed: {failed}.",
    )
    return 0


def _list(actor: Actor, at: datetime, asked: Asking) -> int:
    which = NoticeFilter(
        state=NoticeState(asked.state) if asked.state else None,
        carrier=Carrier(asked.carrier) if asked.carrier else None,
        dossier_code=asked.dossier,
    )
    lines = islice(_rows(actor, at, which), asked.limit)
    (tell_table if asked.table else tell_lines)(lines, sys.stdout)
    return 0


def _rows(actor: Actor, at: datetime, which: NoticeFilter) -> Iterator[dict[str, Any]]:
    cursor = ""
    while True:
        page = notices_of(actor, at, which, cursor=cursor, size=SIZE)
        yield from (plain(asdict(row)) for row in page.rows)
        cursor = page.next_cursor
        if not cursor:
            return


def _retry(actor: Actor, at: datetime, asked: Asking) -> int:
    if asked.number == ALL:
        count = retry_all_failed(actor=actor, at=at)
    else:
        retry_delivery(actor=actor, at=at, delivery_id=int(asked.number))
        count = 1
    say(f"✓ Cho gửi lại {count} tin.", f"✓ {count} to be tried again.")
    return 0


def _once(_actor: Actor, _at: datetime, _asked: Asking) -> int:
    done = one_round()
    say(
        f"✓ Xếp {done.queued} tin, gửi {done.tried} lần, biết kết cục {done.known} tin.",
        f"✓ {done.queued} queued, {done.tried} tries, {done.known} known to have ended.",
    )
    return 0


def _wish(actor: Actor, at: datetime, asked: Asking) -> int:
    wish = WISHES[asked.wish]
    chosen = Wish(
        is_wanted=wish.is_wanted, in_digest=wish.in_digest, language=Language(asked.language)
    )
    set_wish(actor=actor, at=at, address=asked.address, wish=chosen)
    say("✓ Đã ghi ý muốn nhận tin báo.", "✓ The wish is kept.")
    return 0


ACTS: dict[str | None, Callable[[Actor, datetime, Asking], int]] = {
    None: _standing,
    "list": _list,
    "retry": _retry,
    "once": _once,
    "wish": _wish,
}


def _number(text: str) -> str:
    if text != ALL and not text.isdecimal():
        raise argparse.ArgumentTypeError(text)
    return text


def _asked(argv: list[str]) -> Asking:
    parser = Asker(prog="./motcua notices")
    acts = parser.add_subparsers(dest="act")
    listing = acts.add_parser("list")
    listing.add_argument("--state", choices=[str(one) for one in NoticeState], default="")
    listing.add_argument("--carrier", choices=[str(one) for one in Carrier], default="")
    listing.add_argument("--dossier", default="", metavar="CODE")
    listing.add_argument("--limit", type=int, metavar="N")
    listing.add_argument("--table", action="store_true", help=either("dạng bảng", "as a table"))
    which = either("số của lần gửi (delivery_id), hoặc all", "delivery_id, or all")
    acts.add_parser("retry").add_argument("number", type=_number, help=which)
    acts.add_parser("once")
    wish = acts.add_parser("wish")
    wish.add_argument("address", help=either("số di động hoặc hộp thư", "mobile or mailbox"))
    wish.add_argument("wish", choices=WISHES)
    wish.add_argument("--language", choices=[str(one) for one in Language], default="vi")
    return parser.parse_args(argv)
