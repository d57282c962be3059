"""How far long work has come: whoever works says what passed, whoever asked for it tells people."""

from __future__ import annotations

from collections.abc import Callable

Passed = Callable[[int], None]
"""Called now and then with how many more are done since it was called last."""


def unsaid(_more: int) -> None:
    """Nobody waits for it."""
