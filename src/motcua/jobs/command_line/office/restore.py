"""`./motcua restore [--yes] FILE`: a backup put in place of the database; what was there is kept beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection, connections

from motcua.database.filling import take_stock
from motcua.jobs.command_line.office.backup import copy_database
from motcua.jobs.command_line.office.keeping_words import explain
from motcua.jobs.command_line.speech import complain, either, say
from motcua.jobs.keeping import archive, postgresql, sqlite
from motcua.jobs.serving.preparation import migrate
from motcua.kernel.clock import now
from motcua.kernel.folding import fold
from motcua.kernel.refusal import Refusal

YES: Final = "--yes"
AGREEING: Final = frozenset({"co", "yes"})


def run(argv: list[str]) -> int:
    """0 when the database is that of the file, at this version's tables."""
    names = [word for word in argv if word != YES]
    if len(names) != 1 or not Path(names[0]).is_file():
        return complain(
            "Cách dùng: ./motcua restore [--yes] TỆP (tệp sao lưu)",
            "Usage: ./motcua restore [--yes] FILE (a backup)",
        )
    source = Path(names[0])
    if YES not in argv and connection.introspection.table_names() and not _agreed(source):
        return complain(
            f"Chưa khôi phục gì. Để thay dữ liệu đang có, gõ:  ./motcua restore {YES} {source}",
            f"Nothing was restored. To replace what is there, type:  ./motcua restore {YES} {source}",
        )
    try:
        kept = _restore(source)
    except Refusal as refusal:
        return explain(refusal)
    say(f"✓ Đã khôi phục từ {source}.", f"✓ Restored from {source}.")
    if kept:
        say(f"  Dữ liệu trước đó giữ ở {kept}.", f"  What was there before is kept in {kept}.")
    return 0


def _agreed(source: Path) -> bool:
    """Whether the person at the terminal says so; nobody at a terminal has said nothing."""
    if not sys.stdin.isatty():
        return False
    say(
        f"Dữ liệu đang có ở {settings.DATA} sẽ được thay bằng {source}; bản hiện nay được giữ lại bên cạnh.",
        f"What is in {settings.DATA} will be replaced by {source}; a copy of it is kept beside.",
    )
    answer = input(either("Thay dữ liệu? Gõ “có” để đồng ý: ", "Replace it? Type “yes”: "))
    return fold(answer.strip()) in AGREEING


def _restore(source: Path) -> Path | None:
    """Files first: until the database is replaced they are only more than it knows."""
    place = Path(settings.DATA)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    is_sqlite = connection.vendor == "sqlite"
    with archive.database_of(source, place) as copy:
        (sqlite.verify if is_sqlite else postgresql.verify)(copy)
        archive.verify_files(source)
        kept = _keep_present()
        archive.restore_files(source)
        _replace_database(copy)
    connections.close_all()
    migrate(lambda words: print(f"• {words}", flush=True))
    if not is_sqlite:  # its statistics lie in the file
        take_stock(connection.introspection.table_names())
    return kept


def _replace_database(copy: Path) -> None:
    database = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        place = Path(database["NAME"])
        place.touch(mode=0o600)
        sqlite.restore(copy, place)
    else:
        postgresql.restore(copy, database)


def _keep_present() -> Path | None:
    """A verified copy of the database that is there now, unless none is. Files stay where they are."""
    if not connection.introspection.table_names():
        return None
    kept = Path(settings.DATA) / f"before-restore-{now():%Y%m%d-%H%M%S}.backup"
    copy_database(kept)
    return kept
