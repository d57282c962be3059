"""What a diagram is made of: boxes with their places, lines by their points. Pure."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Size:
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Its place: the top left corner and its size."""

    key: str
    x: int
    y: int
    width: int
    height: int

    @property
    def top(self) -> Point:
        return self.x + self.width // 2, self.y

    @property
    def bottom(self) -> Point:
        return self.x + self.width // 2, self.y + self.height

    @property
    def left(self) -> Point:
        return self.x, self.y + self.height // 2

    @property
    def right(self) -> Point:
        return self.x + self.width, self.y + self.height // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """From one box to another by these points. `is_back`: against the way of the process."""

    start: str
    end: str
    points: tuple[Point, ...]
    is_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]

    def box(self, key: str) -> Box:
        return next(box for box in self.boxes if box.key == key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Room between boxes, between rows, and of each lane. `is_spread`: lines at one side of a box each have
    their own height; else all meet in its middle, as gateways want it."""

    across: int = 24
    down: int = 40
    lane: int = 14
    edge: int = 8
    is_spread: bool = True
