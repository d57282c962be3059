"""The few numbers from which `rules.doubts` says whether a page can be read."""

from __future__ import annotations

import cv2
import numpy as np

from motcua.documents.rules.doubts import Measures
from motcua.documents.straightening.sheets import Picture

LOOKED_AT = 1400
"""Every page is measured at one size, so that one bound serves photographs of any camera."""
RIM = 0.03
INK_STEP = 18
SATURATED = 60
COLOR_SHARE_MIN = 0.002


def measures_of(page: Picture, *, touches_edge: bool) -> Measures:
    height, width = page.shape[:2]
    scale = LOOKED_AT / max(height, width)
    resized = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = np.asarray(resized, dtype=np.uint8)
    gray = np.asarray(cv2.cvtColor(_without_rim(small), cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    ground = cv2.medianBlur(gray, 31)
    difference = np.abs(gray.astype(np.int16) - ground.astype(np.int16))
    light = float(np.percentile(gray, 75))
    contrast = float(np.percentile(difference, 99.8))
    return Measures(
        width=width,
        height=height,
        light=light,
        contrast=contrast,
        ink=float((difference > INK_STEP).mean()),
        sharpness=_sharpness(gray, difference),
        touches_edge=touches_edge,
    )


def is_colored(page: Picture) -> bool:
    """Whether there is a stamp, a photograph or anything else that a gray picture would lose."""
    small = cv2.resize(page, (400, 400), interpolation=cv2.INTER_AREA)
    saturation = cv2.cvtColor(small, cv2.COLOR_BGR2HSV)[:, :, 1]
    usual = float(np.median(saturation))
    return float((saturation > usual + SATURATED).mean()) > COLOR_SHARE_MIN


def _without_rim(page: Picture) -> Picture:
    height, width = page.shape[:2]
    down, across = int(height * RIM), int(width * RIM)
    return page[down : height - down, across : width - across]


def _sharpness(gray: Picture, difference: object) -> float:
    """The steepest edges, in hundredths of the contrast that the print has: dim light alone is no blur."""
    steep = np.abs(cv2.Laplacian(gray, cv2.CV_32F, ksize=3))
    contrast = float(np.percentile(np.asarray(difference), 99.8)) + 1.0
    return 100.0 * float(np.percentile(steep, 99.7)) / contrast
