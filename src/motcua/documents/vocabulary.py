"""Stored codes of files, and what the doors of this app answer with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MediaType(StrEnum):
    """What may be kept: papers that a person reads, and that every office can open."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    TIFF = "image/tiff"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ScanState(StrEnum):
    """What is known of a file's harm. FAILED: a scanner is configured and gave no verdict."""

    UNSCANNED = "UNSCANNED"
    CLEAN = "CLEAN"
    INFECTED = "INFECTED"
    FAILED = "FAILED"


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredFileRow:
    """One content that is kept.

    `name` and `token` are those of the upload it came by, empty when asked by digest: one content
    may come under many names. The token lets its sender attach it later; a digest alone entitles
    nobody to anything.
    """

    digest: str
    size: int
    media_type: MediaType
    stored_at: datetime
    scan: ScanState = ScanState.UNSCANNED
    name: str = ""
    token: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class UploadRow:
    """An upload on its way: `received` bytes of `size` are here. `digest` is empty until it is finished."""

    token: str
    name: str
    size: int
    received: int
    created_at: datetime
    expires_at: datetime
    digest: str = ""

    @property
    def is_finished(self) -> bool:
        return bool(self.digest)


class PageDoubt(StrEnum):
    """Why a page that was sent may not be of use. None of them stops anybody: they are told in words."""

    TOO_SMALL = "TOO_SMALL"
    TOO_DARK = "TOO_DARK"
    TOO_BRIGHT = "TOO_BRIGHT"
    BLURRED = "BLURRED"
    BLANK = "BLANK"
    CUT_OFF = "CUT_OFF"


@dataclass(frozen=True, kw_only=True, slots=True)
class PageSeen:
    """One page as it was found. `is_straightened`: its photograph was turned, squared or cut to the sheet."""

    doubts: tuple[PageDoubt, ...] = ()
    is_straightened: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperSeen:
    """The file that stands for what was sent, and what was found page by page. `digest` is that of
    the pictures joined into one PDF, or of the file itself where nothing was to be joined.
    `pages_said`: how many pages the paper itself says it has; 0 if it says nothing."""

    digest: str
    size: int
    media_type: MediaType
    pages: tuple[PageSeen, ...] = ()
    pages_said: int = 0
