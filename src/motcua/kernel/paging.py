"""Lists are read in pages by key, never by number: page 9,000 costs what page 1 costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from motcua.kernel.refusal import Refusal

T = TypeVar("T")
PAGE_ROWS_MAX = 100
PAGE_ROWS = 50


class CursorFaulty(Refusal):
    """The cursor is not one that a list has given out."""

    code = "cursor-faulty"


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows, and the cursor of what follows ("" = the end)."""

    rows: tuple[T, ...]
    next_cursor: str = ""


def page_of(rows: Sequence[T], *, size: int, key: str) -> Page[T]:
    """A page from `size + 1` rows read; `key` names the field of the cursor (a whole number)."""
    shown = tuple(rows[:size])
    more = len(rows) > size
    return Page(rows=shown, next_cursor=str(getattr(shown[-1], key)) if more else "")


def after(cursor: str) -> int | None:
    """The key after which to go on; None for the first page. Refusals: CursorFaulty."""
    if not cursor:
        return None
    if not cursor.isascii() or not cursor.isdigit() or len(cursor) > 18:
        raise CursorFaulty(field="cursor")
    return int(cursor)


def size_of(asked: int | None) -> int:
    """A page size within bounds."""
    return min(max(asked or PAGE_ROWS, 1), PAGE_ROWS_MAX)
