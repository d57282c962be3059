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
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from motcua.kernel.clock import local_day
from motcua.papers import form_sets
from motcua.papers.content.acknowledgement import acknowledgement_content
from motcua.papers.content.declaration import declaration_content
from motcua.papers.content.leaflet import STEPS, leaflet_content
from motcua.papers.content.papers import DATA_OF, paper_content
from motcua.papers.content.slip import slip_content
from motcua.papers.data.acknowledgements import Acknowledgement
from motcua.papers.data.declarations import Declaration
from motcua.papers.data.leaflets import Leaflet
from motcua.papers.dressing import dress, size_of
from motcua.papers.form_sets import FormVersion
from motcua.papers.rules.words import UNCHANGED, Changes
from motcua.papers.vocabulary import PaperKind, PaperSize, SlipData

FALLBACK_FAMILY = "Libertinus Serif"
# Archive (readable text, fonts inside) and accessible at once; TT 01/2023 and NĐ 30 ask for PDF >= 1.4.
PDF_STANDARDS: list[Any] = ["a-2a", "ua-1"]


@dataclass(frozen=True, slots=True)
class Typeface:
    """Family to print in, and the folder of its font files; letters it lacks come from Libertinus."""

    family: str = FALLBACK_FAMILY
    folder: Path | None = None


BUILT_IN = Typeface()


# A longer paper gains nothing worth the time from being set twice.
PAGES_SET_CLOSER_MAX = 10

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
        self,
        content: dict[str, Any],
        *,
        size: PaperSize,
        timestamp: int,
        snug: bool = False,
        specimen: bool = False,
    ) -> bytes:
        """PDF of the form filled with `content`; `timestamp` (Unix seconds) dates the file.

        `snug` sets the lines a little closer; `specimen` marks each page as one.
        """
        paper = {
            "content": content,
            "size": size.value,
            "snug": snug,
            "specimen": specimen,
            "fonts": self._families,
        }
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


def render(
    kind: PaperKind,
    data: Any,
    size: PaperSize | None = None,
    *,
    words: Changes = UNCHANGED,
    typeface: Typeface = BUILT_IN,
) -> bytes:
    """A paper as PDF, in the form in force on its day (`data.head.at`; a slip: `data.received_at`).

    `size` None prints on the size the office set (`words`), else on the form's own. The same
    arguments always give the same bytes.

    Refusals: NoFormSetInForce, PaperNotInFormSet, TooManyLines, CodeTextTooLong.
    """
    form = form_sets.form_for(kind, local_day(moment_of(data)))
    return render_form(form, data, size, words=words, typeface=typeface)


def render_form(
    form: FormVersion,
    data: Any,
    size: PaperSize | None = None,
    *,
    words: Changes = UNCHANGED,
    typeface: Typeface = BUILT_IN,
    specimen: bool = False,
) -> bytes:
    """The paper in this very form, whatever its day: for previews (`specimen` marks it "MẪU").

    A paper of several pages is set a little closer when that saves a sheet.
    """
    content = dress(_content(form, data), form.sheet, words)
    press = press_for(form.template, typeface)
    sheet_size, timestamp = size_of(form.sheet, words, size), int(moment_of(data).timestamp())
    return _snug_if_shorter(press, content, sheet_size, timestamp, specimen=specimen)


def _snug_if_shorter(
    press: Press,
    content: dict[str, Any],
    size: PaperSize,
    timestamp: int,
    *,
    specimen: bool = False,
) -> bytes:
    """Set a little closer when that saves a sheet."""
    printing: dict[str, Any] = {"size": size, "timestamp": timestamp, "specimen": specimen}
    pdf = press.print(content, **printing)
    pages = page_count(pdf)
    if pages == len(content["copies"]) or pages > PAGES_SET_CLOSER_MAX:
        return pdf
    closer = press.print(content, **printing, snug=True)
    return closer if page_count(closer) < pages else pdf


def render_declaration(data: Declaration, *, typeface: Typeface = BUILT_IN) -> bytes:
    """The declaration as PDF on A4; the same data always give the same bytes. Refusals: TooManyLines."""
    press = press_for(form_sets.FORMS / "declaration.typ", typeface)
    timestamp = int(data.at.timestamp())
    return _snug_if_shorter(press, declaration_content(data), PaperSize.A4, timestamp)


def render_acknowledgement(data: Acknowledgement, *, typeface: Typeface = BUILT_IN) -> bytes:
    """The acknowledgement of what was sent online, as PDF on A4; the same data always give the same bytes.

    Refusals: TooManyLines, CodeTextTooLong.
    """
    press = press_for(form_sets.FORMS / "acknowledgement.typ", typeface)
    timestamp = int(data.at.timestamp())
    return _snug_if_shorter(press, acknowledgement_content(data), PaperSize.A4, timestamp)


def render_leaflet(data: Leaflet, *, typeface: Typeface = BUILT_IN) -> bytes:
    """The leaflet as PDF on one page of A4: in smaller letters and fewer lines until it fits.

    The same data always give the same bytes. Refusals: CodeTextTooLong.
    """
    press = press_for(form_sets.FORMS / "leaflet.typ", typeface)
    pdf = b""
    for step in STEPS:
        pdf = press.print(
            leaflet_content(data, step), size=PaperSize.A4, timestamp=int(data.at.timestamp())
        )
        if page_count(pdf) == 1:
            break
    return pdf


def moment_of(data: Any) -> datetime:
    """The instant that dates a paper."""
    at = data.received_at if isinstance(data, SlipData) else data.head.at
    assert isinstance(at, datetime)
    return at


def _content(form: FormVersion, data: Any) -> dict[str, Any]:
    if form.kind is PaperKind.SLIP:
        return slip_content(data, title=form.title)
    assert isinstance(data, DATA_OF[form.kind]), form.kind
    return paper_content(data, title=form.title)


def page_count(pdf: bytes) -> int:
    """Pages of a PDF that Typst wrote (its page tree is one uncompressed node)."""
    tree = _PAGE_TREE.search(pdf)
    assert tree is not None
    return int(tree[1])
