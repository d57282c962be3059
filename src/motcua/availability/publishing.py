"""Announcements in a small file, so that every page can show them, also while the database is away."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from motcua.availability.models import Announcement
from motcua.availability.vocabulary import Announced, AnnouncementKind

TOLD_AFTER = timedelta(days=30)
ROWS_MAX = 50
log = logging.getLogger("motcua.availability")


def publish(at: datetime) -> None:
    """Write what is planned, under way or was lately over. A full disk is told to the log, not to whoever
    announces: the table has it."""
    told = [_plain(one) for one in announced(at)]
    try:
        _replace(Path(settings.ANNOUNCEMENTS_FILE), json.dumps(told, ensure_ascii=False))
    except OSError:
        log.warning("announcements could not be published", exc_info=True)


def announced(at: datetime) -> tuple[Announced, ...]:
    """The newest first, from the table (announcement_newest). One query."""
    rows = Announcement.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=at - TOLD_AFTER), withdrawn_at__isnull=True
    )
    return tuple(
        Announced(
            id=row.pk,
            kind=AnnouncementKind(row.kind),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            words_vi=row.words_vi,
            words_en=row.words_en,
        )
        for row in rows.order_by("-starts_at", "-pk")[:ROWS_MAX]
    )


class Published:
    """What the file says, read again when it has changed."""

    def __init__(self) -> None:
        self._seen: tuple[str, int, int] = ("", 0, 0)
        self._told: tuple[Announced, ...] = ()

    def now(self) -> tuple[Announced, ...]:
        """Nothing where there is no file, or a damaged one. No query."""
        path = Path(settings.ANNOUNCEMENTS_FILE)
        try:
            state = path.stat()
        except OSError:
            return ()
        seen = (str(path), state.st_mtime_ns, state.st_ino)
        if seen != self._seen:
            self._told, self._seen = _read(path), seen
        return self._told


published = Published()


def _read(path: Path) -> tuple[Announced, ...]:
    try:
        return tuple(_announced(plain) for plain in json.loads(path.read_text()))
    except (OSError, ValueError, KeyError, TypeError):
        log.warning("announcements could not be read", exc_info=True)
        return ()


def _plain(one: Announced) -> dict[str, str | int]:
    return {
        "id": one.id,
        "kind": str(one.kind),
        "starts_at": one.starts_at.isoformat(),
        "ends_at": one.ends_at.isoformat() if one.ends_at else "",
        "words_vi": one.words_vi,
        "words_en": one.words_en,
    }


def _announced(plain: dict[str, str]) -> Announced:
    return Announced(
        id=int(plain["id"]),
        kind=AnnouncementKind(plain["kind"]),
        starts_at=datetime.fromisoformat(plain["starts_at"]),
        ends_at=datetime.fromisoformat(plain["ends_at"]) if plain["ends_at"] else None,
        words_vi=plain["words_vi"],
        words_en=plain["words_en"],
    )


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, partial = tempfile.mkstemp(dir=path.parent, prefix="announcements-")
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    Path(partial).replace(path)
