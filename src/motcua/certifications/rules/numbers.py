"""How the numbers of a certification are written: on the stamp, in the result."""

from __future__ import annotations

from itertools import groupby

NUMBER_LENGTH_MAX = 60


def runs(numbers: tuple[int, ...]) -> str:
    """`12`, `12–15` or `12–13, 17`: neighbors drawn together."""
    places = enumerate(sorted(numbers))
    parts = []
    for _gap, run in groupby(places, key=lambda pair: pair[1] - pair[0]):
        held = [number for _place, number in run]
        parts.append(str(held[0]) if len(held) == 1 else f"{held[0]}–{held[-1]}")
    return ", ".join(parts)


def number_words(numbers: tuple[int, ...], year: int) -> str:
    """The number of the result: `12–15/2026`; from the first to the last where it would not fit."""
    words = f"{runs(numbers)}/{year}"
    if len(words) <= NUMBER_LENGTH_MAX:
        return words
    return f"{min(numbers)}–{max(numbers)}/{year}"
