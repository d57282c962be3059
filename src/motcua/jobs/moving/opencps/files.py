"""The files of an export as they lie: single ones, folders, and zip archives of XML and JSON."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from motcua.jobs.moving.opencps.refusals import ExportUnreadable

BYTES_MAX: Final = 64 * 1024 * 1024
"""Of one file, or of one member of an archive, unpacked."""
FILES_MAX: Final = 20_000
READ: Final = frozenset({".xml", ".json"})


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file below that can be an export. Refusals: ExportUnreadable."""
    try:
        if path.is_dir():
            for found in sorted(path.rglob("*"))[:FILES_MAX]:
                if found.is_file() and found.suffix.lower() in READ:
                    yield found.relative_to(path).as_posix(), _content(found)
        elif zipfile.is_zipfile(path):
            yield from _members(path)
        else:
            yield path.name, _content(path)
    except (OSError, zipfile.BadZipFile) as fault:
        raise ExportUnreadable(file=str(path), problem="cannot-be-opened") from fault


def _content(path: Path) -> bytes:
    if path.stat().st_size > BYTES_MAX:
        raise ExportUnreadable(file=path.name, problem="too-large")
    return path.read_bytes()


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        members = [one for one in archive.infolist() if Path(one.filename).suffix.lower() in READ]
        for member in members[:FILES_MAX]:
            with archive.open(member) as content:
                # What an archive says of the size of its members is not believed.
                read = content.read(BYTES_MAX + 1)
            if len(read) > BYTES_MAX:
                raise ExportUnreadable(file=member.filename, problem="too-large")
            yield member.filename, read
