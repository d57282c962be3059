"""One sentence for any refusal that the exchange may meet."""

from __future__ import annotations

from typing import Any

from motcua.dossiers.refusal_words import sentence_of
from motcua.exchange.wording import REFUSALS
from motcua.kernel.refusal import Refusal


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    return sentence_of(REFUSALS, refusal)


def sentence_of_code(code: str, params: dict[str, Any]) -> str:
    """The sentence of a no that was kept; what cannot be worded any more is named by its code."""
    met = Refusal(**params)
    met.code = code  # type: ignore[misc]
    try:
        return sentence(met)
    except (KeyError, ValueError, TypeError):
        return code
