"""When the last sound backup was made: a line in the data folder, written by whoever made it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings


def note_backup(at: datetime) -> None:
    Path(settings.LAST_BACKUP_FILE).write_text(at.isoformat())


def last_backup() -> datetime | None:
    """None where none is known of."""
    try:
        return datetime.fromisoformat(Path(settings.LAST_BACKUP_FILE).read_text())
    except (OSError, ValueError):
        return None
