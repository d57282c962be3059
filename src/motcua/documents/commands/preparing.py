"""What a citizen sent made fit for an officer's eyes: photographs straightened and joined into one PDF.

The bytes that were sent are kept as they came; what is made of them is one content more. Slow: asked
for by the worker, never within a request.
"""

from __future__ import annotations

from datetime import datetime

from motcua.documents.commands.keeping import keep_content
from motcua.documents.inspecting.pictures import FORMATS
from motcua.documents.preparing import Seen, look_through
from motcua.documents.queries.files import files_of
from motcua.documents.storage import opened, partial_path, place_of
from motcua.documents.vocabulary import MediaType, PaperSeen, StoredFileRow
from motcua.kernel.verdict import NotFound

PICTURES = frozenset(FORMATS)


def prepare_paper(*, at: datetime, digests: tuple[str, ...], name: str) -> PaperSeen | None:
    """One paper from pictures in their order, or from one other file; None if nobody could read it.

    The same pictures give the same bytes, so asked again it makes nothing new. Refusals: NotFound,
    FileMissing, FileAltered, and all about a content (`rules.refusals`).
    """
    found = files_of(digests)
    if not digests or set(found) != set(digests):
        raise NotFound(kind="file")
    rows = [found[digest] for digest in digests]
    for row in rows:
        opened(row.digest).close()
    if rows[0].media_type in PICTURES:
        return _joined([row for row in rows if row.media_type in PICTURES], name, at)
    return _looked_at(rows[0])


def _joined(rows: list[StoredFileRow], name: str, at: datetime) -> PaperSeen | None:
    target = partial_path()
    try:
        sources = [(place_of(row.digest), FORMATS[row.media_type]) for row in rows]
        seen = look_through(sources, target)
        if seen is None:
            return None
        stored, _name = keep_content(target, name, at)
        row = StoredFileRow(
            digest=stored.digest,
            size=stored.size,
            media_type=MediaType(stored.media_type),
            stored_at=at,
        )
        return _told(row, seen)
    finally:
        target.unlink(missing_ok=True)


def _looked_at(row: StoredFileRow) -> PaperSeen | None:
    """Word and Excel files are taken as they are: nobody can say what a page of them is."""
    if row.media_type is not MediaType.PDF:
        return _told(row, Seen((), 0))
    seen = look_through([(place_of(row.digest), "PDF")], partial_path())
    return _told(row, seen) if seen else None


def _told(row: StoredFileRow, seen: Seen) -> PaperSeen:
    return PaperSeen(
        digest=row.digest,
        size=row.size,
        media_type=row.media_type,
        pages=seen.pages,
        pages_said=seen.pages_said,
    )
