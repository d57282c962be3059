"""Files that are kept, by their digest. Whose file one may see is not asked here.

A digest entitles nobody: the caller has asked the dossier whether the actor may see what is
attached to it, before he asks for the content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from motcua.documents.blocks import Blocks
from motcua.documents.models import FileScan, StoredFile
from motcua.documents.rules.ranges import Part
from motcua.documents.rules.refusals import FileInfected
from motcua.documents.storage import opened
from motcua.documents.vocabulary import MediaType, ScanState, StoredFileRow
from motcua.kernel.verdict import NotFound

DIGESTS_MAX = 500


def file_of(digest: str) -> StoredFileRow:
    """What is known of a content. Two queries. Refusals: NotFound."""
    found = files_of([digest])
    if digest not in found:
        raise NotFound(kind="file")
    return found[digest]


def files_of(digests: Iterable[str]) -> dict[str, StoredFileRow]:
    """Those of these digests that are kept, at most DIGESTS_MAX. Two queries (unique digest, file_scan_latest)."""
    wanted = list(dict.fromkeys(digests))[:DIGESTS_MAX]
    rows = list(StoredFile.objects.filter(digest__in=wanted))
    states = _latest(rows)
    return {row.digest: _told(row, states.get(row.pk, "")) for row in rows}


def open_file(digest: str, part: Part | None = None) -> Blocks:
    """The content, or a part of it, proved to be that of its digest before the first byte is given.

    Refusals: NotFound, FileInfected, FileMissing, FileAltered.
    """
    row = StoredFile.objects.filter(digest=digest).first()
    if row is None:
        raise NotFound(kind="file")
    verdict = FileScan.objects.filter(file=row).order_by("-id").first()
    if verdict is not None and verdict.state == ScanState.INFECTED:
        raise FileInfected(found=verdict.found)
    opened(digest).close()
    return Blocks(lambda: opened(digest), part or Part(0, row.size - 1))


def stored_digests() -> Iterator[str]:
    """Every digest that is known, in order, a piece at a time: for backups and for the proof."""
    rows = StoredFile.objects.order_by("digest").values_list("digest", flat=True)
    yield from rows.iterator(chunk_size=2000)


def rows_with_names(rows: list[tuple[StoredFile, str, str]]) -> tuple[StoredFileRow, ...]:
    """Rows with the name and the token that each came by. One query more."""
    states = _latest([row for row, _name, _token in rows])
    return tuple(_told(row, states.get(row.pk, ""), name, token) for row, name, token in rows)


def _latest(rows: list[StoredFile]) -> dict[int, str]:
    """The state that holds of each file; later verdicts come later and win."""
    verdicts = FileScan.objects.filter(file__in=rows).order_by("id")
    return dict(verdicts.values_list("file_id", "state"))


def _told(row: StoredFile, state: str, name: str = "", token: str = "") -> StoredFileRow:
    return StoredFileRow(
        digest=row.digest,
        size=row.size,
        media_type=MediaType(row.media_type),
        stored_at=row.stored_at,
        scan=ScanState(state) if state else ScanState.UNSCANNED,
        name=name,
        token=token,
    )
