"""`./motcua numbering PATTERN [--agency SLUG] [--from DAY]`: how dossier codes are written."""

from __future__ import annotations

import argparse
from datetime import date

from motcua.agencies.queries import agency_called
from motcua.dossiers.commands.set_number_pattern import set_number_pattern
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rules.numbering import DEFAULT_PATTERN
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.clock import local_day, now
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound


def run(argv: list[str]) -> int:
    """0 when set; 1 with a sentence when refused."""
    asked, at = _asked(argv), now()
    day = asked.day or local_day(at)
    try:
        agency = agency_called(asked.agency, day) if asked.agency else None
        if asked.agency and agency is None:
            raise NotFound(kind="agency", field="agency")
        set_number_pattern(
            actor=operator("numbering"),
            at=at,
            agency_id=agency.id if agency else None,
            pattern=asked.pattern,
            valid_from=day,
        )
    except Refusal as refusal:
        return complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")
    say(f"✓ Mã hồ sơ từ {day}: {asked.pattern}", f"✓ Dossier codes from {day}: {asked.pattern}")
    return 0


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua numbering")
    parser.add_argument(
        "pattern", help=either(f"ví dụ {DEFAULT_PATTERN}", f"such as {DEFAULT_PATTERN}")
    )
    parser.add_argument(
        "--agency",
        default="",
        metavar="SLUG",
        help=either("và mọi nơi trực thuộc; không ghi: mọi cơ quan", "with all below; else all"),
    )
    parser.add_argument("--from", dest="day", type=date.fromisoformat, metavar="YYYY-MM-DD")
    return parser.parse_args(argv)
