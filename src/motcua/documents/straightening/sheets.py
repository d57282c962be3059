"""Where the sheet lies in a photograph, and the photograph squared to it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Corners = NDArray[np.float32]

LOOKED_AT = 700
"""The long side of the picture in which the sheet is looked for."""
SHARE_MIN, SHARE_MAX = 0.22, 0.97
"""What a sheet takes of its photograph; above it there is nothing to cut."""
ANGLE_MIN, ANGLE_MAX = 55.0, 125.0
ROUNDNESS = 0.02
EDGE_POINTS = 3
BRIGHTER_MIN = 10
"""How much brighter than what lies around it a sheet is: a block of print on a scan is not."""


def sheet_in(picture: Picture) -> Corners | None:
    """The four corners of the sheet, from the upper left clockwise; None where none is plain to see."""
    scale = min(1.0, LOOKED_AT / max(picture.shape[:2]))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    blurred = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (5, 5), 0)
    gray = np.asarray(blurred, dtype=np.uint8)
    for shapes in (_by_brightness(gray), _by_edges(gray)):
        found = _largest_sheet(shapes, gray)
        if found is not None:
            return np.asarray(found / scale, dtype=np.float32)
    return None


def squared(picture: Picture, corners: Corners) -> Picture:
    """The sheet alone, as if it had been photographed from straight above."""
    top_left, top_right, bottom_right, bottom_left = corners
    width = round(float(max(_length(top_left, top_right), _length(bottom_left, bottom_right))))
    height = round(float(max(_length(top_left, bottom_left), _length(top_right, bottom_right))))
    target = np.array(
        [[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]], dtype=np.float32
    )
    turning = cv2.getPerspectiveTransform(corners, target)
    flat = cv2.warpPerspective(picture, turning, (width, height), flags=cv2.INTER_CUBIC)
    return np.asarray(flat, dtype=np.uint8)


def is_cut_off(picture: Picture, corners: Corners) -> bool:
    """Whether two corners or more lie at the rim: part of the sheet is not in the picture."""
    height, width = picture.shape[:2]
    x, y = corners[:, 0], corners[:, 1]
    at_rim = (x < EDGE_POINTS) | (y < EDGE_POINTS)
    at_rim |= (x > width - 1 - EDGE_POINTS) | (y > height - 1 - EDGE_POINTS)
    return int(at_rim.sum()) >= 2


def _by_brightness(gray: Picture) -> list[NDArray[np.int32]]:
    """White paper on a darker table."""
    _level, light = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    closed = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    return _outlines(np.asarray(closed, dtype=np.uint8))


def _by_edges(gray: Picture) -> list[NDArray[np.int32]]:
    """Paper on a light table: only its rim is to be seen."""
    edges = cv2.dilate(cv2.Canny(gray, 12, 36), np.ones((3, 3), np.uint8), iterations=2)
    return _outlines(np.asarray(edges, dtype=np.uint8))


def _outlines(marked: Picture) -> list[NDArray[np.int32]]:
    outlines, _tree = cv2.findContours(marked, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    by_area = sorted(outlines, key=cv2.contourArea, reverse=True)[:3]
    return [np.asarray(outline, dtype=np.int32) for outline in by_area]


def _largest_sheet(outlines: list[NDArray[np.int32]], gray: Picture) -> Corners | None:
    area = float(gray.size)
    for outline in outlines:
        around = cv2.convexHull(outline)
        four = cv2.approxPolyDP(around, ROUNDNESS * cv2.arcLength(around, closed=True), closed=True)
        share = cv2.contourArea(four) / area
        if len(four) == 4 and SHARE_MIN <= share <= SHARE_MAX:
            corners = _in_order(np.asarray(four.reshape(4, 2), dtype=np.float32))
            if _is_a_sheet(corners) and _is_brighter(gray, corners):
                return corners
    return None


def _is_brighter(gray: Picture, corners: Corners) -> bool:
    within = np.zeros_like(gray)
    cv2.fillConvexPoly(within, corners.astype(np.int32), 1)
    sheet, around = gray[within == 1], gray[within == 0]
    return float(np.percentile(sheet, 75)) - float(np.median(around)) >= BRIGHTER_MIN


def _in_order(points: Corners) -> Corners:
    """From the upper left clockwise."""
    center = points.mean(axis=0)
    angles = np.arctan2(points[:, 1] - center[1], points[:, 0] - center[0])
    around = points[np.argsort(angles)]
    first = int(np.argmin(around.sum(axis=1)))
    return np.asarray(np.roll(around, -first, axis=0), dtype=np.float32)


def _is_a_sheet(corners: Corners) -> bool:
    """Four corners that a rectangle may have when it is seen a little from the side."""
    for place in range(4):
        before, here, after = corners[place - 1], corners[place], corners[(place + 1) % 4]
        one, other = before - here, after - here
        cosine = float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-6))
        angle = float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
        if not ANGLE_MIN <= angle <= ANGLE_MAX:
            return False
    return True


def _length(one: Corners, other: Corners) -> float:
    return float(np.linalg.norm(one - other))
