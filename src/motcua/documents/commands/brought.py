"""Files that another installation brings, in pieces, under the digest it names.

Who brings it has been proved by the caller. A piece that does not fit changes nothing: the answer
says how much is here, and the sender goes on from there.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from motcua.documents.commands.keeping import keep_content
from motcua.documents.models import StoredFile
from motcua.documents.rules import chunks
from motcua.documents.rules.naming import clean_name
from motcua.documents.rules.refusals import ChunkTooLarge, FileIsAnother
from motcua.documents.storage import DIGEST, copy_synced, digest_of, is_sound, partial_path
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """One file as its sender announces it with each piece. `sender`: letters and digits only."""

    sender: str
    digest: str
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """How many bytes are here; `is_whole`: it is kept."""

    received: int
    is_whole: bool


def bring_piece(*, at: datetime, bringing: Bringing, offset: int, data: bytes) -> Brought:
    """An empty piece only asks how much is here.

    Refusals: NotFound for what is no digest, FileEmpty, FileTooLarge, ChunkTooLarge, FileIsAnother,
    all about a content (`rules.refusals`).
    """
    if not DIGEST.fullmatch(bringing.digest) or not bringing.sender.isalnum():
        raise NotFound(kind="file")
    chunks.check_size(bringing.size, settings.FILE_BYTES_MAX)
    if StoredFile.objects.filter(digest=bringing.digest).exists() and is_sound(bringing.digest):
        return Brought(received=bringing.size, is_whole=True)
    with _in_turn(bringing) as part:
        received = _written(part, bringing, offset, data)
        if received < bringing.size:
            return Brought(received=received, is_whole=False)
        _finish(part, bringing, at)
    return Brought(received=bringing.size, is_whole=True)


def _written(part: BinaryIO, bringing: Bringing, offset: int, data: bytes) -> int:
    """How many bytes are here, with this piece if it begins where they end."""
    received = os.fstat(part.fileno()).st_size
    if not data or offset != received:
        return received
    if len(data) > min(chunks.CHUNK_BYTES_MAX, bringing.size - received):
        raise ChunkTooLarge(received=received)
    part.seek(received)
    part.write(data)
    part.flush()
    os.fsync(part.fileno())
    return received + len(data)


def _finish(part: BinaryIO, bringing: Bringing, at: datetime) -> None:
    """Keep it if it is what was announced; else forget it: its sender begins anew."""
    copy = partial_path()
    try:
        part.seek(0)
        if digest_of(part) != bringing.digest:
            raise FileIsAnother(name=bringing.name)
        part.seek(0)
        copy_synced(part, copy, settings.FILE_BYTES_MAX)
        keep_content(copy, clean_name(bringing.name), at)
    except Refusal:
        _place(bringing).unlink(missing_ok=True)
        raise
    finally:
        copy.unlink(missing_ok=True)
    _place(bringing).unlink(missing_ok=True)


def _place(bringing: Bringing) -> Path:
    """Both are letters and digits only: a name, and no way elsewhere."""
    return Path(settings.UPLOAD_PARTS) / f"brought-{bringing.sender}-{bringing.digest}"


@contextmanager
def _in_turn(bringing: Bringing) -> Iterator[BinaryIO]:
    """The file of pieces, while no other process writes or finishes it."""
    path = _place(bringing)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as part:
        fcntl.flock(part, fcntl.LOCK_EX)
        yield part
