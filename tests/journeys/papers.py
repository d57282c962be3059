"""A printed slip, read as a person and as a camera would."""

from __future__ import annotations

import pypdfium2
import zxingcpp
from PIL import Image


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def codes_of(pdf: bytes) -> list[str]:
    """What the QR codes on its pages say."""
    document = pypdfium2.PdfDocument(pdf)
    pictures: list[Image.Image] = [page.render(scale=4).to_pil() for page in document]
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]
