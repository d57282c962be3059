"""What constraints need of enumerations."""

from __future__ import annotations


def codes(enum: type) -> list[str]:
    """The codes of an enumeration, for a constraint."""
    return [str(member) for member in enum]  # type: ignore[attr-defined]
