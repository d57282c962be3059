"""Which version of a process follows which, as it is with forms (`eforms.rules.succession`). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from motcua.eforms.rules.succession import (
    FormBeginsInThePast,
    FormStep,
    FormVersionHasBegun,
    StandingForm,
    WithdrawStep,
    next_step,
    withdraw_step,
)
from motcua.kernel.refusal import ManyProblems, Refusal

StandingVersion = StandingForm


class ProcessOfNoProcedure(Refusal):
    """The catalogue has no such version of a procedure, or it has no such variant."""

    code = "process-of-no-procedure"


class ProcessOfNoAgency(Refusal):
    """There is no such agency."""

    code = "process-of-no-agency"


class ProcessNotPublishable(ManyProblems):
    """The process has faults; `problems` are ProcessFaulty, each with the key of its step as field."""

    code = "process-not-publishable"


class ProcessFaulty(Refusal):
    """One fault: `why` is the code of the finding (`rules.findings`), `words` its sentence."""

    code = "process-faulty"


class ProcessWarningsUnread(Refusal):
    """Warnings that nobody has answered for: `names` of the findings."""

    code = "process-warnings-unread"


class ProcessReasonMissing(Refusal):
    """There are warnings, and no reason for publishing all the same."""

    code = "process-reason-missing"


class ProcessBeginsInThePast(Refusal):
    """The process is in use already: a new version begins on `earliest` at the soonest."""

    code = "process-begins-in-the-past"


class ProcessDraftChanged(Refusal):
    """Somebody else has saved the draft meanwhile (`saved_by`); what was typed here is not taken over."""

    code = "process-draft-changed"


class ProcessDraftMissing(Refusal):
    """There is no draft of this process."""

    code = "process-draft-missing"


class ProcessVersionHasBegun(Refusal):
    """A version that holds already, or never will, is not withdrawn."""

    code = "process-version-has-begun"


def publish_step(
    chain: Sequence[StandingVersion], *, digest: str, valid_from: date, today: date
) -> FormStep:
    """What publishing on that day does to the versions there are. Refusals: ProcessBeginsInThePast."""
    try:
        return next_step(chain, digest=digest, valid_from=valid_from, today=today)
    except FormBeginsInThePast as refusal:
        earliest = refusal.params["earliest"]
        raise ProcessBeginsInThePast(field="valid_from", earliest=earliest) from None


def withdrawing_step(
    chain: Sequence[StandingVersion], *, version_id: int, today: date
) -> WithdrawStep:
    """What withdrawing a planned version does. Refusals: ProcessVersionHasBegun."""
    try:
        return withdraw_step(chain, version_id=version_id, today=today)
    except FormVersionHasBegun:
        raise ProcessVersionHasBegun() from None
