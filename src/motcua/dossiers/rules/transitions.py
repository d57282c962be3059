"""One table: at which stage which act leads where. Buttons, the API, docs and tests come from it.

Basis: law.md 4.2 (allowed moves of the ten national states), 4.3 (duties at each step).
"""

from __future__ import annotations

from collections.abc import Iterable

from motcua.dossiers.vocabulary import (
    BEFORE_RECEPTION,
    IN_HAND_STAGES,
    OPEN_STAGES,
    WAITING_STAGES,
    Act,
    Stage,
)
from motcua.kernel.refusal import Refusal


class ActNotAllowed(Refusal):
    """The act does not fit the stage the dossier is at."""

    code = "act-not-allowed"


PASSED_ON_AT = {Stage.RECEIVED, Stage.PROCESSING} | WAITING_STAGES
"""Where a dossier may be handed over to another agency or unit (law.md 4.6)."""
GIVEN_BACK_AT = {Stage.WITHDRAWN, Stage.TERMINATED}
"""Ended while another agency had it: it goes home."""

# `None` on the left is "not in the register yet"; on the right it is "stays where it is".
_ROWS: tuple[tuple[Act, Iterable[Stage | None], Stage | None], ...] = (
    (Act.REGISTER, (None,), Stage.REGISTERED),
    (Act.RECEIVE, (None, Stage.REGISTERED), Stage.RECEIVED),
    (Act.RECEIVE_FOR_ANOTHER, (None, Stage.REGISTERED), Stage.IN_TRANSIT),
    (Act.ASK_TO_COMPLETE, (Stage.REGISTERED,), Stage.COMPLETION_ASKED),
    (Act.REFUSE_RECEPTION, (Stage.REGISTERED, Stage.COMPLETION_ASKED), Stage.NOT_RECEIVED),
    (Act.RELEASE, (Stage.IN_TRANSIT,), None),
    (Act.TAKE_OVER, (Stage.IN_TRANSIT,), Stage.RECEIVED),
    (Act.REFUSE_TAKE_OVER, (Stage.IN_TRANSIT,), None),
    (Act.REDIRECT, (Stage.IN_TRANSIT,), None),
    (Act.ASSIGN, (Stage.RECEIVED, Stage.PROCESSING, Stage.PROPOSED), None),
    (Act.ASSIGN, (Stage.SUPPLEMENT_REQUESTED, Stage.OBLIGATION_DUE), None),
    (Act.START, (Stage.RECEIVED,), Stage.PROCESSING),
    (Act.FORWARD, (Stage.RECEIVED, Stage.PROCESSING), Stage.RECEIVED),
    (Act.OFFER, PASSED_ON_AT | GIVEN_BACK_AT, None),
    (Act.ACCEPT_OFFER, PASSED_ON_AT | GIVEN_BACK_AT, None),
    (Act.REFUSE_OFFER, PASSED_ON_AT | GIVEN_BACK_AT, None),
    (Act.TAKE_BACK_OFFER, PASSED_ON_AT | GIVEN_BACK_AT, None),
    (Act.PROPOSE, (Stage.PROCESSING,), Stage.PROPOSED),
    (Act.SEND_BACK, (Stage.PROPOSED, Stage.DECIDED), Stage.PROCESSING),
    (Act.REQUEST_SUPPLEMENT, (Stage.RECEIVED, Stage.PROCESSING), Stage.SUPPLEMENT_REQUESTED),
    (Act.ALLOW_SUPPLEMENT, (Stage.RECEIVED, Stage.PROCESSING), None),
    (Act.SUPPLEMENT, (Stage.COMPLETION_ASKED,), Stage.REGISTERED),
    (Act.SUPPLEMENT, (Stage.SUPPLEMENT_REQUESTED,), Stage.PROCESSING),
    (Act.SUSPEND, (Stage.RECEIVED, Stage.PROCESSING), Stage.OBLIGATION_DUE),
    (Act.RESUME, (Stage.OBLIGATION_DUE,), Stage.PROCESSING),
    (Act.EXTEND, IN_HAND_STAGES - {Stage.DECIDED}, None),
    (Act.APOLOGIZE, IN_HAND_STAGES, None),
    (Act.WITHDRAW, BEFORE_RECEPTION - {Stage.NOT_RECEIVED}, Stage.WITHDRAWN),
    (Act.WITHDRAW, OPEN_STAGES - {Stage.DECIDED}, Stage.WITHDRAWN),
    (Act.TERMINATE, OPEN_STAGES - {Stage.DECIDED}, Stage.TERMINATED),
    (Act.TERMINATE, (Stage.WITHDRAWN,), Stage.TERMINATED),
    (Act.DECIDE, (Stage.PROCESSING, Stage.PROPOSED), Stage.DECIDED),
    (Act.ISSUE_RESULT, (Stage.DECIDED,), Stage.SETTLED),
    (Act.RETURN_RESULT, (Stage.SETTLED,), Stage.RETURNED),
    (Act.CORRECT_RESULT, (Stage.SETTLED, Stage.RETURNED), Stage.SETTLED),
    (Act.REOPEN, (Stage.WITHDRAWN, Stage.TERMINATED), Stage.PROCESSING),
    (Act.REOPEN, (Stage.SETTLED, Stage.RETURNED), Stage.PROCESSING),
    (Act.AMEND, OPEN_STAGES | {Stage.REGISTERED, Stage.COMPLETION_ASKED}, None),
    (Act.NOTE, frozenset(Stage), None),
    (Act.ATTACH, frozenset(Stage) - {Stage.NOT_RECEIVED, Stage.TERMINATED}, None),
)


def _table() -> dict[tuple[Stage | None, Act], Stage]:
    """The rows one by one, in the order of the acts and of the stages."""
    order = (None, *Stage)
    table: dict[tuple[Stage | None, Act], Stage] = {}
    for act, starts, end in _ROWS:
        for start in sorted(starts, key=order.index):
            assert (start, act) not in table
            leads_to = end or start
            assert leads_to is not None
            table[start, act] = leads_to
    return table


TRANSITIONS = _table()


def next_stage(stage: Stage | None, act: Act) -> Stage:
    """The stage the act leads to. Refusals: ActNotAllowed."""
    try:
        return TRANSITIONS[stage, act]
    except KeyError:
        raise ActNotAllowed(stage=str(stage or ""), act=str(act)) from None


def acts_at(stage: Stage) -> tuple[Act, ...]:
    """The acts that fit the stage, in the order of the life of a dossier."""
    return tuple(act for act in Act if (stage, act) in TRANSITIONS)
