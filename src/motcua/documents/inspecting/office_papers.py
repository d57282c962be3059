"""DOCX and XLSX: archives whose list of contents says what they are, and whether a program is inside."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from motcua.documents.rules.refusals import (
    FileBroken,
    FileEncrypted,
    FileHasMacros,
    FileIsArchive,
    FileIsBomb,
    FileIsProgram,
)
from motcua.documents.vocabulary import MediaType

ENTRIES_MAX = 5000
UNFOLDED_BYTES_MAX = 300 * 1024 * 1024
RATIO_MAX = 200
RATIO_FREE_BYTES = 10 * 1024 * 1024
"""Below this an archive may be folded as tightly as it likes: empty sheets are."""
CONTENTS = "[Content_Types].xml"
CONTENTS_BYTES_MAX = 4 * 1024 * 1024
MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": MediaType.DOCX,
    b"spreadsheetml.sheet.main+xml": MediaType.XLSX,
}
MACRO_MARKS = (
    b"macroenabled",
    b"vbaproject",
    b"ms-office.activex",
    b"intlmacrosheet",
    b"ms-excel.macrosheet",
)
MACRO_PARTS = ("vbaproject.bin", "vbadata.xml", "/activex/", "/macrosheets/", "/dialogsheets/")
PROGRAM_ENDINGS = (
    ".exe",
    ".dll",
    ".js",
    ".vbs",
    ".bat",
    ".cmd",
    ".scr",
    ".ps1",
    ".jar",
    ".class",
    ".hta",
)
ENCRYPTED_FLAG = 0x1
NOT_READABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError)


def office_kind(path: Path, name: str) -> MediaType:
    """Refusals: FileBroken, FileIsBomb, FileIsArchive, FileHasMacros, FileIsProgram, FileEncrypted."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_measure(entries, path.stat().st_size, name)
            _check_parts(entries, name)
            if CONTENTS not in archive.namelist():
                raise FileIsArchive(field="file", name=name)
            return _kind_said(_contents(archive, name), name)
    except NOT_READABLE as fault:
        raise FileBroken(field="file", name=name) from fault


def _check_measure(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    """By what the archive itself says; entries that lie about it do not open for anybody."""
    unfolded = sum(entry.file_size for entry in entries)
    tight = unfolded > RATIO_FREE_BYTES and unfolded > RATIO_MAX * size
    if len(entries) > ENTRIES_MAX or unfolded > UNFOLDED_BYTES_MAX or tight:
        raise FileIsBomb(field="file", name=name)


def _check_parts(entries: list[zipfile.ZipInfo], name: str) -> None:
    for entry in entries:
        part = f"/{entry.filename.lower()}"
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise FileEncrypted(field="file", name=name)
        if any(mark in part for mark in MACRO_PARTS):
            raise FileHasMacros(field="file", name=name)
        if part.endswith(PROGRAM_ENDINGS):
            raise FileIsProgram(field="file", name=name)


def _contents(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(CONTENTS) as part:
        text = part.read(CONTENTS_BYTES_MAX + 1)
    if len(text) > CONTENTS_BYTES_MAX:
        raise FileIsBomb(field="file", name=name)
    # Written in UTF-16 by nobody honest; without the zeros its words are found all the same.
    return text.replace(b"\x00", b"").lower()


def _kind_said(contents: bytes, name: str) -> MediaType:
    if any(mark in contents for mark in MACRO_MARKS):
        raise FileHasMacros(field="file", name=name)
    said = [kind for mark, kind in MAIN_PARTS.items() if mark in contents]
    if len(said) != 1:
        raise FileIsArchive(field="file", name=name)
    return said[0]
