"""An address of the web as it stands on paper."""

from __future__ import annotations

import re
from typing import Final

from motcua.papers.cleaning import BREAK_POINT, breakable, printable

_LINE_MAX: Final = 80
_RUN_MAX: Final = 34
_PIECE: Final = re.compile("[^/?&=]+[/?&=]*|[/?&=]+")


def web_address(url: str) -> str:
    """The address; one longer than a line gets break points after its separators."""
    shown = printable(url)
    glue = BREAK_POINT if len(shown) > _LINE_MAX else ""
    return glue.join(breakable(piece, run_max=_RUN_MAX) for piece in _PIECE.findall(shown))
