"""`./motcua export dossiers --agency CODE --from D --to D [--format jsonl|csv|xlsx] [FILE]`.

Dossiers that the agency received in those days, one a line, in bounded memory; noted in the access
log before the first is read. With `--officer` only those that he may see, else for the operator.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, Final

from motcua.accounts.queries import actor_for_user, any_account, user_id_called
from motcua.agencies.queries import agency_called, agency_with_code
from motcua.audit.log import note
from motcua.dossiers.exporting.columns import DOSSIER_COLUMNS
from motcua.dossiers.exporting.period import Period, exported_dossiers
from motcua.dossiers.exporting.writers import Sheet, Words, write_all
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rules.exports import LIST_FORMS, FileForm
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.no_office import say_no_office
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.actor import Actor, Door
from motcua.kernel.clock import local_day, now
from motcua.kernel.refusal import Refusal

FORMATS: Final = tuple(form.lower() for form in LIST_FORMS)


def run(argv: list[str]) -> int:
    """0 when written; 1 when refused or the place cannot be written to."""
    asked, at = _asked(argv), now()
    if not any_account():
        return say_no_office()
    try:
        return _export(_actor(asked.officer, at), at, asked)
    except Refusal as refusal:
        return complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")
    except OSError as fault:
        return complain(
            f"Không ghi được {asked.target}: {fault.strerror}. Hãy chọn nơi khác còn chỗ.",
            f"{asked.target} cannot be written: {fault.strerror}. Choose another place with room.",
        )


def _actor(officer: str | None, at: datetime) -> Actor:
    if officer is None:
        return operator("export")
    return actor_for_user(user_id_called(officer), at, Door.COMMAND_LINE)


def _export(actor: Actor, at: datetime, asked: argparse.Namespace) -> int:
    day = local_day(at)
    agency = agency_with_code(asked.agency, day) or agency_called(asked.agency, day)
    if agency is None:
        return complain(
            f"Không có cơ quan nào mang mã “{asked.agency}”.",
            f"There is no agency with the code “{asked.agency}”.",
        )
    pieces = exported_dossiers(
        actor, Period(agency_id=agency.id, first=asked.first, last=asked.last)
    )
    period = {"from": asked.first.isoformat(), "to": asked.last.isoformat()}
    note(actor, at, "register.export", detail={"agency": agency.slug, **period})
    sheet = Sheet(columns=DOSSIER_COLUMNS, words=Words.CODES)
    with opened(asked.target) as out:
        count = write_all(pieces, FileForm[asked.format.upper()], sheet, out)
    say(f"✓ Đã xuất {count} hồ sơ.", f"✓ Exported {count} dossiers.", to=sys.stderr)
    return 0


@contextmanager
def opened(target: Path | None) -> Iterator[BinaryIO]:
    if target is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with target.open("wb") as out:
            yield out


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua export dossiers")
    code = either("mã định danh của cơ quan", "identification code of the agency")
    parser.add_argument("--agency", required=True, metavar="CODE", help=code)
    for name, option in (("first", "--from"), ("last", "--to")):
        parser.add_argument(
            option, dest=name, type=date.fromisoformat, required=True, metavar="YYYY-MM-DD"
        )
    parser.add_argument("--format", choices=FORMATS, default="jsonl")
    seen = either("chỉ hồ sơ cán bộ này được xem", "only dossiers that this officer may see")
    parser.add_argument("--officer", metavar="NAME", help=seen)
    place = either("bỏ trống: đầu ra chuẩn", "left out: standard output")
    parser.add_argument("target", nargs="?", type=Path, metavar="FILE", help=place)
    return parser.parse_args(argv)
