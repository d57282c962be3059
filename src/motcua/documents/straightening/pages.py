"""One photograph made into one page: upright, squared, small; gray where it has no color."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageOps, ImageSequence

from motcua.documents.rules.doubts import doubts_about
from motcua.documents.straightening.lines import lean_of, turned
from motcua.documents.straightening.measuring import is_colored, measures_of
from motcua.documents.straightening.sheets import Picture, is_cut_off, sheet_in, squared
from motcua.documents.vocabulary import PageSeen

LONG_SIDE_MAX = 2200
"""A4 at about 190 dots to the inch: small print is read, and a page is a few hundred kilobytes."""
READ_AT_MOST = 4000
QUALITY = 72
A4_INCHES = (8.27, 11.69)
PAGES_MAX = 60


@dataclass(frozen=True, slots=True)
class MadePage:
    """A one-page PDF, and what was seen."""

    pdf: bytes
    seen: PageSeen


def pages_of(path: Path, format_name: str) -> Iterator[MadePage]:
    """Every page of a picture; only a TIFF has several."""
    with Image.open(path, formats=[format_name]) as whole:
        if format_name == "JPEG":
            whole.draft("RGB", (READ_AT_MOST, READ_AT_MOST))
        for number, frame in enumerate(ImageSequence.Iterator(whole)):
            if number >= PAGES_MAX:
                return
            yield _made(frame)


def _made(frame: Image.Image) -> MadePage:
    upright = ImageOps.exif_transpose(frame)
    picture = _bounded(_on_white(upright), READ_AT_MOST)
    page, seen = straightened(_as_array(picture))
    return MadePage(_pdf_of(_as_picture(page)), seen)


def straightened(picture: Picture) -> tuple[Picture, PageSeen]:
    """The page in a photograph, and what may be wrong with it."""
    corners = sheet_in(picture)
    page = picture if corners is None else squared(picture, corners)
    lean = lean_of(page)
    page = turned(page, lean) if lean else page
    cut = corners is not None and is_cut_off(picture, corners)
    measures = measures_of(page, touches_edge=cut)
    seen = PageSeen(
        doubts=doubts_about(measures), is_straightened=corners is not None or lean != 0.0
    )
    return page, seen


def _on_white(picture: Image.Image) -> Image.Image:
    """Without transparency: what lies behind a page is paper."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen_through = picture.convert("RGBA")
        ground = Image.new("RGBA", seen_through.size, "white")
        return Image.alpha_composite(ground, seen_through).convert("RGB")
    return picture.convert("RGB")


def _bounded(picture: Image.Image, longest: int) -> Image.Image:
    if max(picture.size) > longest:
        picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return picture


def _as_array(picture: Image.Image) -> Picture:
    rgb = np.asarray(picture, dtype=np.uint8)
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), dtype=np.uint8)


def _as_picture(page: Picture) -> Image.Image:
    if is_colored(page):
        whole = Image.fromarray(np.asarray(cv2.cvtColor(page, cv2.COLOR_BGR2RGB)))
    else:
        whole = Image.fromarray(np.asarray(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)))
    return _bounded(whole, LONG_SIDE_MAX)


def _pdf_of(picture: Image.Image) -> bytes:
    """As large as fits on A4, upright or across; without a date, so that the same is the same."""
    width, height = picture.size
    across, down = A4_INCHES if height >= width else A4_INCHES[::-1]
    dots = max(width / across, height / down)
    whole = io.BytesIO()
    picture.save(whole, "PDF", resolution=dots, quality=QUALITY, creationDate=None, modDate=None)
    return whole.getvalue()
