"""Lists are read in pages by key, never by number: page 9,000 costs what page 1 costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
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


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STEP = timedelta(microseconds=1)


def moment_cursor(moment: datetime, last: int) -> str:
    """The place of a row in a list ordered by a moment, then by id; to the microsecond."""
    return f"{(moment - _EPOCH) // _STEP}-{last}"


def after_moment(cursor: str) -> tuple[datetime, int] | None:
    """The moment and id after which to go on; None for the first page. Refusals: CursorFaulty."""
    if not cursor:
        return None
    moment, _dash, last = cursor.partition("-")
    order, row = after(moment), after(last)
    if order is None or row is None:
        raise CursorFaulty(field="cursor")
    try:
        return _EPOCH + order * _STEP, row
    except OverflowError:
        raise CursorFaulty(field="cursor") from None
