"""Files that come in with papers: how many, of what size, each once; and how fact and row keep them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.dossiers.vocabulary import FileIn, FileKind
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal

FILES_MAX = 200
FILES_SIZE_MAX = 500_000_000
FILE_NAME_MAX = 200


class TooManyFiles(Refusal):
    """A dossier holds a bounded number of files of a bounded size together."""

    code = "too-many-files"


class FileUnknown(Refusal):
    code = "file-unknown"


class FileAttachedAlready(Refusal):
    """The very same file is part of the dossier already."""

    code = "file-attached-already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The files a dossier has already: how many, of how many bytes together, which."""

    count: int = 0
    size: int = 0
    digests: frozenset[str] = frozenset()


NO_FILES = Held()


def file_problems(
    files: tuple[FileIn, ...], *, paper_count: int, held: Held = NO_FILES
) -> Iterator[Refusal]:
    """What is wrong with files that come in with `paper_count` papers, in this order."""
    seen = set(held.digests)
    for file in files:
        if file.digest in seen:
            yield FileAttachedAlready(field="file", name=file.name)
        seen.add(file.digest)
    size = held.size + sum(file.size for file in files)
    if held.count + len(files) > FILES_MAX or size > FILES_SIZE_MAX:
        yield TooManyFiles(field="file", files_max=FILES_MAX, size_max=FILES_SIZE_MAX // 1_000_000)
    for file in files:
        place = file.paper_position
        if place is not None and not 0 <= place < paper_count:
            yield FileUnknown(field="paper_position")


def files_in(
    files: tuple[FileIn, ...],
    *,
    by: str,
    at: datetime,
    first: int = 0,
    first_paper: int = 0,
    kind: FileKind = FileKind.PAPER,
) -> Iterator[dict[str, Any]]:
    """Values of fact and row. `first`: the place of the first file among those of the dossier;
    `first_paper`: that of the first paper they come with."""
    for place, file in enumerate(files, start=first):
        values: dict[str, Any] = {
            "position": place,
            "digest": file.digest,
            "name": file.name[:FILE_NAME_MAX],
            "media_type": file.media_type,
            "size": file.size,
            "kind": str(kind),
            "added_at": plain(at),
        }
        if by:
            values["added_by"] = by
        if file.paper_position is not None:
            values["paper_position"] = first_paper + file.paper_position
        yield values
