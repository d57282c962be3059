"""The table of acts: from which states, to which. Everything that may happen stands here.

Basis: NĐ 20/2008/NĐ-CP Art. 8-10, 13-19 as amended; the days of each duty: `terms`.
"""

from __future__ import annotations

from motcua.feedback.vocabulary import Act, Publication, State
from motcua.kernel.refusal import Refusal

BACK_TO_WORK = None
"""To the handling if somebody has it in hand, else to the register."""

_ROWS: tuple[tuple[Act, frozenset[State], State | None], ...] = (
    (Act.REGISTER, frozenset({State.SENT}), State.REGISTERED),
    (Act.REFUSE, frozenset({State.SENT, State.REGISTERED}), State.REFUSED),
    (
        Act.ASK_CLARITY,
        frozenset({State.SENT, State.REGISTERED, State.HANDLING}),
        State.CLARIFYING,
    ),
    (Act.CLARIFY, frozenset({State.CLARIFYING}), BACK_TO_WORK),
    (
        Act.ROUTE,
        frozenset({State.REGISTERED, State.HANDLING, State.PROPOSED}),
        State.HANDLING,
    ),
    (Act.OFFER, frozenset({State.REGISTERED, State.HANDLING}), State.OFFERED),
    (Act.ACCEPT_OFFER, frozenset({State.OFFERED}), State.FORWARDED),
    (Act.REFUSE_OFFER, frozenset({State.OFFERED}), BACK_TO_WORK),
    (Act.TAKE_BACK_OFFER, frozenset({State.OFFERED}), BACK_TO_WORK),
    (Act.FORWARD_OUTSIDE, frozenset({State.REGISTERED, State.HANDLING}), State.FORWARDED),
    (Act.PROPOSE, frozenset({State.HANDLING}), State.PROPOSED),
    (Act.SEND_BACK, frozenset({State.PROPOSED}), State.HANDLING),
    (Act.ANSWER, frozenset({State.PROPOSED}), State.ANSWERED),
    (Act.CLOSE, frozenset({State.ANSWERED}), State.CLOSED),
    (Act.REOPEN, frozenset({State.ANSWERED, State.CLOSED, State.REFUSED}), BACK_TO_WORK),
)
TABLE: dict[Act, tuple[frozenset[State], State | None]] = {
    act: (sources, target) for act, sources, target in _ROWS
}
AFTER_ANSWER = frozenset({State.ANSWERED, State.CLOSED})
PUBLICATION: dict[Act, tuple[frozenset[Publication], Publication]] = {
    Act.PUBLISH: (
        frozenset({Publication.NONE, Publication.WITHHELD, Publication.WITHDRAWN}),
        Publication.PUBLISHED,
    ),
    Act.WITHHOLD: (frozenset({Publication.NONE}), Publication.WITHHELD),
    Act.WITHDRAW: (frozenset({Publication.PUBLISHED}), Publication.WITHDRAWN),
}
"""What is published moves apart from the state: an answer stays an answer."""


class ActNotNow(Refusal):
    """It does not stand where this act could be done."""

    code = "petition-act-not-now"


def fits(
    act: Act,
    state: State,
    publication: Publication = Publication.NONE,
    *,
    is_anonymous: bool = False,
) -> bool:
    """Whether the act is possible there. Information without a sender needs no answer, so it may be
    closed from the register, and there is nobody to ask."""
    if act in PUBLICATION:
        return state in AFTER_ANSWER and publication in PUBLICATION[act][0]
    if act is Act.RATE:
        return state in AFTER_ANSWER
    if act is Act.CLOSE and is_anonymous and state in (State.REGISTERED, State.HANDLING):
        return True
    if act is Act.ASK_CLARITY and is_anonymous:
        return False
    return act in TABLE and state in TABLE[act][0]


def next_state(act: Act, state: State, *, is_in_hand: bool) -> State:
    """Where the act leads from a state that `fits` it. Refusals: ActNotNow."""
    if act in PUBLICATION or act is Act.RATE:
        return state
    if act not in TABLE:
        raise ActNotNow
    target = TABLE[act][1]
    if target is BACK_TO_WORK:
        return State.HANDLING if is_in_hand else State.REGISTERED
    return target
