"""One sentence for any refusal that an entrance of the dossiers may meet, whichever app said it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext

from motcua.accounts.wording import REFUSALS as ACCOUNTS
from motcua.agencies.wording import REFUSALS as AGENCIES
from motcua.documents.wording import REFUSALS as DOCUMENTS
from motcua.dossiers.rules.submitted.declaring import AnswerFaulty
from motcua.dossiers.wording import REFUSALS as DOSSIERS
from motcua.eforms.rules.validation import Fault
from motcua.eforms.wording import REFUSALS as EFORMS
from motcua.eforms.wording import fault_words
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word
from motcua.procedures.wording import REFUSALS as PROCEDURES
from motcua.worktime.wording import word_refusal

Params = dict[str, Any]
BY_CODE: dict[str, Any] = {
    **AGENCIES,
    **ACCOUNTS,
    **PROCEDURES,
    **EFORMS,
    **DOCUMENTS,
    **DOSSIERS,
}


def add_words(words: Mapping[str, Any]) -> None:
    """Sentences for what a follower from an app above may refuse (`following`)."""
    BY_CODE.update(words)


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    return sentence_of({}, refusal)


def sentence_of(
    own: Mapping[str, Any], refusal: Refusal, shown: Callable[[Params], Params] = dict
) -> str:
    """The same where `own`, the sentences of an app above this one, come first, with its params as
    `shown` there."""
    if refusal.code in own:
        return _said(own[refusal.code], shown(refusal.params))
    if refusal.code == AnswerFaulty.code:
        told = refusal.params
        return fault_words(Fault(told["path"], told["why"], told["told"]))
    of_the_clock = word_refusal(refusal, gettext)
    if of_the_clock is not None:
        return of_the_clock
    if refusal.code in BY_CODE:
        return _said(BY_CODE[refusal.code], refusal.params)
    return word(refusal.code, refusal.params, gettext)


def _said(words: Any, params: Params) -> str:
    return str(gettext(str(words)) % params)
