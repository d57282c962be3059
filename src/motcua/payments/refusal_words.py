"""One sentence for any refusal that collecting may meet, whichever app said it."""

from __future__ import annotations

from datetime import date
from typing import Any

from motcua.dossiers.refusal_words import sentence_of
from motcua.kernel.dates_vi import short_day
from motcua.kernel.money import figures
from motcua.kernel.refusal import Refusal
from motcua.payments.wording import REFUSALS


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    return sentence_of(REFUSALS, refusal, _shown)


def _shown(params: dict[str, Any]) -> dict[str, Any]:
    """The params as people read them: amounts in groups, days as 05/02/2026."""
    told = dict(params)
    for name, value in params.items():
        if name.endswith("_vnd"):
            told[name] = f"−{figures(-value)}" if value < 0 else figures(value)
        if name == "difference_vnd" and value > 0:
            told[name] = f"+{figures(value)}"
        if name == "day":
            told[name] = short_day(date.fromisoformat(value))
    return told
