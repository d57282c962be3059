"""A count that was not taken to its end."""

from __future__ import annotations


class MoreThan(int):
    """More than so many: counting stopped there. In sums and comparisons it is that number."""


def counted(found: int, at_most: int) -> int:
    """A count for which no more than `at_most` rows were read; that many mean more than one less."""
    return MoreThan(at_most - 1) if found >= at_most else found
