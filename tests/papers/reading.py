"""What a reader, a ruler and a phone find on a printed paper."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

BREAK_POINT = "\u200b"
PRINT_DOTS_PER_INCH = 200
POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Box:
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


def page_texts(pdf: bytes) -> list[str]:
    """Text of each page as extracted: one line, break points left out."""
    return [one_line(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def text_of(pdf: bytes) -> str:
    return " ".join(page_texts(pdf))


def one_line(text: str) -> str:
    return " ".join(text.replace(BREAK_POINT, "").split())


def squeezed(text: str) -> str:
    """Without any space: for words that may have been broken over lines."""
    return "".join(text.replace(BREAK_POINT, "").split())


def page_sizes_mm(pdf: bytes) -> list[tuple[int, int]]:
    sizes = (page.get_size() for page in pypdfium2.PdfDocument(pdf))
    return [
        (round(width / POINTS_PER_MM), round(height / POINTS_PER_MM)) for width, height in sizes
    ]


def letters_outside_sheet(pdf: bytes) -> list[str]:
    """Letters that stick out of their page, however little."""
    return [
        textpage.get_text_range(index, 1)
        for page in pypdfium2.PdfDocument(pdf)
        for textpage in [page.get_textpage()]
        for index in range(textpage.count_chars())
        if not _lies_within(Box(*textpage.get_charbox(index)), page.get_size())
    ]


def qr_codes(pdf: bytes, page_number: int = 0) -> list[str]:
    """Texts of the QR codes on a page printed at 200 dpi in black and white, as one reads: row by row."""
    page = pypdfium2.PdfDocument(pdf)[page_number]
    image = page.render(scale=PRINT_DOTS_PER_INCH / 72, grayscale=True).to_pil()
    black_and_white = image.point(lambda level: 255 if level > 127 else 0)
    found = zxingcpp.read_barcodes(black_and_white, formats=zxingcpp.BarcodeFormat.QRCode)
    half_an_inch = PRINT_DOTS_PER_INCH // 2
    corners = {code.text: code.position.top_left for code in found}
    return sorted(corners, key=lambda text: (corners[text].y // half_an_inch, corners[text].x))


def rules_on_first_page(pdf: bytes) -> list[Box]:
    """Thin horizontal lines, top to bottom."""
    boxes = (
        Box(*item.get_bounds())
        for item in pypdfium2.PdfDocument(pdf)[0].get_objects(max_depth=4)
        if item.type == pdfium.FPDF_PAGEOBJ_PATH
    )
    return sorted((box for box in boxes if box.height < 2), key=lambda box: -box.top)


def words_on_first_page(pdf: bytes, words: str) -> Box:
    """Where these words stand."""
    textpage = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    found = textpage.search(words, match_case=True).get_next()
    assert found is not None, words
    first, count = found
    boxes = [Box(*textpage.get_charbox(first + offset)) for offset in range(count)]
    return Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )


def fonts(pdf: bytes) -> dict[str, bool]:
    """Typefaces used (subset mark left out) and whether each lies inside the file."""
    return dict(_fonts(pdf))


def _fonts(pdf: bytes) -> Iterator[tuple[str, bool]]:
    for page in pypdfium2.PdfDocument(pdf):
        for item in page.get_objects(max_depth=4, filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(item.raw)
            name = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, name, 200)
            yield name.value.decode().partition("+")[2], bool(pdfium.FPDFFont_GetIsEmbedded(font))


def _lies_within(box: Box, size: tuple[float, float]) -> bool:
    width, height = size
    return box.left >= 0 and box.bottom >= 0 and box.right <= width and box.top <= height
