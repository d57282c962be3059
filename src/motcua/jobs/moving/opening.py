"""A parcel opened and checked: nothing is believed before its digest fits."""

from __future__ import annotations

import re
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from motcua.jobs.moving.manifest import (
    FILE_LIST,
    FILES,
    MANIFEST,
    TABLES,
    Manifest,
    Part,
    digest_of_file,
    file_name,
    lines_in,
    read_manifest,
)
from motcua.jobs.moving.refusals import ParcelDamaged, ParcelUnreadable

_NAME: Final = re.compile(
    rf"(?:{re.escape(MANIFEST)}|{re.escape(FILE_LIST)}|{TABLES}/[a-z0-9_]+\.jsonl|{FILES}/[0-9a-f]{{2}}/[0-9a-f]{{64}})"
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel whose every part has the digest that its manifest tells."""

    folder: Path
    manifest: Manifest

    def rows_of(self, part: Part) -> Iterator[dict[str, Any]]:
        return lines_in(self.folder / part.path)

    def files(self) -> Iterator[tuple[str, Path]]:
        """Each stored file: its digest, and where it stands here."""
        for row in lines_in(self.folder / FILE_LIST):
            yield row["digest"], self.folder / file_name(row["digest"])


@contextmanager
def opened(source: Path) -> Iterator[Parcel]:
    """The parcel, checked whole. Refusals: ParcelUnreadable, ParcelDamaged."""
    if source.is_dir():
        yield _checked(source)
        return
    folder = Path(tempfile.mkdtemp(prefix="parcel-", dir=settings.DATA))
    try:
        _unfold(source, folder)
        yield _checked(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unfold(source: Path, folder: Path) -> None:
    """Only plain files with names of ours: an archive of a stranger writes nowhere else."""
    try:
        with tarfile.open(source, "r|gz") as archive:
            for member in archive:
                if member.isdir():
                    continue
                content = archive.extractfile(member) if member.isfile() else None
                if content is None or not is_our_name(member.name):
                    raise ParcelUnreadable(file=source.name, detail=member.name)
                place = folder / member.name
                place.parent.mkdir(parents=True, exist_ok=True)
                with place.open("wb") as copy:
                    shutil.copyfileobj(content, copy)
    except (tarfile.TarError, EOFError, zlib.error, OSError) as fault:
        raise ParcelUnreadable(file=source.name, detail=str(fault)) from fault


def is_our_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name))


def _checked(folder: Path) -> Parcel:
    manifest = read_manifest(folder)
    for part in manifest.tables:
        _demand_digest(folder, part.path, part.sha256)
    _demand_digest(folder, FILE_LIST, manifest.files.sha256)
    for row in lines_in(folder / FILE_LIST):
        digest = str(row.get("digest"))
        _demand_digest(folder, file_name(digest), digest)
    return Parcel(folder, manifest)


def _demand_digest(folder: Path, name: str, sha256: str) -> None:
    if not is_our_name(name):
        raise ParcelUnreadable(file=name, detail="name")
    path = folder / name
    if not path.is_file():
        raise ParcelUnreadable(file=name, detail="missing")
    if digest_of_file(path) != sha256:
        raise ParcelDamaged(file=name)
