"""One sentence for any refusal that an entrance of notices may meet."""

from __future__ import annotations

from typing import Any

from motcua.dossiers.refusal_words import sentence_of
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.notices.wording import REFUSALS


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    return sentence_of(REFUSALS, refusal, _shown)


def _shown(params: dict[str, Any]) -> dict[str, Any]:
    if "earliest" not in params:
        return params
    return {**params, "earliest": short_day(params["earliest"])}
