"""Why a difference is not explained."""

from __future__ import annotations

from motcua.kernel.refusal import Refusal


class ReasonFaulty(Refusal):
    """A difference is explained in words, at most `length_max` letters."""

    code = "difference-reason-faulty"


class NothingToExplain(Refusal):
    """It is gone: there is nothing to explain any more."""

    code = "difference-gone"
