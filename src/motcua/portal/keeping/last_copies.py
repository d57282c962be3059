"""Public pages as they last were, on disk: what is read while the database does not answer.

One file a page and language, compressed, shared by all processes of the machine and there after a
restart. Nobody's data stand in them: a page of a dossier says stage and date. The folder is bounded:
the copies written longest ago make room.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import tempfile
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

WRITTEN_BETWEEN_TIDYING = 500
AGE_MAX = timedelta(days=14)
"""Older ones are not shown: by then the office has been away, not its database."""
ROOM_LEFT = 0.9
log = logging.getLogger("motcua.portal")


@dataclass(frozen=True, slots=True)
class LastCopy:
    """A page as it was at `made_at`."""

    body: bytes
    headers: dict[str, str]
    made_at: datetime
    is_paced: bool


class LastCopies:
    """The copies in a folder. Whatever the disk does, a page is answered."""

    def __init__(self) -> None:
        self._written = 0

    def write(self, address: str, language: str, copy: LastCopy) -> None:
        """Keep it in place of the one before."""
        path = _path(address, language)
        if path is None:
            return
        head = {
            "headers": copy.headers,
            "made_at": copy.made_at.isoformat(),
            "is_paced": copy.is_paced,
        }
        whole = gzip.compress(json.dumps(head).encode() + b"\n" + copy.body, 6)
        try:
            _replace(path, whole)
        except OSError:
            log.warning("a last copy could not be kept", exc_info=True)
            return
        self._written += 1
        if self._written % WRITTEN_BETWEEN_TIDYING == 1:
            tidy(path.parent, settings.LAST_COPIES_BYTES_MAX)

    def read(self, address: str, language: str, at: datetime) -> LastCopy | None:
        """None where none was kept, or only one that is too old or damaged."""
        path = _path(address, language)
        if path is None:
            return None
        try:
            head, _newline, body = gzip.decompress(path.read_bytes()).partition(b"\n")
            told = json.loads(head)
            made_at = datetime.fromisoformat(told["made_at"])
        except FileNotFoundError:
            return None
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
            log.warning("a last copy could not be read", exc_info=True)
            return None
        if at - made_at > AGE_MAX:
            return None
        return LastCopy(body, dict(told["headers"]), made_at, bool(told["is_paced"]))


def tidy(folder: Path, bytes_max: int) -> int:
    """Take away the oldest copies until nine tenths of the room are left taken; how many went."""
    found = []
    for path in folder.glob("*"):
        try:
            state = path.stat()
        except FileNotFoundError:
            continue
        found.append((state.st_mtime, state.st_size, path))
    total = sum(size for _when, size, _path in found)
    if total <= bytes_max:
        return 0
    gone = 0
    for _when, size, path in sorted(found, key=lambda one: one[0]):
        if total <= bytes_max * ROOM_LEFT:
            break
        path.unlink(missing_ok=True)
        total -= size
        gone += 1
    return gone


def _path(address: str, language: str) -> Path | None:
    """A digest names the file: an address may hold anything. None where none are kept."""
    if not settings.KEEP_LAST_COPIES:
        return None
    name = blake2b(f"{language} {address}".encode(), digest_size=20).hexdigest()
    return Path(settings.LAST_COPIES) / name


def _replace(path: Path, whole: bytes) -> None:
    """In one step: a reader sees the old copy or the new one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, partial = tempfile.mkstemp(dir=path.parent, prefix="new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(whole)
        Path(partial).replace(path)
    except OSError:
        Path(partial).unlink(missing_ok=True)
        raise


copies = LastCopies()
