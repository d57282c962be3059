"""What is said of a photographed page from a few numbers of it. Pure; measured in `straightening`.

The numbers were chosen on printed pages photographed well and badly (tests/documents/pictures): they
err on the side of saying nothing, since a doubt that is wrong teaches people to pass over all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from motcua.documents.vocabulary import PageDoubt

SHORT_SIDE_MIN = 600
"""Points across: below it the letters of a form are not to be read."""
INK_MIN = 0.0012
"""The share of a page that differs from its ground; one short line of print on A4 has more."""
LIGHT_MIN, LIGHT_MAX = 70, 250
"""How bright the ground of the sheet is, from 0 to 255."""
CONTRAST_MIN = 45
"""Between the ground and the darkest of the print, on a page that is all light."""
CONTRAST_SHARE_MIN = 0.15
"""The same, against the light there is: less is print that has run into its ground."""
SHARPNESS_MIN = 110.0
"""How steep the edges of the print are, against its contrast."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measures:
    """`light`: brightness of the ground; `contrast`: to the darkest; `ink`: share that is written on;
    `sharpness`: steepness of edges; `touches_edge`: the sheet goes on beyond the picture."""

    width: int
    height: int
    light: float
    contrast: float
    ink: float
    sharpness: float
    touches_edge: bool = False


def doubts_about(page: Measures) -> tuple[PageDoubt, ...]:
    """In the order in which one would mend them. A blank page is not blurred as well."""
    found = []
    if min(page.width, page.height) < SHORT_SIDE_MIN:
        found.append(PageDoubt.TOO_SMALL)
    if page.light < LIGHT_MIN:
        found.append(PageDoubt.TOO_DARK)
    if page.ink < INK_MIN:
        return (*found, PageDoubt.BLANK)
    if page.light > LIGHT_MAX and page.contrast < CONTRAST_MIN:
        found.append(PageDoubt.TOO_BRIGHT)
    elif page.sharpness < SHARPNESS_MIN or page.contrast < CONTRAST_SHARE_MIN * page.light:
        found.append(PageDoubt.BLURRED)
    if page.touches_edge:
        found.append(PageDoubt.CUT_OFF)
    return tuple(found)


_PAGE_OF = re.compile(
    r"\b(?:trang|page)\s*:?\s*(\d{1,3})\s*(?:/|trên|of)\s*(\d{1,3})\b", re.IGNORECASE
)
_CARD = re.compile(
    r"mặt trước|(?:thẻ|bản (?:chụp|sao)|ảnh)[^,;.]{0,40}\b(?:căn cước|cccd|chứng minh nhân dân|cmnd|bảo hiểm y tế)"
    r"|^(?:thẻ )?căn cước|^chứng minh nhân dân|giấy phép lái xe",
    re.IGNORECASE,
)
_OR_ONE_PAGE = re.compile("hộ chiếu", re.IGNORECASE)
SIDES_OF_CARD = 2


def pages_said(text: str) -> int:
    """How many pages a paper says it has, by its own "Trang 1/3"; 0 if it does not say."""
    said = [(int(page), int(of)) for page, of in _PAGE_OF.findall(text)]
    return max((of for page, of in said if 0 < page <= of), default=0)


def sides_expected(paper_name: str) -> int:
    """How many pictures a paper of this name needs at least: a card has two sides. Where a passport
    does as well, one page may be all there is."""
    is_card = _CARD.search(paper_name) and not _OR_ONE_PAGE.search(paper_name)
    return SIDES_OF_CARD if is_card else 1


def pages_missing(*, sent: int, said: int, paper_name: str) -> int:
    """How many pages seem to be missing; 0 if none. Several of one paper in one file are no fault."""
    wanted = max(said, sides_expected(paper_name))
    return max(0, wanted - sent) if sent else 0
