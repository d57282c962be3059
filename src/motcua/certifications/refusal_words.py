"""One sentence for any refusal that certifying may meet, whichever app said it."""

from __future__ import annotations

from motcua.certifications.wording import REFUSALS
from motcua.dossiers.refusal_words import sentence_of
from motcua.kernel.refusal import Refusal


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    return sentence_of(REFUSALS, refusal)
