"""Papers as people photograph them: printed pages, then seen from the side, in bad light, by a shaking hand."""

from __future__ import annotations

import io
from functools import cache

import cv2
import numpy as np
import typst
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]
PAGE = """
#set page(width: 148mm, height: 210mm, margin: 18mm)
#set text(size: 10pt)
#align(center)[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập – Tự do – Hạnh phúc*]
#v(8mm)
#align(center)[*GIẤY CHỨNG SINH*]
#for number in range(22) [ Họ tên mẹ, năm sinh, nơi thường trú, số giấy tờ tùy thân, dòng số #number \\ ]
"""
STAMP = "#place(bottom + right, circle(radius: 14mm, stroke: 2pt + red)[#text(fill: red)[UBND XÃ]])"


@cache
def printed_page(*, stamped: bool = False) -> Picture:
    """A printed page of A5, 200 dots to the inch, black on white."""
    whole = typst.compile((PAGE + (STAMP if stamped else "")).encode(), format="png", ppi=200)
    picture = Image.open(io.BytesIO(whole)).convert("RGB")
    return np.asarray(cv2.cvtColor(np.asarray(picture), cv2.COLOR_RGB2BGR), dtype=np.uint8)


def photographed(
    page: Picture,
    *,
    lean: float = 0.08,
    light: float = 0.85,
    blur: int = 0,
    table: int = 60,
    size: tuple[int, int] = (1500, 2000),
) -> Picture:
    """On a table of this brightness, from the side (`lean`), in this light, with so much shaking."""
    width, height = size
    inset, tilt = 0.1, lean
    corners = np.array(
        [
            [width * (inset + tilt), height * inset],
            [width * (1 - inset - tilt), height * (inset + tilt / 2)],
            [width * (1 - inset), height * (1 - inset)],
            [width * inset, height * (1 - inset - tilt / 3)],
        ],
        dtype=np.float32,
    )
    tall, broad = page.shape[:2]
    flat = np.array([[0, 0], [broad, 0], [broad, tall], [0, tall]], dtype=np.float32)
    turning = cv2.getPerspectiveTransform(flat, corners)
    ground = np.full((height, width, 3), table, np.uint8)
    seen = cv2.warpPerspective(page, turning, size, dst=ground, borderMode=cv2.BORDER_TRANSPARENT)
    if blur:
        seen = cv2.GaussianBlur(seen, (0, 0), blur)
    cv2.setRNGSeed(7)
    grain = np.zeros(seen.shape, np.int16)
    cv2.randn(grain, 0, 4)
    lit = cv2.convertScaleAbs(seen, alpha=light).astype(np.int16)
    return np.asarray(np.clip(lit + grain, 0, 255), dtype=np.uint8)


def as_jpeg(picture: Picture, *, turned_by_camera: bool = False) -> bytes:
    """As a telephone writes it. `turned_by_camera`: lying on its side, with the note that says so."""
    whole = io.BytesIO()
    rgb = Image.fromarray(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)))
    exif = Image.Exif()
    if turned_by_camera:
        rgb = rgb.transpose(Image.Transpose.ROTATE_90)
        exif[0x0112] = 6
    rgb.save(whole, "JPEG", quality=85, exif=exif)
    return whole.getvalue()
