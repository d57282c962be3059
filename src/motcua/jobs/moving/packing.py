"""Everything an office owns, in one parcel: a folder, or one .tar.gz."""

from __future__ import annotations

import hashlib
import shutil
import tarfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from motcua.database.counting_on import last_number
from motcua.database.tables import PlainRow, Table, applied_migrations, one_snapshot
from motcua.jobs.moving import stored_files
from motcua.jobs.moving.belongings import SECRET_TABLES, belongings, covered
from motcua.jobs.moving.manifest import (
    FILE_LIST,
    FILES,
    TABLES,
    Manifest,
    Part,
    file_name,
    line_of,
    lines_in,
)
from motcua.jobs.moving.refusals import ParcelExists
from motcua.kernel.event import instant_text

ARCHIVE_ENDINGS: Final = (".tar.gz", ".tgz")
CHAIN_TABLE: Final = "ledger_stream"
TELL_EVERY = 500
Progress = Callable[[int, int], None]
"""Told how many rows are done, of how many."""


def is_archive(path: Path) -> bool:
    return path.name.endswith(ARCHIVE_ENDINGS)


def pack(target: Path, *, at: datetime, with_secrets: bool, progress: Progress) -> Manifest:
    """Write the parcel; all its rows are of one moment. A parcel is whole or not there.

    Refusals: ParcelExists.
    """
    if target.exists():
        raise ParcelExists(field="file", file=str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    making = target.with_name(f"{target.name}.partial")
    shutil.rmtree(making, ignore_errors=True)
    (making / TABLES).mkdir(parents=True)
    # Personal data of the people who came to the office.
    making.chmod(0o700)
    try:
        manifest = _packed(making, at=at, with_secrets=with_secrets, progress=progress)
        manifest.write(making)
        (_finish_archive if is_archive(target) else _finish_folder)(making, target)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return manifest


def _packed(folder: Path, *, at: datetime, with_secrets: bool, progress: Progress) -> Manifest:
    with one_snapshot():
        tables = belongings()
        kept = [table for table in tables if with_secrets or table.name not in SECRET_TABLES]
        told = _telling(progress, sum(table.count() for table in kept))
        missing: list[str] = []
        return Manifest(
            made_at=instant_text(at),
            with_secrets=with_secrets,
            migrations=applied_migrations(table.app for table in tables),
            tables=[_write_table(folder, table, told, with_secrets=with_secrets) for table in kept],
            chains=[row for table in kept if table.name == CHAIN_TABLE for row in table.read()],
            files=_write_lines(folder / FILE_LIST, FILES, _file_lines(missing)),
            withheld={table.name: table.count() for table in tables if table not in kept},
            missing_files=missing,
        )


def _telling(progress: Progress, total: int) -> Callable[[], None]:
    """Counts rows and passes the count on now and then."""
    done = 0

    def told() -> None:
        nonlocal done
        done += 1
        if done % TELL_EVERY == 0 or done == total:
            progress(done, total)

    return told


def _write_table(
    folder: Path, table: Table, told: Callable[[], None], *, with_secrets: bool
) -> Part:
    path = folder / TABLES / f"{table.name}.jsonl"
    rows = _rows(table, told, with_secrets=with_secrets)
    return _write_lines(path, table.name, rows, last=last_number(table))


def _rows(table: Table, told: Callable[[], None], *, with_secrets: bool) -> Iterator[PlainRow]:
    for row in table.read():
        yield row if with_secrets else covered(table, row)
        told()


def _write_lines(
    path: Path, name: str, rows: Iterable[Mapping[str, Any]], last: int | None = None
) -> Part:
    digest, count, size = hashlib.sha256(), 0, 0
    with path.open("wb") as lines:
        for row in rows:
            line = line_of(row)
            lines.write(line)
            digest.update(line)
            count, size = count + 1, size + len(line)
    return Part(name=name, rows=count, bytes=size, sha256=digest.hexdigest(), last_number=last)


def _file_lines(missing: list[str]) -> Iterator[dict[str, Any]]:
    """A line for each file that is there and sound; the digests of the others go into `missing`."""
    for digest in stored_files.told_digests():
        place = stored_files.sound_file(digest)
        if place is None:
            missing.append(digest)
        else:
            yield {"digest": digest, "bytes": place.stat().st_size}


def _finish_folder(making: Path, target: Path) -> None:
    for source, name in _stored(making):
        copy = making / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)
    making.rename(target)


def _finish_archive(making: Path, target: Path) -> None:
    written = target.with_name(f"{target.name}.partial-archive")
    try:
        with tarfile.open(written, "w:gz") as archive:
            for path in sorted(making.rglob("*")):
                if path.is_file():
                    archive.add(path, path.relative_to(making).as_posix())
            for source, name in _stored(making):
                archive.add(source, name)
        written.chmod(0o600)
        written.rename(target)
    finally:
        written.unlink(missing_ok=True)


def _stored(making: Path) -> Iterator[tuple[Path, str]]:
    """Each file that is told in the list: where it lies, and its name in the parcel."""
    for row in lines_in(making / FILE_LIST):
        yield stored_files.place_of(row["digest"]), file_name(row["digest"])
