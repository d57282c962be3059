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
