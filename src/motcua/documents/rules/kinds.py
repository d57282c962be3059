"""What a content is, by its first bytes; what it is called plays no part."""

from __future__ import annotations

from motcua.documents.rules.refusals import (
    FileEmpty,
    FileIsArchive,
    FileIsHeic,
    FileIsOldOffice,
    FileIsProgram,
    FileIsTwoThings,
    FileIsWebPage,
    FileTypeRefused,
)
from motcua.documents.vocabulary import MediaType
from motcua.kernel.refusal import Refusal

HEAD_BYTES = 1024
"""How much of the beginning is looked at. Readers of PDF accept their mark anywhere in it."""
PDF_MARK = b"%PDF-"
OFFICE_MARK = b"PK\x03\x04"
"""DOCX and XLSX are ZIP archives; which of them, and whether at all, only their inside tells."""
_PICTURES = (
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"II*\x00", MediaType.TIFF),
    (b"MM\x00*", MediaType.TIFF),
)
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif"}
_REFUSED: tuple[tuple[bytes, type[Refusal]], ...] = (
    (b"MZ", FileIsProgram),
    (b"\x7fELF", FileIsProgram),
    (b"#!", FileIsProgram),
    (b"\xca\xfe\xba\xbe", FileIsProgram),
    (b"\xcf\xfa\xed\xfe", FileIsProgram),
    (b"\xfe\xed\xfa", FileIsProgram),
    (b"dex\n", FileIsProgram),
    (b"\x00asm", FileIsProgram),
    (b"L\x00\x00\x00\x01\x14\x02\x00", FileIsProgram),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileIsOldOffice),
    (b"Rar!\x1a\x07", FileIsArchive),
    (b"7z\xbc\xaf\x27\x1c", FileIsArchive),
    (b"\x1f\x8b", FileIsArchive),
    (b"BZh", FileIsArchive),
    (b"\xfd7zXZ\x00", FileIsArchive),
    (b"PK\x05\x06", FileIsArchive),
)
_PAGE_MARKS = (b"<!doctype", b"<html", b"<svg", b"<script", b"<head", b"<body", b"<iframe")


def kind_of(head: bytes, name: str) -> MediaType | None:
    """The kind that the beginning of a content shows; None for an archive that may be DOCX or XLSX.

    Refusals: FileEmpty, FileTypeRefused and those that name what was sent instead.
    """
    if not head:
        raise FileEmpty(field="file")
    found = _picture(head) or (MediaType.PDF if head.startswith(PDF_MARK) else None)
    if found is not MediaType.PDF and PDF_MARK in head[:HEAD_BYTES]:
        raise FileIsTwoThings(field="file", name=name)
    if found is None and not head.startswith(OFFICE_MARK):
        raise _why_not(head)(field="file", name=name)
    return found


def _picture(head: bytes) -> MediaType | None:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return MediaType.WEBP
    return next((kind for mark, kind in _PICTURES if head.startswith(mark)), None)


def _why_not(head: bytes) -> type[Refusal]:
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return FileIsHeic
    named = next((why for mark, why in _REFUSED if head.startswith(mark)), None)
    if named is not None:
        return named
    text = head.replace(b"\x00", b"").lower()
    return FileIsWebPage if any(mark in text for mark in _PAGE_MARKS) else FileTypeRefused
