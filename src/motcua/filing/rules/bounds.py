"""How much a draft may hold, and how long it is kept. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from motcua.filing.rules.refusals import DraftFilesTooMany, DraftTooLong

DRAFTS_MAX: Final = 30
ANSWERS_LENGTH_MAX: Final = 200_000
FILES_MAX: Final = 60
FILES_BYTES_MAX: Final = 200_000_000
PAGE_VERSIONS_KEPT: Final = 30
"""A device that has been away for longer than so many savings is told all that is different."""
LIFE: Final = timedelta(days=60)
WARNED_BEFORE: Final = timedelta(days=7)
MESSAGE_LENGTH_MAX: Final = 2000
MESSAGES_A_DAY_MAX: Final = 20
MEGABYTE: Final = 1_000_000


def draft_end(at: datetime) -> datetime:
    return at + LIFE


def check_length(text: str) -> None:
    """Refusals: DraftTooLong."""
    if len(text) > ANSWERS_LENGTH_MAX:
        raise DraftTooLong(field="form")


def check_files(*, count: int, size: int) -> None:
    """With the file that is to come. Refusals: DraftFilesTooMany."""
    if count > FILES_MAX or size > FILES_BYTES_MAX:
        raise DraftFilesTooMany(
            field="file", files_max=FILES_MAX, megabytes_max=FILES_BYTES_MAX // MEGABYTE
        )
