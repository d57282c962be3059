"""Answers about the catalogue that hold until the catalogue changes.

Every command that changes agencies, people, calendars or procedures appends a fact to the
`office` chain, so the digest of its last fact names the state of the whole catalogue. An answer
kept under that digest is right as long as the digest is; nothing has to be told to forget.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from motcua.ledger.heads import last_digest
from motcua.ledger.recording import OFFICE_STREAM

P = ParamSpec("P")
T = TypeVar("T")

ENTRIES_MAX = 4096
_pinned: ContextVar[str | None] = ContextVar("catalogue-revision", default=None)
_apart: ContextVar[bool] = ContextVar("answers-apart", default=False)
_entries: OrderedDict[tuple[object, ...], object] = OrderedDict()


def catalogue_revision() -> str:
    """The digest that names the present state of the catalogue; "" when it is empty. One query."""
    pinned = _pinned.get()
    if pinned is not None:
        return pinned
    return last_digest(OFFICE_STREAM)


@contextmanager
def one_revision(*, newest: bool = False) -> Iterator[str]:
    """Within this block the catalogue is read as of one revision, asked for once.

    `newest`: also inside such a block, for an act that reads what it has just changed.
    """
    revision = last_digest(OFFICE_STREAM) if newest else catalogue_revision()
    with pinned_revision(revision):
        yield revision


@contextmanager
def pinned_revision(revision: str) -> Iterator[None]:
    """Within this block the catalogue is read as of a revision that was just asked for."""
    token = _pinned.set(revision)
    try:
        yield
    finally:
        _pinned.reset(token)


@contextmanager
def unkept() -> Iterator[None]:
    """Within this block every answer is read anew and none is kept.

    For an act of several commands that reads what it has changed, and for a rehearsal whose rows
    are rolled back: nobody else may meet its answers.
    """
    token = _apart.set(True)
    try:
        yield
    finally:
        _apart.reset(token)


def kept_by_revision(function: Callable[P, T]) -> Callable[P, T]:
    """Keep the answers of a pure reader of the catalogue; arguments must be hashable."""

    @wraps(function)
    def kept(*args: P.args, **kwargs: P.kwargs) -> T:
        if _apart.get():
            return function(*args, **kwargs)
        place = (function, catalogue_revision(), args, tuple(sorted(kwargs.items())))
        if place in _entries:
            _entries.move_to_end(place)
            return _entries[place]  # type: ignore[return-value]
        answer = function(*args, **kwargs)
        _entries[place] = answer
        while len(_entries) > ENTRIES_MAX:
            _entries.popitem(last=False)
        return answer

    return kept


def forget_all() -> None:
    """Empty the cache: for tests, whose databases are rolled back under the same digests."""
    _entries.clear()
