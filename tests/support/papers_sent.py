"""Contents as people send them, made with real writers; and those that nobody should take."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cache

from PIL import Image
from pypdf import PdfWriter

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"


@cache
def a_pdf(words: str = "", *, password: str | None = None, pages: int = 1) -> bytes:
    """One blank page (or more); `words` make contents differ. A password "" restricts without closing."""
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(width=595, height=842)
    writer.add_metadata({"/Title": words})
    if password is not None:
        writer.encrypt(password, owner_password="owner", algorithm="AES-256")
    whole = io.BytesIO()
    writer.write(whole)
    return whole.getvalue()


@cache
def a_picture(form: str = "JPEG", size: tuple[int, int] = (40, 30), color: int = 90) -> bytes:
    whole = io.BytesIO()
    Image.new(
        "L" if form != "WEBP" else "RGB", size, color if form != "WEBP" else (color,) * 3
    ).save(whole, form)
    return whole.getvalue()


def an_archive(parts: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return whole.getvalue()


def an_office_paper(main: str = WORD_MAIN, more: dict[str, bytes] | None = None) -> bytes:
    contents = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    parts = {"[Content_Types].xml": contents.encode(), "word/document.xml": b"<w:document/>"}
    return an_archive(parts | (more or {}))


def a_huge_png() -> bytes:
    """A head that promises 60000 by 60000 pixels over a body of nothing."""
    small = bytearray(a_picture("PNG"))
    small[16:24] = (60_000).to_bytes(4, "big") * 2
    small[29:33] = zlib.crc32(bytes(small[12:29])).to_bytes(4, "big")
    return bytes(small)


def a_tight_archive() -> bytes:
    """An office paper of a few kilobytes that unfolds to hundreds of megabytes."""
    return an_office_paper(more={f"word/media/{n}": bytes(40 * 1024 * 1024) for n in range(2)})
