"""A PDF must open without a password and have a page."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from motcua.documents.rules.refusals import FileBroken, FileEncrypted

NOT_READABLE = (
    PyPdfError,
    DependencyError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
    OSError,
    AssertionError,
    zlib.error,
    struct.error,
)
"""What the reader raises over a file that only looks like a PDF."""


def check_pdf(path: Path, name: str) -> None:
    """Refusals: FileEncrypted, FileBroken.

    A PDF that only restricts copying or printing opens with the empty password: it is taken.
    """
    try:
        with path.open("rb") as content:
            reader = PdfReader(content)
            if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
                raise FileEncrypted(field="file", name=name)
            page_count = len(reader.pages)
    except NOT_READABLE as fault:
        raise FileBroken(field="file", name=name) from fault
    if page_count == 0:
        raise FileBroken(field="file", name=name)
