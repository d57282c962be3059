"""Lines of print that lean a little, as on a scanner: how much, and the page turned back."""

from __future__ import annotations

import cv2
import numpy as np

from motcua.documents.straightening.sheets import Picture

LOOKED_AT = 800
LEAN_MAX = 8.0
LEAN_MIN = 0.4
"""Below it nobody sees it, and turning only blurs."""
STEP = 0.4
GAIN_MIN = 1.15
"""How much plainer the lines must become before the page is turned."""


def lean_of(page: Picture) -> float:
    """Degrees by which the lines lean; 0 where that is not plain."""
    scale = min(1.0, LOOKED_AT / max(page.shape[:2]))
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    gray = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(
        gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15
    )
    written = np.asarray(ink, dtype=np.uint8)
    upright = _plainness(written, 0.0)
    tried = np.arange(-LEAN_MAX, LEAN_MAX + STEP / 2, STEP)
    best, plainest = max(
        ((float(angle), _plainness(written, float(angle))) for angle in tried),
        key=lambda found: found[1],
    )
    is_plain = abs(best) >= LEAN_MIN and abs(best) < LEAN_MAX and plainest > GAIN_MIN * upright
    return best if is_plain else 0.0


def turned(page: Picture, degrees: float) -> Picture:
    """The page turned about its center; what comes in from outside has the color of its rim."""
    height, width = page.shape[:2]
    turning = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    flat = cv2.warpAffine(
        page, turning, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(flat, dtype=np.uint8)


def _plainness(ink: Picture, degrees: float) -> float:
    """How much rows of print stand out from the rows between them after such a turn."""
    height, width = ink.shape[:2]
    turning = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    rows = cv2.warpAffine(ink, turning, (width, height), flags=cv2.INTER_NEAREST)
    return float(np.asarray(rows, dtype=np.float64).sum(axis=1).var())
