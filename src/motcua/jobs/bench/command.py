"""`./motcua bench [--dossiers N] [--seconds S] [--part PART]… [--database NAME]… [--json | --table]`."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import orjson

from motcua.jobs.bench import machine
from motcua.jobs.bench.figures import table
from motcua.jobs.command_line.speech import either, say
from motcua.jobs.processes import die_with_parent
from motcua.jobs.quality.postgres import PostgresNotStartedError, throwaway_server

DOSSIERS, SECONDS, SEED = 2_000, 8.0, 2026
TERMINATED = 128 + signal.SIGTERM
SQLITE, POSTGRESQL = "sqlite", "postgresql"
PER_DATABASE, ONCE = ("receiving", "reading"), ("printing", "dating")
NOTES = (
    "ours and floor are operations per second of the same outcome, measured turn about in one run; "
    "ratio 1 = as quick as the floor.",
    "Receiving: all processes stand at one desk; each commit reaches the disk (SQLite "
    "synchronous=FULL, PostgreSQL fsync and synchronous_commit on); client and server share this machine.",
    "A busy machine lowers all absolute figures: read the ratios, and load_average before the rest.",
)


class LegFailedError(Exception):
    """The measurement on one database ended with a fault, which stands on standard error."""


def main(argv: list[str]) -> int:
    """The document on standard output and the table on standard error; 0 when all was measured."""
    # Told to stop, it still ends its servers and removes its folders.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    words = _words(argv)
    document: dict[str, Any] = {
        "machine": machine.described(),
        "versions": machine.versions(),
        "sizes": {"dossiers_at_most": words.dossiers, "seconds_per_measurement": words.seconds},
        "notes": list(NOTES),
        "skipped": [],
        "figures": [],
    }
    for database in words.database or (SQLITE, POSTGRESQL):
        parts = _parts(words.part, with_once=database == (words.database or (SQLITE,))[0])
        _measure(document, database, parts, words)
    if not words.json:
        say("", "", to=sys.stderr)
        print("\n".join(table(document["figures"])), file=sys.stderr)
    if not words.table:
        sys.stdout.buffer.write(
            orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        )
    return 1 if document["skipped"] else 0


def _words(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./motcua bench", description=__doc__)
    parser.add_argument("--dossiers", type=int, default=DOSSIERS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--part", action="append", choices=[*PER_DATABASE, *ONCE])
    parser.add_argument("--database", action="append", choices=[SQLITE, POSTGRESQL])
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="only the document")
    shown.add_argument("--table", action="store_true", help="only the table")
    return parser.parse_args(argv)


def _parts(asked: list[str] | None, *, with_once: bool) -> list[str]:
    """What is measured here; papers and dates do not depend on the database."""
    all_parts = [*PER_DATABASE, *(ONCE if with_once else ())]
    return [part for part in all_parts if not asked or part in asked]


def _measure(
    document: dict[str, Any], database: str, parts: list[str], words: argparse.Namespace
) -> None:
    if not parts:
        return
    say(f"• Đo trên {database} …", f"• Measuring on {database} …", to=sys.stderr)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder,
            _server(database) as address,
        ):
            for line in _leg(database, address, Path(folder), parts, words):
                if "version" in line:
                    document["versions"][line["database"]] = line["version"]
                else:
                    document["figures"].append(line)
    except (PostgresNotStartedError, LegFailedError) as fault:
        why = str(fault) or either("xem lỗi ở trên", "see the fault above")
        document["skipped"].append({"database": database, "parts": parts, "why": why})
        say(f"✗ Bỏ qua {database}: {why}", f"✗ Skipped {database}: {why}", to=sys.stderr)


def _server(database: str) -> AbstractContextManager[str]:
    return throwaway_server(durable=True) if database == POSTGRESQL else nullcontext("")


def _leg(
    database: str, address: str, folder: Path, parts: list[str], words: argparse.Namespace
) -> Iterator[dict[str, Any]]:
    asking = {
        "database": database,
        "dossiers": words.dossiers,
        "seconds": words.seconds,
        "seed": SEED,
    }
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {
        "MOTCUA_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "motcua.config.settings.local",
    }
    if address:
        environment["DATABASE_URL"] = address
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "motcua.jobs.bench.leg", orjson.dumps(asking).decode(), *parts],
        stdout=subprocess.PIPE,
        env=environment,
        preexec_fn=die_with_parent(signal.SIGTERM),
    ) as leg:
        assert leg.stdout is not None
        for line in leg.stdout:
            yield orjson.loads(line)
    if leg.returncode:
        raise LegFailedError
