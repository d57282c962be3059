"""`./motcua export list dossiers|work|register --officer NAME [--format jsonl|csv|xlsx] [FILTERS] [FILE]`.

The list that the officer would see, with the same filters as `./motcua list`, written by the same
writers as files made in the background; noted in the access log before the first line is read.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Final

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.exporting.lines import Which, columns_of, pieces, plain_filter
from motcua.dossiers.exporting.telling import about_file
from motcua.dossiers.exporting.writers import Sheet, Words, write_all
from motcua.dossiers.rules.exports import Exported, FileForm
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.dossiers.as_officer import ask_officer, carried_out, noted
from motcua.jobs.command_line.office.dossiers.exporting import FORMATS, opened
from motcua.jobs.command_line.office.dossiers.filters import (
    ask_filters,
    finding_typed,
    register_typed,
    work_typed,
)
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.actor import Actor

LISTS: Final = {
    "dossiers": Exported.DOSSIERS,
    "work": Exported.WORK,
    "register": Exported.REGISTER,
}


def run(argv: list[str]) -> int:
    """0 when written; 1 when refused or the place cannot be written to."""
    asked = _asked(argv)
    try:
        return carried_out(asked.officer, lambda actor, at: _export(actor, at, asked))
    except OSError as fault:
        return complain(
            f"Không ghi được {asked.target}: {fault.strerror}. Hãy chọn nơi khác còn chỗ.",
            f"{asked.target} cannot be written: {fault.strerror}. Choose another place with room.",
        )


def _export(actor: Actor, at: datetime, asked: argparse.Namespace) -> int:
    may(actor, Permission.DOSSIER_EXPORT).demand()
    what, which = LISTS[asked.what], _which(actor, at, asked)
    told = {"list": str(what), "filter": plain_filter(which), "form": asked.format}
    noted(actor, at, "dossier.exported", **told)
    sheet = Sheet(
        columns=columns_of(what),
        words=Words.PEOPLE if asked.words else Words.CODES,
        about=about_file(actor, what, which, at),
    )
    with opened(asked.target) as out:
        lines = pieces(actor, which, at=at)
        count = write_all(lines, FileForm[asked.format.upper()], sheet, out)
    say(f"✓ Đã xuất {count} dòng.", f"✓ Exported {count} lines.", to=sys.stderr)
    return 0


def _which(actor: Actor, at: datetime, asked: argparse.Namespace) -> Which:
    if asked.what == "register":
        return register_typed(actor, at, asked)
    return work_typed(asked) if asked.what == "work" else finding_typed(asked)


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua export list")
    parser.add_argument("what", choices=LISTS, metavar="|".join(LISTS))
    ask_officer(parser)
    parser.add_argument("--format", choices=FORMATS, default="jsonl")
    words = either("chữ thay cho mã", "words in place of codes")
    parser.add_argument("--words", action="store_true", help=words)
    ask_filters(parser)
    place = either("bỏ trống: đầu ra chuẩn", "left out: standard output")
    parser.add_argument("target", nargs="?", type=Path, metavar="FILE", help=place)
    return parser.parse_args(argv)
