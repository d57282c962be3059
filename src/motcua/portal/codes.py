"""Codes of dossiers as people type and scan them."""

from __future__ import annotations

from motcua.kernel.characters import plain_code
from motcua.portal.public import WORDS_LENGTH_MAX


def code_typed(text: str) -> str:
    """In capitals, without spaces and whatever cannot be seen."""
    return plain_code(text[:WORDS_LENGTH_MAX]).upper()
