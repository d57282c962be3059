"""`./motcua organizations [--tax-code CODE] | --confirm NUMBER | --take-away NUMBER`: whose accounts they are.

Confirm once the registration paper has been seen; take away from those who should not have it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import datetime

from motcua.citizens.commands.holding import confirm_organization, take_organization_away
from motcua.citizens.queries.checking import OrganizationToCheck, organizations_to_check
from motcua.citizens.wording import refusal_words
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.clock import local_day, now
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound

WHO = "organizations"


def run(argv: list[str]) -> int:
    """0 when listed or done; 1 with a sentence when refused."""
    asked, at = _asked(argv), now()
    try:
        return _done(asked, at)
    except NotFound:
        return complain(
            "Không có tổ chức mang số này, hoặc tài khoản ấy đã bị thu hồi.",
            "There is no organization of this number, or its account was taken away already.",
        )
    except Refusal as refusal:
        return complain(refusal_words(refusal), f"{refusal_words(refusal)} ({refusal.code})")


def _done(asked: argparse.Namespace, at: datetime) -> int:
    actor = operator(WHO)
    if asked.confirm is not None:
        confirm_organization(actor=actor, at=at, organization_id=asked.confirm)
        say("✓ Đã xác minh.", "✓ Confirmed.")
    elif asked.take_away is not None:
        take_organization_away(actor=actor, at=at, organization_id=asked.take_away)
        say(
            "✓ Đã thu hồi. Người có quyền nay mở lại được tài khoản.",
            "✓ Taken away. Its owner may open an account again.",
        )
    else:
        _list(organizations_to_check(actor, at, asked.tax_code.strip()))
    return 0


def _list(rows: Sequence[OrganizationToCheck]) -> None:
    if not rows:
        say("Không có tổ chức nào.", "There is no organization.")
    for row in rows:
        mark = "+" if row.is_confirmed else "?"
        day = short_day(local_day(row.opened_at))
        print(row.id, mark, row.tax_code, day, row.name, "·", ", ".join(row.managers))


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua organizations")
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument(
        "--tax-code",
        default="",
        metavar="CODE",
        help=either("mọi tài khoản của mã số thuế này", "all accounts of this tax code"),
    )
    asked.add_argument(
        "--confirm",
        type=int,
        metavar="NUMBER",
        help=either("đã xem giấy đăng ký: xác minh", "the paper was seen: confirm"),
    )
    asked.add_argument(
        "--take-away",
        type=int,
        metavar="NUMBER",
        help=either("thu hồi tài khoản", "take the account away"),
    )
    return parser.parse_args(argv)
