"""One sentence for any refusal that a report may meet, whichever app said it."""

from __future__ import annotations

from django.utils.translation import gettext

from motcua.dossiers.refusal_words import sentence as sentence_of_dossiers
from motcua.kernel.refusal import Refusal
from motcua.reports.wording import REFUSALS


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    words = REFUSALS.get(refusal.code)
    if words is None:
        return sentence_of_dossiers(refusal)
    return str(gettext(str(words)) % refusal.params)
