"""Typst sets the pages: one kept compiler per form, the same bytes for the same data.

Typeface. Decree 30/2020/NĐ-CP asks for Times New Roman, which may not be given away, and no freely licensed
typeface of the same metrics could be pinned from PyPI for our Python (Tinos only comes in a wheel for
3.12 and later). The built-in choice is Libertinus Serif (SIL OFL 1.1): drawn as a replacement of Times, with every
Vietnamese letter, and part of the Typst wheel, so a paper looks alike on every machine; fonts of the
system are never used. An office that owns Times New Roman names its folder in a `Typeface`.
Libertinus has no ơ and ư in bold italic: forms never use the two together.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from motcua.kernel.clock import local_day
from motcua.papers import form_sets
from motcua.papers.slip_content import slip_content
from motcua.papers.vocabulary import PaperSize, SlipData

FALLBACK_FAMILY = "Libertinus Serif"
# Archive (readable text, fonts inside) and accessible at once; TT 01/2023 and NĐ 30 ask for PDF >= 1.4.
PDF_STANDARDS: list[Any] = ["a-2a", "ua-1"]


@dataclass(frozen=True, slots=True)
class Typeface:
    """Family to print in, and the folder of its font files; letters it lacks come from Libertinus."""

    family: str = FALLBACK_FAMILY
    folder: Path | None = None


BUILT_IN = Typeface()


_PAGE_TREE = re.compile(rb"/Type/Pages/Count (\d+)")


class Press:
    """One form's compiler, kept warm. Thread-safe: one page is set at a time."""

    def __init__(self, template: Path, typeface: Typeface) -> None:
        self._families = list(dict.fromkeys([typeface.family, FALLBACK_FAMILY]))
        self._lock = Lock()
        folders = [typeface.folder] if typeface.folder else []
        self._compiler = typst.Compiler(
            template,
            root=form_sets.FORMS,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=folders),
        )

    def print(
        self, content: dict[str, Any], *, size: PaperSize, timestamp: int, snug: bool = False
    ) -> bytes:
        """PDF of the form filled with `content`; `timestamp` (Unix seconds) dates the file.

        `snug` sets the lines a little closer.
        """
        paper = {"content": content, "size": size.value, "snug": snug, "fonts": self._families}
        with self._lock:
            pdf = self._compiler.compile(
                format="pdf",
                sys_inputs={"paper": json.dumps(paper, ensure_ascii=False)},
                pdf_standards=PDF_STANDARDS,
                timestamp=timestamp,
            )
        assert isinstance(pdf, bytes)
        return pdf


_PRESSES: dict[tuple[Path, Typeface], Press] = {}
_PRESSES_LOCK = Lock()


def press_for(template: Path, typeface: Typeface = BUILT_IN) -> Press:
    """The one kept press of this template and typeface in this process."""
    with _PRESSES_LOCK:
        key = (template, typeface)
        if key not in _PRESSES:
            _PRESSES[key] = Press(template, typeface)
        return _PRESSES[key]


def render_slip(
    data: SlipData, paper: PaperSize = PaperSize.A5, typeface: Typeface = BUILT_IN
) -> bytes:
    """Form 01 as PDF, in the form set in force on the day of receipt (Vietnamese time).

    A slip of several pages is set a little closer when that saves a sheet.

    Refusals: NoFormSetInForce, FormUnknown, TooManyLines, CodeTextTooLong.
    """
    form = form_sets.choose(local_day(data.received_at), "01")
    content = slip_content(data, title=form.title)
    press = press_for(form.template, typeface)
    timestamp = int(data.received_at.timestamp())
    pdf = press.print(content, size=paper, timestamp=timestamp)
    if page_count(pdf) == len(data.copies):
        return pdf
    closer = press.print(content, size=paper, timestamp=timestamp, snug=True)
    return closer if page_count(closer) < page_count(pdf) else pdf


def page_count(pdf: bytes) -> int:
    """Pages of a PDF that Typst wrote (its page tree is one uncompressed node)."""
    tree = _PAGE_TREE.search(pdf)
    assert tree is not None
    return int(tree[1])
