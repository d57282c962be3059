"""The folder of files: each under its digest, `ab/cd/abcd…`, written whole or not at all, never changed.

The digest is the name, so the same content is kept once, two writers of it do no harm to each
other, and every reading can prove what it gives.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from django.conf import settings

from motcua.documents.rules.refusals import FileAltered, FileMissing

BLOCK_BYTES = 256 * 1024
DIGEST = re.compile(r"[0-9a-f]{64}")
PARTIAL = ".partial"
READ_ONLY = 0o400
PROOFS_REMEMBERED_MAX = 4096


class Readable(Protocol):
    """What can be read piece by piece: an open file, or one that came with a form."""

    def read(self, size: int, /) -> bytes: ...


def files_root() -> Path:
    return Path(settings.STORED_FILES)


def place_of(digest: str) -> Path:
    """Where a content lies. Faults: ValueError for what is no digest, so no name ever leads elsewhere."""
    if not DIGEST.fullmatch(digest):
        raise ValueError("not a digest")
    return files_root() / digest[:2] / digest[2:4] / digest


def blocks_of(content: Readable, length: int = -1) -> Iterator[bytes]:
    """The next `length` bytes in pieces (all that follow if negative)."""
    left = length
    while left:
        block = content.read(BLOCK_BYTES if left < 0 else min(BLOCK_BYTES, left))
        if not block:
            return
        left -= len(block) if left > 0 else 0
        yield block


def digest_of(content: Readable) -> str:
    """SHA-256 of all that follows, in hexadecimal."""
    summing = hashlib.sha256()
    for block in blocks_of(content):
        summing.update(block)
    return summing.hexdigest()


def digest_at(path: Path) -> str:
    """SHA-256 of a file on the disk. Faults: OSError."""
    with path.open("rb") as content:
        return digest_of(content)


def copy_synced(source: Readable, target: Path, bytes_max: int) -> int:
    """Write a new file for our account only, safe on the disk; stops one block past `bytes_max`.

    How many bytes were written: the caller refuses what is too long and removes it.
    """
    written = 0
    with _new_file(target) as copy:
        for block in blocks_of(source):
            copy.write(block)
            written += len(block)
            if written > bytes_max:
                break
        copy.flush()
        os.fsync(copy.fileno())
    return written


def _new_file(path: Path) -> BinaryIO:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def keep(source: Path) -> str:
    """Move a finished file into the folder, in one step; its digest.

    What lies there already stays if it is sound; one that was altered on the disk is healed.
    """
    with source.open("rb") as content:
        digest = digest_of(content)
        os.fsync(content.fileno())
    place = place_of(digest)
    if is_sound(digest):
        source.unlink()
        return digest
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    source.chmod(READ_ONLY)
    source.replace(place)
    for folder in (place.parent, place.parent.parent, files_root()):
        _sync_folder(folder)
    return digest


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def is_sound(digest: str) -> bool:
    """Whether the content is there and is that of its digest; reads all of it."""
    try:
        return digest_at(place_of(digest)) == digest
    except OSError:
        return False


def opened(digest: str) -> BinaryIO:
    """The content, open at its beginning and proved. Refusals: FileMissing, FileAltered.

    The proof is remembered for this very file on the disk (its number, length and time of change).
    """
    try:
        content = place_of(digest).open("rb")
    except OSError as fault:
        raise FileMissing(digest=digest) from fault
    if not _is_proved(digest, content):
        content.close()
        raise FileAltered(digest=digest)
    content.seek(0)
    return content


_proved: set[tuple[str | int, ...]] = set()


def _is_proved(digest: str, content: BinaryIO) -> bool:
    found = os.fstat(content.fileno())
    known = (
        digest,
        found.st_dev,
        found.st_ino,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
    )
    if known in _proved:
        return True
    if digest_of(content) != digest:
        return False
    if len(_proved) >= PROOFS_REMEMBERED_MAX:
        _proved.clear()
    _proved.add(known)
    return True


def partial_path() -> Path:
    """A name in the folder of files that nobody else has, for a content on its way in."""
    return files_root() / f"{secrets.token_hex(16)}{PARTIAL}"


def kept_places() -> Iterator[Path]:
    """Every file in the folder, in the order of digests; also what does not belong there."""
    for folder, names, files in os.walk(files_root()):
        names.sort()
        for name in sorted(files):
            yield Path(folder) / name
