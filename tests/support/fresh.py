"""Answers kept in memory under the catalogue's digest must not outlive a test's database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from motcua.ledger.caching import forget_all

_written: list[object] = []


def written_without_fact(row: object) -> None:
    """The catalogue has the same digest with this row and without: whoever reads it now reads anew, and
    so does the next test."""
    _written.append(row)
    forget_all()


def forget_what_was_written() -> None:
    """At the end of a test."""
    while _written:
        _written.clear()
        forget_all()


@pytest.fixture(autouse=True)
def fresh_answers() -> Iterator[None]:
    forget_all()
    yield
    forget_all()
