"""A picture must open, and unfold to a size that any machine of an office can show."""

from __future__ import annotations

import struct
import warnings
import zlib
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from motcua.documents.rules.refusals import FileBroken, FileIsBomb
from motcua.documents.vocabulary import MediaType

PIXELS_MAX = 120_000_000
"""A3 at 600 dots to the inch is 70 million."""
FRAMES_MAX = 500
THUMBNAIL = (64, 64)
FORMATS = {
    MediaType.JPEG: "JPEG",
    MediaType.PNG: "PNG",
    MediaType.WEBP: "WEBP",
    MediaType.TIFF: "TIFF",
}
NOT_READABLE = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    TypeError,
    LookupError,
    SyntaxError,
    ArithmeticError,
    AttributeError,
    NotImplementedError,
    EOFError,
    zlib.error,
    struct.error,
)
# The library's own bound, so that it and ours are one.
Image.MAX_IMAGE_PIXELS = PIXELS_MAX
# What it murmurs over a damaged head; whether the picture opens is what counts.
warnings.filterwarnings("ignore", category=UserWarning, module="PIL")
STRIPS, STRIP_LENGTHS, TILES, TILE_LENGTHS = 273, 279, 324, 325
"""Tags of TIFF: where the pieces of a page lie, and how long they are."""


def check_picture(path: Path, kind: MediaType, name: str) -> None:
    """Refusals: FileIsBomb, FileBroken."""
    try:
        with Image.open(path, formats=[FORMATS[kind]]) as picture:
            _check_measure(picture, name)
            is_whole = _READ_THROUGH[kind](picture, path)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise FileIsBomb(field="file", name=name) from fault
    except NOT_READABLE as fault:
        raise FileBroken(field="file", name=name) from fault
    if not is_whole:
        raise FileBroken(field="file", name=name)


def _check_measure(picture: Image.Image, name: str) -> None:
    width, height = picture.size
    frames = getattr(picture, "n_frames", 1)
    if width * height > PIXELS_MAX or frames > FRAMES_MAX:
        raise FileIsBomb(field="file", name=name)


def _jpeg_is_whole(picture: Image.Image, _path: Path) -> bool:
    """The decoder walks through all of it, but an eighth in each direction and in gray: little memory."""
    picture.draft("L", THUMBNAIL)
    picture.load()
    return True


def _png_is_whole(picture: Image.Image, _path: Path) -> bool:
    """The sum of every chunk is checked; nothing is unfolded."""
    picture.verify()
    return True


def _webp_is_whole(_picture: Image.Image, path: Path) -> bool:
    """As long as its head says."""
    with path.open("rb") as content:
        said = int.from_bytes(content.read(8)[4:], "little")
    return said + 8 <= path.stat().st_size


def _tiff_is_whole(picture: Image.Image, path: Path) -> bool:
    """Every piece of every page lies within the file."""
    size = path.stat().st_size
    for frame in range(getattr(picture, "n_frames", 1)):
        picture.seek(frame)
        tags = picture.tag_v2  # type: ignore[attr-defined]
        places = tags.get(STRIPS) or tags.get(TILES) or ()
        lengths = tags.get(STRIP_LENGTHS) or tags.get(TILE_LENGTHS) or ()
        pieces = zip(places, lengths, strict=False)
        if not places or any(place + length > size for place, length in pieces):
            return False
    return True


_READ_THROUGH = {
    MediaType.JPEG: _jpeg_is_whole,
    MediaType.PNG: _png_is_whole,
    MediaType.WEBP: _webp_is_whole,
    MediaType.TIFF: _tiff_is_whole,
}
