"""What a PDF of print shows page by page: whether there is anything on it, and what it says of its length."""

from __future__ import annotations

import re
from pathlib import Path

from pypdf import PageObject, PdfReader

from motcua.documents.inspecting.pdf import NOT_READABLE
from motcua.documents.rules.doubts import pages_said
from motcua.documents.vocabulary import PageDoubt, PageSeen

PAGES_LOOKED_AT = 100
PAGES_READ = 5
SHOWS = re.compile(rb"(?<![A-Za-z])(?:Tj|TJ|'|\"|Do|f\*?|F|b\*?|B\*?|S|s|sh|EI)(?![A-Za-z])")
"""The operators that put something on a page: print, a picture, a line, a surface."""


def pages_of_pdf(path: Path) -> tuple[list[PageSeen], int]:
    """Every page, and the number of pages that the paper says it has (0: it does not say)."""
    with path.open("rb") as content:
        reader = PdfReader(content)
        if reader.is_encrypted:
            reader.decrypt("")
        seen = [_seen(page) for page in reader.pages[:PAGES_LOOKED_AT]]
        said = max((_said(page) for page in reader.pages[:PAGES_READ]), default=0)
        return seen, said


def _seen(page: PageObject) -> PageSeen:
    """A page that cannot be read through is not said to be blank."""
    try:
        contents = page.get_contents()
        is_blank = contents is None or SHOWS.search(contents.get_data()) is None
        is_blank = is_blank and not page.get("/Annots")
    except NOT_READABLE:
        is_blank = False
    return PageSeen(doubts=(PageDoubt.BLANK,) if is_blank else ())


def _said(page: PageObject) -> int:
    try:
        return pages_said(page.extract_text())
    except NOT_READABLE:
        return 0
