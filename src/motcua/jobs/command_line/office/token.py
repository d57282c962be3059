"""`./motcua token --officer NAME [--name WHAT] [--days N]`: a token for the API, printed once."""

from __future__ import annotations

import argparse

from motcua.accounts.commands.tokens import issue_token
from motcua.accounts.queries import any_account, holding_id_called
from motcua.dossiers.refusal_words import sentence
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.no_office import say_no_office
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either
from motcua.kernel.clock import local_day, now
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
    return parser.parse_args(argv)
