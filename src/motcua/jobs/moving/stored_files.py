"""The files that dossiers carry, beside the database: told by their table, named by their digest."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from motcua.database.tables import all_tables
from motcua.documents.storage import is_sound, keep, partial_path, place_of

__all__ = ["place_of", "put", "sound_file", "told_digests"]

FILE_TABLE: Final = "documents_storedfile"


def told_digests() -> Iterator[str]:
    """The digest of each file that the table tells of."""
    for table in all_tables():
        if table.name == FILE_TABLE:
            for row in table.read():
                yield row["digest"]


def sound_file(digest: str) -> Path | None:
    """Where the file lies; None if it is gone or no longer what its digest says."""
    return place_of(digest) if is_sound(digest) else None


def put(source: Path, digest: str) -> Path | None:
    """Copy a file to its place; the place, or None if it lay there already."""
    if is_sound(digest):
        return None
    arriving = partial_path()
    arriving.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(source, arriving)
    return place_of(keep(arriving))
