"""One sentence for any refusal that an entrance of the dossiers may meet, whichever app said it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from motcua.accounts import wording as accounts
from motcua.agencies import wording as agencies
from motcua.dossiers import wording as dossiers
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word
from motcua.procedures import wording as procedures
from motcua.worktime import wording as worktime

BY_CODE: dict[str, Any] = {
    **worktime.REFUSALS,
    **agencies.REFUSALS,
    **accounts.REFUSALS,
    **procedures.REFUSALS,
    **dossiers.REFUSALS,
}


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    words = BY_CODE.get(refusal.code)
    if words is None:
        return word(refusal.code, refusal.params, gettext)
    return str(gettext(str(words)) % refusal.params)
