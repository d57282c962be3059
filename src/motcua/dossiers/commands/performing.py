"""Every act by its code: what it is given, and who carries it out. One table for the API, the
command line, bulk work and the tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands import (
    custody,
    deciding,
    ending,
    handling,
    reception,
    supplement,
    upkeep,
)
from motcua.dossiers.commands import waiting as waiting_acts
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import Act


@dataclass(frozen=True, slots=True)
class Performer:
    """`given`: the class of the input; `command` carries the act out."""

    given: type[Any]
    command: Callable[[Asked, Any], DossierRef]


PERFORMERS: dict[Act, Performer] = {
    Act.RECEIVE: Performer(inputs.Accept, reception.accept_dossier),
    Act.ASK_TO_COMPLETE: Performer(inputs.AskToComplete, reception.ask_to_complete),
    Act.REFUSE_RECEPTION: Performer(inputs.WithReason, reception.refuse_reception),
    Act.RELEASE: Performer(inputs.WithReason, reception.release_dossier),
    Act.TAKE_OVER: Performer(inputs.Nothing, reception.take_over),
    Act.REFUSE_TAKE_OVER: Performer(inputs.WithReason, custody.refuse_take_over),
    Act.REDIRECT: Performer(inputs.Redirect, custody.redirect_dossier),
    Act.ASSIGN: Performer(inputs.Assign, handling.assign_dossier),
    Act.START: Performer(inputs.Nothing, handling.start_processing),
    Act.FORWARD: Performer(inputs.Forward, handling.forward_dossier),
    Act.OFFER: Performer(inputs.Offer, custody.offer_dossier),
    Act.ACCEPT_OFFER: Performer(inputs.AcceptOffer, custody.accept_offer),
    Act.REFUSE_OFFER: Performer(inputs.WithReason, custody.refuse_offer),
    Act.TAKE_BACK_OFFER: Performer(inputs.WithReason, custody.take_back_offer),
    Act.PROPOSE: Performer(inputs.Propose, handling.propose_decision),
    Act.SEND_BACK: Performer(inputs.WithReason, handling.send_back),
    Act.REQUEST_SUPPLEMENT: Performer(inputs.AskToComplete, supplement.request_supplement),
    Act.ALLOW_SUPPLEMENT: Performer(inputs.WithReason, supplement.allow_supplement),
    Act.SUPPLEMENT: Performer(inputs.Supplement, supplement.supplement_dossier),
    Act.SUSPEND: Performer(inputs.WithReason, waiting_acts.suspend_processing),
    Act.RESUME: Performer(inputs.Resume, waiting_acts.resume_processing),
    Act.EXTEND: Performer(inputs.Extend, waiting_acts.extend_time_limit),
    Act.APOLOGIZE: Performer(inputs.Extend, waiting_acts.apologize),
    Act.WITHDRAW: Performer(inputs.Withdraw, ending.withdraw_dossier),
    Act.TERMINATE: Performer(inputs.Terminate, ending.terminate_processing),
    Act.DECIDE: Performer(inputs.Decide, deciding.decide_dossier),
    Act.ISSUE_RESULT: Performer(inputs.IssueResult, deciding.issue_result),
    Act.RETURN_RESULT: Performer(inputs.ReturnResult, deciding.return_result),
    Act.CORRECT_RESULT: Performer(inputs.CorrectResult, deciding.correct_result),
    Act.REOPEN: Performer(inputs.Reopen, ending.reopen_dossier),
    Act.AMEND: Performer(inputs.Amend, upkeep.amend_particulars),
    Act.NOTE: Performer(inputs.Note, upkeep.add_note),
    Act.ATTACH: Performer(inputs.Attach, upkeep.attach_file),
}
"""Acts on a dossier that is in the register. Coming in is `commands.receive`; receiving for another
agency what was registered is `RECEIVE`, which sees whose it is."""


def perform(asked: Asked, act: Act, given: Any) -> DossierRef:
    """Carry out an act with its input (of class `PERFORMERS[act].given`)."""
    performer = PERFORMERS[act]
    assert isinstance(given, performer.given)
    return performer.command(asked, given)
