"""Numbers as an address or a form gives them: anything may stand there."""

from __future__ import annotations

NUMBER_LENGTH_MAX = 18
"""What every database keeps in a whole number."""


def whole_number(text: str) -> int | None:
    """A row's number; None for anything else."""
    is_number = text.isascii() and text.isdigit() and len(text) <= NUMBER_LENGTH_MAX
    return int(text) if is_number else None
