"""Pieces of an upload: each begins where the last one ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from motcua.documents.rules.refusals import (
    ChunkOutOfPlace,
    ChunkTooLarge,
    FileEmpty,
    FileTooLarge,
    UploadIncomplete,
    UploadsTooMany,
)

CHUNK_BYTES = 512 * 1024
"""What a sender is asked to send at once: a dropped line costs at most this."""
CHUNK_BYTES_MAX = 1024 * 1024
MEGABYTE = 1024 * 1024
LIFE = timedelta(hours=24)
WAITING_FILES_MAX = 10
"""How many files of the greatest size one position may have on their way at once."""


def check_size(size: int, size_max: int) -> None:
    """Refusals: FileEmpty, FileTooLarge."""
    if size <= 0:
        raise FileEmpty(field="file")
    if size > size_max:
        raise FileTooLarge(field="file", megabytes_max=size_max // MEGABYTE)


def check_waiting(waiting: int, size: int, size_max: int) -> None:
    """`waiting`: bytes announced by the same position and not finished. Refusals: UploadsTooMany."""
    most = size_max * WAITING_FILES_MAX
    if waiting + size > most:
        raise UploadsTooMany(field="file", megabytes_max=most // MEGABYTE)


def check_chunk(*, offset: int, length: int, received: int, size: int) -> None:
    """Whether a piece fits. Refusals: ChunkOutOfPlace, ChunkTooLarge; both say where to go on."""
    if offset != received:
        raise ChunkOutOfPlace(received=received)
    if length > min(CHUNK_BYTES_MAX, size - received):
        raise ChunkTooLarge(received=received)


def check_whole(*, received: int, size: int) -> None:
    """Refusals: UploadIncomplete."""
    if received != size:
        raise UploadIncomplete(received=received, size=size)


def upload_end(at: datetime) -> datetime:
    return at + LIFE
