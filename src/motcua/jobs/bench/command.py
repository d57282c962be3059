"""`./motcua bench [--sizes N,N…] [--part PART]… [--database NAME]… [--keep FOLDER | --use ADDRESS]`."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from motcua.jobs.bench import machine, words
from motcua.jobs.bench.figures import between_sizes
from motcua.jobs.bench.tables import growth_table, table
from motcua.jobs.command_line.speech import either, say
from motcua.jobs.processes import die_with_parent
from motcua.jobs.quality.postgres import OF_AN_OFFICE, PostgresNotStartedError, running, throwaway

SEED = 2026
TERMINATED = 128 + signal.SIGTERM
NOTES = (
    "ours and floor are operations per second of the same outcome, measured turn about in one run; "
    "ratio 1 = as quick as the floor.",
    "Receiving: all processes stand at one desk; each commit reaches the disk (SQLite "
    "synchronous=FULL, PostgreSQL fsync and synchronous_commit on); client and server share this machine.",
    "Pages and calls: one at a time through the whole program, middleware, notes of who looked, and "
    "template included, as officers of the busiest agency on the day its data end.",
    "A busy machine lowers all absolute figures: read the ratios, and load_average before the rest.",
)


class LegFailedError(Exception):
    """The measurement on one database ended with a fault, which stands on standard error."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One database of one size, and what is measured there."""

    database: str
    size: int
    parts: list[str]


def main(argv: list[str]) -> int:
    """The document on standard output and the table on standard error; 0 when all was measured."""
    # Told to stop, it still ends its servers and removes its folders.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    asked = words.read(argv)
    document: dict[str, Any] = {
        "machine": machine.described(),
        "versions": machine.versions(),
        "sizes": {
            "dossiers": asked.sizes,
            "receptions_at_most": asked.receptions,
            "seconds_per_measurement": asked.seconds,
        },
        "notes": list(NOTES),
        "databases": [],
        "skipped": [],
        "not_shown": [],
        "memory": [],
        "figures": [],
    }
    for leg in _legs(asked):
        _measure(document, leg, asked)
    document["between_sizes"] = between_sizes(document["figures"])
    _show(document, asked)
    return 1 if document["skipped"] else 0


def _show(document: dict[str, Any], asked: argparse.Namespace) -> None:
    if not asked.json:
        lines = table(document["figures"]) + growth_table(document["between_sizes"])
        print("", *lines, sep="\n", file=sys.stderr)
    if not asked.table:
        sys.stdout.buffer.write(
            orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        )


def _legs(asked: argparse.Namespace) -> Iterator[Leg]:
    """Papers and dates depend neither on the database nor on its size: they are measured first."""
    sizes = asked.sizes
    if asked.use:
        databases = [words.SQLITE if asked.use.startswith("sqlite") else words.POSTGRESQL]
        sizes = sizes[-1:]
    else:
        databases = asked.database or [words.SQLITE, words.POSTGRESQL]
    once = list(words.ONCE)
    for database in databases:
        for size in sizes:
            parts = [
                part for part in (*words.PER_DATABASE, *once) if part in (asked.part or [part])
            ]
            once = []
            if parts:
                yield Leg(database, size, parts)


def _is_wanted(part: str, asked: argparse.Namespace) -> bool:
    """A database that stands is only read unless a part that writes is named: the floor's rows do
    not verify."""
    return part in (asked.part or (words.READING if asked.use else (part,)))


def _measure(document: dict[str, Any], leg: Leg, asked: argparse.Namespace) -> None:
    name = f"{leg.database} {leg.size:,}" if leg.size else leg.database
    say(f"• Đo trên {name} …", f"• Measuring on {name} …", to=sys.stderr)
    try:
        with _where(leg, asked) as environment:
            for line in _lines(leg, environment, asked):
                _keep(document, leg, line)
    except (PostgresNotStartedError, LegFailedError) as fault:
        why = str(fault) or either("xem lỗi ở trên", "see the fault above")
        skipped = {"database": leg.database, "size": leg.size, "parts": leg.parts, "why": why}
        document["skipped"].append(skipped)
        say(f"✗ Bỏ qua {name}: {why}", f"✗ Skipped {name}: {why}", to=sys.stderr)


def _keep(document: dict[str, Any], leg: Leg, line: dict[str, Any]) -> None:
    if "version" in line:
        document["versions"][line["database"]] = line["version"]
        document["databases"].append(line)
    elif "memory" in line:
        document["memory"].append(line["memory"])
    elif "not_shown" in line:
        where = {"database": leg.database, "size": leg.size}
        document["not_shown"].append({**line["not_shown"], **where})
    else:
        document["figures"].append(line)


@contextmanager
def _where(leg: Leg, asked: argparse.Namespace) -> Iterator[dict[str, str]]:
    """The environment of the measuring process: its folder and its database."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment["DJANGO_SETTINGS_MODULE"] = "motcua.config.settings.local"
    with _folder(leg, asked) as folder:
        environment["MOTCUA_DATA"] = str(folder)
        if asked.use:
            yield environment | {"DATABASE_URL": asked.use}
        elif leg.database == words.SQLITE:
            yield environment
        elif asked.keep:
            with running(folder / "server", OF_AN_OFFICE) as server:
                yield environment | {"DATABASE_URL": server.url}
        else:
            with throwaway(OF_AN_OFFICE) as server:
                yield environment | {"DATABASE_URL": server.url}


@contextmanager
def _folder(leg: Leg, asked: argparse.Namespace) -> Iterator[Path]:
    if asked.keep:
        folder = Path(asked.keep).resolve() / f"{leg.database}-{leg.size}"
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as made:
        yield Path(made)


def _lines(
    leg: Leg, environment: dict[str, str], asked: argparse.Namespace
) -> Iterator[dict[str, Any]]:
    asking = {
        "database": leg.database,
        "size": leg.size,
        "receptions": asked.receptions,
        "seconds": asked.seconds,
        "seed": SEED,
    }
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "motcua.jobs.bench.leg", orjson.dumps(asking).decode(), *leg.parts],
        stdout=subprocess.PIPE,
        env=environment,
        preexec_fn=die_with_parent(signal.SIGTERM),
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield orjson.loads(line)
    if process.returncode:
        raise LegFailedError
