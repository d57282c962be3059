"""The name a file is shown under. It is never a place on the disk: files are kept under their digest."""

from __future__ import annotations

import re

from motcua.documents.vocabulary import MediaType
from motcua.kernel.characters import plain_words

NAME_LENGTH_MAX = 150
NAMELESS = "tep"
ENDINGS: dict[MediaType, tuple[str, ...]] = {
    MediaType.PDF: (".pdf",),
    MediaType.JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    MediaType.PNG: (".png",),
    MediaType.WEBP: (".webp",),
    MediaType.TIFF: (".tif", ".tiff"),
    MediaType.DOCX: (".docx",),
    MediaType.XLSX: (".xlsx",),
}
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def clean_name(name: str) -> str:
    """The last part of what the sender calls it, without what a file system or a header minds.

    Never empty, never a path, at most NAME_LENGTH_MAX characters; the ending is kept.
    """
    # A file system of today may hand over half a pair of UTF-16; nothing else can keep it.
    whole = name.encode("utf-8", "ignore").decode("utf-8")
    last = re.split(r"[/\\]", whole)[-1]
    plain = plain_words(_NOT_IN_NAMES.sub(" ", plain_words(last))).strip(". ")
    if _RESERVED.match(plain):
        plain = f"{NAMELESS}-{plain}"
    return _shortened(plain or NAMELESS)


def named_for(name: str, media_type: MediaType) -> str:
    """The cleaned name with an ending that tells the truth: `don.exe` that is a PDF is `don.exe.pdf`."""
    plain, endings = clean_name(name), ENDINGS[media_type]
    return plain if plain.lower().endswith(endings) else _shortened(plain + endings[0])


def _shortened(name: str) -> str:
    if len(name) <= NAME_LENGTH_MAX:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        return name[:NAME_LENGTH_MAX].strip(". ")
    return stem[: NAME_LENGTH_MAX - len(ending) - 1].strip(". ") + dot + ending
