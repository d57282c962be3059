"""`./motcua token --officer NAME [--name WHAT] [--days N]`: a token for the API, printed once.

`--list` tells the tokens of that officer's position, `--revoke NUMBER` takes one back.
"""

from __future__ import annotations

import argparse
from datetime import datetime

from motcua.accounts.commands.tokens import issue_token, revoke_token
from motcua.accounts.queries import any_account, holding_id_called, tokens_of
from motcua.dossiers.refusal_words import sentence
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.no_office import say_no_office
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.clock import local_day, now
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound

DAYS = 90


def run(argv: list[str]) -> int:
    """Prints nothing but the token on standard output."""
    asked = _asked(argv)
    at = now()
    if not any_account():
        return say_no_office()
    try:
        holding_id = holding_id_called(asked.officer, local_day(at))
        if asked.list or asked.revoke is not None:
            return _kept(holding_id, asked, at)
        text = issue_token(
            actor=operator("token"), at=at, holding_id=holding_id, name=asked.name, days=asked.days
        )
    except NotFound:
        return complain(
            f"Không có đúng một cán bộ đang giữ vị trí mang tên “{asked.officer}”.",
            f"There is not exactly one officer in a position called “{asked.officer}”.",
        )
    except Refusal as refusal:
        return complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")
    print(text)
    return 0


def _kept(holding_id: int, asked: argparse.Namespace, at: datetime) -> int:
    """List the tokens of a position held, or take one of them back."""
    rows = {row.id: row for row in tokens_of(operator("token"), holding_id, at)}
    if asked.list:
        for row in rows.values():
            ended = row.revoked_at or row.expires_at
            print(row.id, "-" if ended <= at else "+", short_day(ended.date()), row.name)
        return 0
    if asked.revoke not in rows:
        return complain(
            f"Vị trí này không có mã số {asked.revoke}. Xem bằng --list.",
            f"This position has no token number {asked.revoke}. See --list.",
        )
    revoke_token(actor=operator("token"), at=at, token_id=asked.revoke)
    say("✓ Đã thu hồi mã.", "✓ Token revoked.")
    return 0


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua token")
    parser.add_argument(
        "--officer",
        required=True,
        metavar="NAME",
        help=either("tên đăng nhập hoặc họ tên", "user name or full name"),
    )
    parser.add_argument(
        "--name",
        default="./motcua token",
        help=either("mã dùng để làm gì", "what the token is for"),
    )
    parser.add_argument(
        "--days",
        type=int,
        default=DAYS,
        help=either(f"sống bao nhiêu ngày ({DAYS})", f"how many days it lives ({DAYS})"),
    )
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument(
        "--list",
        action="store_true",
        help=either("liệt kê mã của vị trí này", "list the tokens of this position"),
    )
    kept.add_argument(
        "--revoke",
        type=int,
        metavar="NUMBER",
        help=either("thu hồi mã số này", "take back the token with this number"),
    )
    return parser.parse_args(argv)
