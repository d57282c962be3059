"""`./motcua export dossiers --agency CODE --from D --to D [--format jsonl|csv|xlsx] [FILE]`.

Dossiers that the agency received in those days, one a line, in bounded memory; noted in the access
log before the first is read. With `--officer` only those that he may see, else for the operator.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

import orjson
from xlsxwriter import Workbook

from motcua.accounts.queries import actor_for_user, any_account, user_id_called
from motcua.agencies.queries import agency_called, agency_with_code
from motcua.audit.log import note
from motcua.dossiers.exporting import COLUMNS, Period, exported_dossiers
from motcua.dossiers.refusal_words import sentence
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.no_office import say_no_office
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.actor import Actor, Door
from motcua.kernel.clock import local, local_day, now
from motcua.kernel.refusal import Refusal

Rows = Iterable[dict[str, Any]]
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
TEXT_STAYS_TEXT: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


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
    rows = exported_dossiers(actor, Period(agency_id=agency.id, first=asked.first, last=asked.last))
    period = {"from": asked.first.isoformat(), "to": asked.last.isoformat()}
    note(actor, at, "register.export", detail={"agency": agency.slug, **period})
    with _opened(asked.target) as out:
        count = WRITERS[asked.format](rows, out)
    say(f"✓ Đã xuất {count} hồ sơ.", f"✓ Exported {count} dossiers.", to=sys.stderr)
    return 0


@contextmanager
def _opened(target: Path | None) -> Iterator[BinaryIO]:
    if target is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with target.open("wb") as out:
            yield out


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Instants with the zone of Việt Nam; what is not known is empty."""
    return {
        name: local(value).isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }


def _jsonl(rows: Rows, out: BinaryIO) -> int:
    count = 0
    for row in rows:
        out.write(orjson.dumps(_plain(row), option=orjson.OPT_APPEND_NEWLINE))
        count += 1
    return count


def _csv(rows: Rows, out: BinaryIO) -> int:
    """UTF-8 with its mark, as spreadsheets want it; no text becomes a formula."""
    lines = _Lines(out)
    out.write("\ufeff".encode())
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    count = 0
    for row in rows:
        writer.writerow([_harmless(value) for value in _plain(row).values()])
        count += 1
    return count


class _Lines:
    """What `csv` writes to: text into bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, line: str) -> int:
        return self._out.write(line.encode())


def _harmless(value: Any) -> Any:
    is_formula = isinstance(value, str) and value.startswith(FORMULA_SIGNS)
    return f"'{value}" if is_formula else value


def _xlsx(rows: Rows, out: BinaryIO) -> int:
    """Rows are written one by one and forgotten; instants are dates that a sheet can sort."""
    with Workbook(out, TEXT_STAYS_TEXT) as book:
        sheet = book.add_worksheet()
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.freeze_panes(1, 1)
        sheet.write_row(0, 0, list(COLUMNS), book.add_format({"bold": True}))
        count = 0
        for place, row in enumerate(rows, start=1):
            for column, value in enumerate(row.values()):
                if isinstance(value, datetime):
                    sheet.write_datetime(place, column, local(value).replace(tzinfo=None), moment)
                elif value is not None:
                    sheet.write(place, column, value)
            count = place
    return count


WRITERS: Final[dict[str, Callable[[Rows, BinaryIO], int]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "xlsx": _xlsx,
}


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua export dossiers")
    code = either("mã định danh của cơ quan", "identification code of the agency")
    parser.add_argument("--agency", required=True, metavar="CODE", help=code)
    for name, option in (("first", "--from"), ("last", "--to")):
        parser.add_argument(
            option, dest=name, type=date.fromisoformat, required=True, metavar="YYYY-MM-DD"
        )
    parser.add_argument("--format", choices=WRITERS, default="jsonl")
    seen = either("chỉ hồ sơ cán bộ này được xem", "only dossiers that this officer may see")
    parser.add_argument("--officer", metavar="NAME", help=seen)
    place = either("bỏ trống: đầu ra chuẩn", "left out: standard output")
    parser.add_argument("target", nargs="?", type=Path, metavar="FILE", help=place)
    return parser.parse_args(argv)
