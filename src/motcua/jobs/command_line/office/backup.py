"""`./motcua backup FILE`: database and files in one archive, verified, while the office works on."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import connection

from motcua.availability.backups import note_backup
from motcua.documents.queries.files import stored_digests
from motcua.jobs.command_line.office.keeping_words import explain
from motcua.jobs.command_line.speech import complain, say
from motcua.jobs.keeping import archive, postgresql, sqlite
from motcua.jobs.keeping.refusals import BackupExists
from motcua.kernel import clock
from motcua.kernel.refusal import Refusal

NAMED_MAX = 20


def run(argv: list[str]) -> int:
    """0 when the copy is there, sound and whole; 1 also when a file could not be added to it."""
    if len(argv) != 1:
        return complain("Cách dùng: ./motcua backup TỆP", "Usage: ./motcua backup FILE")
    target = Path(argv[0])
    try:
        lacking = back_up(target)
    except Refusal as refusal:
        return explain(refusal)
    megabytes = target.stat().st_size / 1_000_000
    say(
        f"✓ Đã sao lưu và kiểm tra: {target} ({megabytes:.1f} MB).",
        f"✓ Backed up and verified: {target} ({megabytes:.1f} MB).",
    )
    for digest in lacking[:NAMED_MAX]:
        complain(
            f"Tệp {digest} bị mất hoặc bị sửa trên đĩa nên không có trong bản sao lưu.",
            f"File {digest} is missing or altered on the disk, so the backup lacks it.",
        )
    if lacking:
        return complain(
            f"Bản sao lưu thiếu {len(lacking)} tệp. Hãy gõ:  ./motcua documents verify",
            f"The backup lacks {len(lacking)} files. Type:  ./motcua documents verify",
        )
    return 0


def back_up(target: Path) -> list[str]:
    """Database and files into `target`; the digests of files that could not be added.

    Refusals: BackupExists, and those of the keepers.
    """
    if target.exists():
        raise BackupExists(field="file", file=str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    lacking = archive.write(target, copy_database, stored_digests)
    archive.verify_files(target)
    # Personal data of the people who came to the office.
    target.chmod(0o600)
    note_backup(clock.now())
    return lacking


def copy_database(target: Path) -> None:
    """The configured database alone, verified. Refusals: those of the keepers."""
    database = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        sqlite.back_up(Path(database["NAME"]), target)
    else:
        postgresql.back_up(database, target)
    target.chmod(0o600)
