"""`./motcua restore FILE`: a backup put in place of the database; what was there is kept beside it."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import connection, connections

from motcua.jobs.command_line.office.backup import back_up
from motcua.jobs.command_line.office.keeping_words import explain
from motcua.jobs.command_line.speech import complain, say
from motcua.jobs.keeping import postgresql, sqlite
from motcua.jobs.serving.preparation import migrate
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal


def run(argv: list[str]) -> int:
    """0 when the database is that of the file, at this version's tables."""
    if len(argv) != 1 or not Path(argv[0]).is_file():
        return complain(
            "Cách dùng: ./motcua restore TỆP (tệp sao lưu)",
            "Usage: ./motcua restore FILE (a backup)",
        )
    try:
        kept = _restore(Path(argv[0]))
    except Refusal as refusal:
        return explain(refusal)
    say(
        f"✓ Đã khôi phục từ {argv[0]}. Dữ liệu trước đó giữ ở {kept or '(chưa có dữ liệu)'}.",
        f"✓ Restored from {argv[0]}. What was there before is kept in {kept or '(nothing was there)'}.",
    )
    return 0


def _restore(source: Path) -> Path | None:
    database = settings.DATABASES["default"]
    is_sqlite = connection.vendor == "sqlite"
    (sqlite.verify if is_sqlite else postgresql.verify)(source)
    kept = _keep_present()
    if is_sqlite:
        place = Path(database["NAME"])
        place.touch(mode=0o600)
        sqlite.restore(source, place)
    else:
        postgresql.restore(source, database)
    connections.close_all()
    migrate(lambda words: print(f"• {words}", flush=True))
    return kept


def _keep_present() -> Path | None:
    """A verified copy of what is there now, unless nothing is."""
    if not connection.introspection.table_names():
        return None
    kept = Path(settings.DATA) / f"before-restore-{now():%Y%m%d-%H%M%S}.backup"
    back_up(kept)
    return kept
