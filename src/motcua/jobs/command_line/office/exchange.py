"""`./motcua exchange [card|add|host|release|pause|go-on|resend|renumber|try-again|list|once] …`: other
installations.

Without a word: how it stands with each, and why a message is stuck. `card [--name N] [--address A]
[--agency CODE]…` tells what the other side must know of this one; `add FILE|-` takes the card of the
other side; `host`/`release PARTNER CODE` says which agencies work there; `pause`/`go-on PARTNER`;
`resend PARTNER` sends at once what waits, `renumber PARTNER` after a restore, `try-again PARTNER` does
again what could not be done here; `list PARTNER [--in] [--all]` tells the messages; `once` does one
round now. PARTNER is its number or its mark.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings

from motcua.agencies.queries import agency_called, agency_with_code, todays_tree
from motcua.exchange.cards import own_agencies, own_card, read_card
from motcua.exchange.commands.partners import (
    add_partner,
    change_partner,
    host_agency,
    release_agency,
)
from motcua.exchange.commands.resending import renumber, resend, try_again
from motcua.exchange.keys import own_mark
from motcua.exchange.queries.standing import (
    PartnerRow,
    in_messages,
    out_messages,
    partners_standing,
)
from motcua.exchange.refusal_words import sentence, sentence_of_code
from motcua.exchange.wording import FAILURES, WHAT_TO_DO
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.dossiers.as_officer import tell_lines
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.jobs.exchanging import one_exchange_round
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day, now
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound

SIZE = 100
Asking = argparse.Namespace


def run(argv: list[str]) -> int:
    """0 when done; 1 when refused, every reason on standard error."""
    asked = _asked(argv)
    try:
        return ACTS[asked.act](operator("exchange"), now(), asked)
    except NotFound:
        return complain(
            "Không có nơi liên thông hay cơ quan như vậy. Gõ ./motcua exchange để xem danh sách.",
            "There is no such partner or agency. Type ./motcua exchange for the list.",
        )
    except Refusal as refusal:
        for reason in refusal.reasons:
            complain(sentence(reason), f"{sentence(reason)} ({reason.code})")
        return 1


def _standing(actor: Actor, at: datetime, _asked: Asking) -> int:
    rows = partners_standing(actor, at)
    say(f"Dấu của nơi này: {own_mark()}", f"Our mark: {own_mark()}")
    if not rows:
        say("Chưa có nơi liên thông nào.", "There is no partner yet.")
    for row in rows:
        _say_partner(row)
    return 0


def _say_partner(row: PartnerRow) -> None:
    state = "" if row.is_active else either(" · tạm dừng", " · paused")
    print(f"{row.id} · {row.mark} · {row.name} · {row.address}{state}")
    say(
        f"  gửi đi {row.told}, chờ {row.waiting}, nhận về {row.heard}; "
        f"nơi kia chưa làm được {row.stuck_there}, ở đây chưa làm được {row.stuck_here}",
        f"  told {row.told}, waiting {row.waiting}, heard {row.heard}; "
        f"stuck there {row.stuck_there}, stuck here {row.stuck_here}",
    )
    if row.failure is not None:
        when = short_moment(row.next_try_at) if row.next_try_at else ""
        print(f"  ! {FAILURES[row.failure]} ({row.detail}). {WHAT_TO_DO[row.failure]} → {when}")


def _card(_actor: Actor, at: datetime, asked: Asking) -> int:
    today = local_day(at)
    codes = tuple(asked.agency) or own_agencies(today)
    name = asked.name or todays_tree(today)[0].agency.name
    card = own_card(name=name, address=asked.address or settings.PUBLIC_ADDRESS, agency_codes=codes)
    print(orjson.dumps(card, option=orjson.OPT_INDENT_2).decode())
    return 0


def _add(actor: Actor, at: datetime, asked: Asking) -> int:
    text = sys.stdin.read() if asked.file == "-" else Path(asked.file).read_text()
    card = read_card(text, local_day(at))
    partner_id = add_partner(actor=actor, at=at, given=card.given)
    for agency_id in card.agency_ids:
        host_agency(actor=actor, at=at, partner_id=partner_id, agency_id=agency_id)
    say(
        f"✓ Đã thêm {card.given.name} (số {partner_id}), {len(card.agency_ids)} cơ quan.",
        f"✓ {card.given.name} is added (number {partner_id}), {len(card.agency_ids)} agencies.",
    )
    for code in card.unknown:
        complain(f"Ở đây không có cơ quan {code}.", f"There is no agency {code} here.")
    return 0


def _host(actor: Actor, at: datetime, asked: Asking) -> int:
    today = local_day(at)
    agency = agency_with_code(asked.code, today) or agency_called(asked.code, today)
    if agency is None:
        raise NotFound(kind="agency")
    act = host_agency if asked.act == "host" else release_agency
    act(actor=actor, at=at, partner_id=_which(actor, at, asked).id, agency_id=agency.id)
    say(f"✓ {agency.name}", f"✓ {agency.name}")
    return 0


def _pause(actor: Actor, at: datetime, asked: Asking) -> int:
    row = _which(actor, at, asked)
    change_partner(
        actor=actor,
        at=at,
        partner_id=row.id,
        name=row.name,
        address=asked.address or row.address if asked.act == "go-on" else row.address,
        is_active=asked.act == "go-on",
    )
    say(f"✓ {row.name}", f"✓ {row.name}")
    return 0


def _at_once(actor: Actor, at: datetime, asked: Asking) -> int:
    act = {"resend": resend, "renumber": renumber, "try-again": try_again}[asked.act]
    count = act(actor=actor, at=at, partner_id=_which(actor, at, asked).id)
    say(f"✓ {count} tin.", f"✓ {count} messages.")
    return 0


def _list(actor: Actor, at: datetime, asked: Asking) -> int:
    row = _which(actor, at, asked)
    tell_lines(islice(_messages(actor, row.id, asked), asked.limit), sys.stdout)
    return 0


def _messages(actor: Actor, partner_id: int, asked: Asking) -> Iterator[dict[str, Any]]:
    ask: Callable[..., Any] = in_messages if asked.inbound else out_messages
    cursor = ""
    while True:
        page = ask(actor, partner_id, only_open=not asked.all, cursor=cursor, size=SIZE)
        for row in page.rows:
            values = plain(asdict(row))
            if values.get("reason"):
                values["words"] = sentence_of_code(row.reason, row.params)
            yield values
        cursor = page.next_cursor
        if not cursor:
            return


def _once(_actor: Actor, _at: datetime, _asked: Asking) -> int:
    done = one_exchange_round()
    say(
        f"✓ Làm {done.done} tin nhận về, {done.arrived} tin gửi đi đã đến.",
        f"✓ {done.done} messages carried out, {done.arrived} of ours arrived.",
    )
    return 0


def _which(actor: Actor, at: datetime, asked: Asking) -> PartnerRow:
    for row in partners_standing(actor, at):
        if asked.partner in (str(row.id), row.mark):
            return row
    raise NotFound(kind="partner")


ACTS: dict[str | None, Callable[[Actor, datetime, Asking], int]] = {
    None: _standing,
    "card": _card,
    "add": _add,
    "host": _host,
    "release": _host,
    "pause": _pause,
    "go-on": _pause,
    "resend": _at_once,
    "renumber": _at_once,
    "try-again": _at_once,
    "list": _list,
    "once": _once,
}
OF_A_PARTNER = ("host", "release", "pause", "go-on", "resend", "renumber", "try-again", "list")


def _asked(argv: list[str]) -> Asking:
    parser = Asker(prog="./motcua exchange")
    acts = parser.add_subparsers(dest="act")
    card = acts.add_parser("card")
    card.add_argument("--name", default="")
    card.add_argument("--address", default="")
    card.add_argument("--agency", action="append", default=[], metavar="CODE")
    acts.add_parser("add").add_argument("file", metavar="FILE")
    acts.add_parser("once")
    of_partner = {name: acts.add_parser(name) for name in OF_A_PARTNER}
    which = either("số hoặc dấu của nơi liên thông", "number or mark of the partner")
    for one in of_partner.values():
        one.add_argument("partner", help=which)
    for name in ("host", "release"):
        of_partner[name].add_argument("code", metavar="CODE")
    of_partner["go-on"].add_argument("--address", default="")
    listing = of_partner["list"]
    listing.add_argument("--in", dest="inbound", action="store_true")
    listing.add_argument("--all", action="store_true")
    listing.add_argument("--limit", type=int, metavar="N")
    return parser.parse_args(argv)
