"""`./motcua load [--desks N] [--citizens N] [--seconds S] [--kills N] [--database NAME] …`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.speech import complain, either
from motcua.jobs.quality.postgres import (
    OF_AN_OFFICE,
    PostgresNotStartedError,
    Server,
    running,
    throwaway,
)

DESKS, CITIZENS, SECONDS, HURRY, SEED = 60, 300, 120, 4.0, 2026
SQLITE, POSTGRESQL = "sqlite", "postgresql"
TERMINATED = 128 + signal.SIGTERM


def main(argv: list[str]) -> int:
    """0 when nothing failed, nothing was lost, nothing is there twice and the ledger is whole."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    asked = _asked(argv)
    try:
        with _folder(asked) as folder, _database(asked, folder) as server:
            os.environ["MOTCUA_DATA"] = str(folder)
            os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.config.settings.local"
            os.environ.pop("DATABASE_URL", None)
            if server is not None:
                os.environ["DATABASE_URL"] = server.url
            import_module("motcua.jobs.command_line.django_ready").prepare()
            # What follows has tables below it, which can only be imported once Django stands.
            code = import_module("motcua.jobs.load.running").run(asked, server)
    except PostgresNotStartedError as fault:
        return complain(f"PostgreSQL không chạy: {fault}", f"PostgreSQL did not start: {fault}")
    return int(code)


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua load")
    parser.add_argument("--database", choices=[SQLITE, POSTGRESQL], default=POSTGRESQL)
    parser.add_argument("--desks", type=int, default=DESKS)
    parser.add_argument("--citizens", type=int, default=CITIZENS)
    parser.add_argument(
        "--seconds",
        type=float,
        default=SECONDS,
        help=either("chạy bao lâu", "how long it lasts"),
    )
    parser.add_argument(
        "--hurry",
        type=float,
        default=HURRY,
        help=either(
            f"nhanh gấp mấy lần một buổi sáng thật ({HURRY:.0f})",
            f"how many times quicker than a real morning ({HURRY:.0f})",
        ),
    )
    parser.add_argument(
        "--kills",
        type=int,
        default=0,
        help=either(
            "giết đột ngột máy chủ web, việc nền, cơ sở dữ liệu chừng ấy lần",
            "kill web server, background worker and database so many times",
        ),
    )
    parser.add_argument("--size", type=int, default=0, metavar="DOSSIERS")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help=either("chỉ JSON", "only the document"))
    shown.add_argument("--table", action="store_true", help=either("chỉ bảng", "only the table"))
    return parser.parse_args(argv)


@contextmanager
def _folder(asked: argparse.Namespace) -> Iterator[Path]:
    if asked.keep:
        folder = asked.keep.resolve() / f"{asked.database}-{asked.size}"
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="motcua-load-") as made:
        yield Path(made)


@contextmanager
def _database(asked: argparse.Namespace, folder: Path) -> Iterator[Server | None]:
    """A server whose commits reach the disk; none for SQLite."""
    if asked.database == SQLITE:
        yield None
    elif asked.keep:
        with running(folder / "server", OF_AN_OFFICE) as server:
            yield server
    else:
        with throwaway(OF_AN_OFFICE) as server:
            yield server
