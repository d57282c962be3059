"""A backup as one archive: the database's own copy first, then every file under its digest.

    database            a SQLite file, or a dump of PostgreSQL
    files/<digest>      one for each content that the database knows
    end                 how many files there are: an archive that was cut off has none

A plain TAR, written and read from front to back: as large as it must be, in little memory, and any
machine can open it without us. A file is never written before its row, nor a row before its file
(`motcua.documents`): all that the database of the archive knows is on the disk when it is read.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from motcua.documents.storage import (
    DIGEST,
    Readable,
    copy_synced,
    digest_at,
    digest_of,
    keep,
    partial_path,
    place_of,
)
from motcua.jobs.keeping.refusals import BackupUnsound
from motcua.kernel.refusal import Refusal

DATABASE = "database"
FILES = "files/"
END = "end"
Keeper = Callable[[Path], None]
"""Does something with a copy of the database: makes it, proves it, puts it in place."""


def write(target: Path, copy_database: Keeper, digests: Callable[[], Iterable[str]]) -> list[str]:
    """Write the archive to `target`, which is there whole or not at all; the digests it lacks.

    `digests` is asked after the database was copied, so it names at least what the copy knows.
    What is missing or altered on the disk is left out and named: a backup without it is better than none.
    """
    written = target.with_name(f"{target.name}.partial")
    try:
        with tarfile.open(written, "w", format=tarfile.PAX_FORMAT) as archive:
            with TemporaryDirectory(dir=target.parent, prefix=".motcua-") as folder:
                copy = Path(folder) / DATABASE
                copy_database(copy)
                _add(archive, copy, DATABASE)
            lacking, count = [], 0
            for digest in digests():
                if _add_file(archive, digest):
                    count += 1
                else:
                    lacking.append(digest)
            _add_end(archive, count)
        written.rename(target)
    finally:
        written.unlink(missing_ok=True)
    return lacking


def _add(archive: tarfile.TarFile, path: Path, name: str) -> None:
    """Names, times and owners of this machine stay here; two backups of the same things are alike."""
    entry = tarfile.TarInfo(name)
    with path.open("rb") as content:
        entry.size = path.stat().st_size
        entry.mode = 0o600
        archive.addfile(entry, content)


def _add_file(archive: tarfile.TarFile, digest: str) -> bool:
    """False when the content is not there or not that of its digest."""
    try:
        if digest_at(place_of(digest)) != digest:
            return False
        _add(archive, place_of(digest), f"{FILES}{digest}")
    except FileNotFoundError:
        return False
    return True


def _add_end(archive: tarfile.TarFile, count: int) -> None:
    words = str(count).encode()
    entry = tarfile.TarInfo(END)
    entry.size, entry.mode = len(words), 0o600
    archive.addfile(entry, io.BytesIO(words))


def is_archive(path: Path) -> bool:
    """Whether it is one of ours; backups of before files were kept are the database's copy alone."""
    return path.is_file() and tarfile.is_tarfile(path)


@contextmanager
def database_of(path: Path, workplace: Path) -> Iterator[Path]:
    """The copy of the database in a backup, for as long as it is needed. Refusals: BackupUnsound."""
    if not is_archive(path):
        yield path
        return
    with TemporaryDirectory(dir=workplace, prefix=".motcua-") as folder:
        copy = Path(folder) / DATABASE
        with _reading(path) as archive:
            first = archive.next()
            content = archive.extractfile(first) if first and first.name == DATABASE else None
            if first is None or content is None:
                raise _unsound(path, "no database")
            copy_synced(content, copy, first.size)
        yield copy


def verify_files(path: Path) -> int:
    """Every file of the archive has the digest that it is named by; how many. Refusals: BackupUnsound."""
    count = 0
    with _refusing(path):
        for digest, content in _files(path):
            if digest_of(content) != digest:
                raise _unsound(path, f"{FILES}{digest}")
            count += 1
    return count


def restore_files(path: Path) -> int:
    """Put back the files that the disk lacks or that were altered; how many the archive holds.

    Nothing is taken away: a file is named by its content, so one more does no harm.
    Refusals: BackupUnsound.
    """
    count = 0
    with _refusing(path):
        for digest, content in _files(path):
            _put_back(path, digest, content)
            count += 1
    return count


def _put_back(path: Path, digest: str, content: Readable) -> None:
    copy = partial_path()
    try:
        copy_synced(content, copy, path.stat().st_size)
        if digest_at(copy) != digest:
            raise _unsound(path, f"{FILES}{digest}")
        keep(copy)
    finally:
        copy.unlink(missing_ok=True)


def _files(path: Path) -> Iterator[tuple[str, Readable]]:
    """Digest and content of each file, in the order of the archive; anything else is unsound."""
    if not is_archive(path):
        return
    count = 0
    with _reading(path) as archive:
        for entry in archive:
            content = archive.extractfile(entry) if entry.isfile() else None
            digest = entry.name.removeprefix(FILES)
            if content is not None and DIGEST.fullmatch(digest):
                count += 1
                yield digest, content
            elif content is not None and entry.name == END:
                _check_end(path, content, count)
                return
            elif entry.name != DATABASE:
                raise _unsound(path, entry.name)
    raise _unsound(path, "cut off")


def _check_end(path: Path, content: Readable, count: int) -> None:
    if content.read(20) != str(count).encode():
        raise _unsound(path, "a file is lacking")


@contextmanager
def _reading(path: Path) -> Iterator[tarfile.TarFile]:
    with _refusing(path), tarfile.open(path, "r:") as archive:
        yield archive


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """What the reader of archives finds wrong is a refusal, wherever it is noticed."""
    try:
        yield
    except (tarfile.TarError, EOFError) as fault:
        raise _unsound(path, str(fault)) from fault


def _unsound(path: Path, detail: str) -> Refusal:
    return BackupUnsound(field="file", file=str(path), detail=detail)
