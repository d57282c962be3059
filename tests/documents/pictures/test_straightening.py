"""Photographs of papers become pages: squared, upright, small; and what is wrong with them is seen."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from motcua.documents.straightening.lines import lean_of, turned
from motcua.documents.straightening.measuring import is_colored
from motcua.documents.straightening.pages import LONG_SIDE_MAX, pages_of, straightened
from motcua.documents.straightening.sheets import Picture, sheet_in
from motcua.documents.vocabulary import PageDoubt
from tests.support.photographs import as_jpeg, photographed, printed_page

A5_SHAPE = 210 / 148
GOOD = {
    "from above": {},
    "from the side": {"lean": 0.15},
    "in the evening": {"light": 0.45},
    "a little shaken": {"blur": 1},
    "on a light table": {"table": 235},
    "by a good camera": {"size": (3000, 4000)},
}
BAD = {
    "in the dark": ({"light": 0.2}, PageDoubt.TOO_DARK),
    "shaken": ({"blur": 4}, PageDoubt.BLURRED),
    "shaken badly": ({"blur": 6}, PageDoubt.BLURRED),
    "from far away": ({"size": (450, 600)}, PageDoubt.TOO_SMALL),
}


def blank_page() -> Picture:
    return np.full_like(printed_page(), 255)


@pytest.mark.parametrize("how", GOOD.values(), ids=GOOD)
def test_a_page_is_cut_out_of_its_photograph_and_nothing_is_said_against_it(how: dict) -> None:
    page, seen = straightened(photographed(printed_page(), **how))
    assert seen.is_straightened
    assert seen.doubts == ()
    assert page.shape[0] / page.shape[1] == pytest.approx(A5_SHAPE, rel=0.12)


@pytest.mark.parametrize(("how", "doubt"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_told(how: dict, doubt: PageDoubt) -> None:
    _page, seen = straightened(photographed(printed_page(), **how))
    assert doubt in seen.doubts


def test_a_page_with_nothing_on_it_is_blank_and_nothing_else() -> None:
    _page, seen = straightened(photographed(blank_page()))
    assert seen.doubts == (PageDoubt.BLANK,)


def test_a_scan_keeps_its_margins_and_its_size() -> None:
    scan = printed_page()
    page, seen = straightened(scan)
    assert page.shape == scan.shape
    assert not seen.is_straightened


@pytest.mark.parametrize("degrees", [-5.2, -2.0, 2.0, 3.2, 6.0])
def test_lines_that_lean_are_turned_back(degrees: float) -> None:
    leaning = turned(printed_page(), degrees)
    page, seen = straightened(leaning)
    assert seen.is_straightened
    assert abs(lean_of(page)) <= 0.4


def test_a_blank_sheet_is_not_turned() -> None:
    assert lean_of(blank_page()) == 0.0


def test_a_table_without_paper_holds_no_sheet() -> None:
    table = np.full((1200, 900, 3), 90, np.uint8)
    assert sheet_in(table) is None


def test_a_red_stamp_keeps_its_color_and_plain_print_becomes_gray() -> None:
    stamped, _seen = straightened(photographed(printed_page(stamped=True)))
    plain, _also = straightened(photographed(printed_page()))
    assert is_colored(stamped)
    assert not is_colored(plain)


def test_the_note_of_the_camera_sets_the_page_upright(tmp_path) -> None:
    lying = tmp_path / "lying.jpg"
    lying.write_bytes(as_jpeg(photographed(printed_page()), turned_by_camera=True))
    standing = tmp_path / "standing.jpg"
    standing.write_bytes(as_jpeg(photographed(printed_page())))
    (one,), (other,) = pages_of(lying, "JPEG"), pages_of(standing, "JPEG")
    first, second = _picture_in(one.pdf), _picture_in(other.pdf)
    assert first.height > first.width
    assert abs(first.height - second.height) < 12
    assert _likeness(first, second) > 0.8


def test_a_page_is_small(tmp_path) -> None:
    large = tmp_path / "large.jpg"
    large.write_bytes(as_jpeg(photographed(printed_page(), size=(3000, 4000))))
    (made,) = pages_of(large, "JPEG")
    assert max(_picture_in(made.pdf).size) <= LONG_SIDE_MAX
    assert len(made.pdf) < large.stat().st_size / 2


def _picture_in(pdf: bytes) -> Image.Image:
    """The one picture of a page: its bytes lie in the PDF as they are."""
    start = pdf.index(b"\xff\xd8\xff")
    return Image.open(io.BytesIO(pdf[start:]))


def _likeness(one: Image.Image, other: Image.Image) -> float:
    first, second = (np.asarray(each.convert("L").resize((300, 420))) for each in (one, other))
    return float(cv2.matchTemplate(first, second, cv2.TM_CCOEFF_NORMED)[0, 0])
