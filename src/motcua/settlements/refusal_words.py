"""One sentence for any refusal that refunding or settling may meet, whichever app said it."""

from __future__ import annotations

from datetime import date

from motcua.kernel.dates_vi import short_day
from motcua.kernel.money import figures
from motcua.kernel.refusal import Refusal
from motcua.payments.refusal_words import sentence as money_sentence
from motcua.settlements.wording import REFUSALS


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    if refusal.code not in REFUSALS:
        return money_sentence(refusal)
    told = dict(refusal.params)
    for name, value in refusal.params.items():
        if name.endswith("_vnd"):
            told[name] = figures(value)
        if name == "day" or name.endswith("_day"):
            told[name] = short_day(date.fromisoformat(value))
    return str(REFUSALS[refusal.code]) % told
