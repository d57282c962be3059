"""One sentence for any refusal of reconciliation."""

from __future__ import annotations

from motcua.kernel.refusal import Refusal
from motcua.payments.refusal_words import sentence as money_sentence
from motcua.reconciliation.wording import REFUSALS


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    if refusal.code not in REFUSALS:
        return money_sentence(refusal)
    return str(REFUSALS[refusal.code]) % refusal.params
