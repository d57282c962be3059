"""`./motcua backup FILE`: the whole database in one file, verified, while the office works on."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import connection

from motcua.jobs.command_line.office.keeping_words import explain
from motcua.jobs.command_line.speech import complain, say
from motcua.jobs.keeping import postgresql, sqlite
from motcua.jobs.keeping.refusals import BackupExists
from motcua.kernel.refusal import Refusal


def run(argv: list[str]) -> int:
    """0 when the copy is there and sound."""
    if len(argv) != 1:
        return complain("Cách dùng: ./motcua backup TỆP", "Usage: ./motcua backup FILE")
    target = Path(argv[0])
    try:
        back_up(target)
    except Refusal as refusal:
        return explain(refusal)
    megabytes = target.stat().st_size / 1_000_000
    say(
        f"✓ Đã sao lưu và kiểm tra: {target} ({megabytes:.1f} MB).",
        f"✓ Backed up and verified: {target} ({megabytes:.1f} MB).",
    )
    return 0


def back_up(target: Path) -> None:
    """Copy the configured database to `target`. Refusals: BackupExists, and those of the keepers."""
    if target.exists():
        raise BackupExists(field="file", file=str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    database = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        sqlite.back_up(Path(database["NAME"]), target)
    else:
        postgresql.back_up(database, target)
    # Personal data of the people who came to the office.
    target.chmod(0o600)
