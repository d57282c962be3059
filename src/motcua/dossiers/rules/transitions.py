"""One table: from which state which act leads where. Buttons, docs and tests come from it."""

from __future__ import annotations

from motcua.dossiers.vocabulary import Act, Status
from motcua.kernel.refusal import Refusal


class ActNotAllowed(Refusal):
    """The act does not fit the state the dossier is in."""

    code = "act-not-allowed"


# None is "not in the register yet".
TRANSITIONS: dict[tuple[Status | None, Act], Status] = {
    (None, Act.RECEIVE): Status.RECEIVED,
}


def next_status(status: Status | None, act: Act) -> Status:
    """The state the act leads to. Refusals: ActNotAllowed."""
    try:
        return TRANSITIONS[status, act]
    except KeyError:
        raise ActNotAllowed(status=str(status or ""), act=str(act)) from None
