"""What a file is, found by opening it. Nothing is read into memory as a whole but what a reader must."""

from __future__ import annotations

import zipfile
from pathlib import Path

from motcua.documents.inspecting.office_papers import office_kind
from motcua.documents.inspecting.pdf import check_pdf
from motcua.documents.inspecting.pictures import check_picture
from motcua.documents.rules.kinds import HEAD_BYTES, kind_of
from motcua.documents.rules.refusals import FileIsTwoThings
from motcua.documents.vocabulary import MediaType


def inspect(path: Path, name: str) -> MediaType:
    """The kind of the file at `path`, which its sender calls `name`.

    Refusals: all of `rules.refusals` that begin with File and are about a content.
    """
    with path.open("rb") as content:
        kind = kind_of(content.read(HEAD_BYTES), name)
    if kind is None:
        return office_kind(path, name)
    if _is_also_an_archive(path):
        raise FileIsTwoThings(field="file", name=name)
    if kind is MediaType.PDF:
        check_pdf(path, name)
    else:
        check_picture(path, kind, name)
    return kind


def _is_also_an_archive(path: Path) -> bool:
    """Whether a ZIP with something in it hangs at the end: a Java program, a hidden parcel."""
    try:
        with zipfile.ZipFile(path) as archive:
            return bool(archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return False
