"""Where files of lists lie: outside of what the web server gives out, for the office's account only."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

BLOCK_BYTES = 1024 * 1024


def folder() -> Path:
    return Path(settings.EXPORTED_FILES)


def place_of(run_id: int, attempt: int) -> Path:
    """The finished file of an attempt."""
    return folder() / f"export-{run_id}-{attempt}"


def scratch_of(run_id: int, attempt: int) -> Path:
    """The folder in which the file grows."""
    return folder() / f"export-{run_id}-{attempt}.partial"


@contextmanager
def growing(run_id: int, attempt: int) -> Iterator[tuple[BinaryIO, Path]]:
    """The file of an attempt, whole at its place at the end or not there at all; and its scratch
    folder, which is gone at the end."""
    scratch = scratch_of(run_id, attempt)
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(mode=0o700)
    try:
        part = scratch / "file"
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w+b") as out:
            yield out, scratch
            out.flush()
            os.fsync(out.fileno())
        part.replace(place_of(run_id, attempt))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def digest_of(place: Path) -> str:
    """SHA-256, read block by block."""
    with place.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def take_away(run_id: int) -> None:
    """Everything that any attempt has left."""
    for left in folder().glob(f"export-{run_id}-*"):
        _remove(left)


def take_away_all_but(run_ids: set[int]) -> None:
    """Whatever lies there and belongs to none of these runs."""
    for left in folder().glob("*"):
        name = left.name.removeprefix("export-").partition("-")[0]
        if not (name.isdecimal() and int(name) in run_ids):
            _remove(left)


def _remove(left: Path) -> None:
    if left.is_dir():
        shutil.rmtree(left, ignore_errors=True)
    else:
        left.unlink(missing_ok=True)
