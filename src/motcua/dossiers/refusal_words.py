"""One sentence for any refusal that an entrance of the dossiers may meet, whichever app said it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from motcua.accounts.wording import REFUSALS as ACCOUNTS
from motcua.agencies.wording import REFUSALS as AGENCIES
from motcua.documents.wording import REFUSALS as DOCUMENTS
from motcua.dossiers.wording import REFUSALS as DOSSIERS
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word
from motcua.procedures.wording import REFUSALS as PROCEDURES
from motcua.worktime.wording import word_refusal

BY_CODE: dict[str, Any] = {
    **AGENCIES,
    **ACCOUNTS,
    **PROCEDURES,
    **DOCUMENTS,
    **DOSSIERS,
}


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    of_the_clock = word_refusal(refusal, gettext)
    if of_the_clock is not None:
        return of_the_clock
    words = BY_CODE.get(refusal.code)
    if words is None:
        return word(refusal.code, refusal.params, gettext)
    return str(gettext(str(words)) % refusal.params)
