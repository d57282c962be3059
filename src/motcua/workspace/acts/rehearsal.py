"""What an act would do, by the very rule that will decide it: nothing is written, nobody waits.

Where the page has nothing typed yet, a word stands in for a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from motcua.dossiers import inputs
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.rules import custody, decision, ending, extension, handling, reception, waiting
from motcua.dossiers.rules import supplement as supplements
from motcua.dossiers.rules.transitions import GIVEN_BACK_AT
from motcua.dossiers.rules.upkeep import note
from motcua.dossiers.vocabulary import Act, Decision, Limit, TerminationGround
from motcua.kernel.clock import local_day
from motcua.procedures.vocabulary import Channel
from motcua.workspace.acts.standing import Standing

ANY = "…"
NOBODY = 0
DAYS_LOOKED_AT = 60
Rehearsal = Callable[[Standing, Any], LifeEvent]


def rehearse(standing: Standing, act: Act, given: Any = None) -> LifeEvent | None:
    """The fact that would follow; None for acts that do not move a dossier. Refusals: the rule's."""
    rehearsal = REHEARSALS.get(act)
    return None if rehearsal is None else rehearsal(standing, given)


def earliest_day(standing: Standing) -> date | None:
    """The first day on which the result could be promised anew."""
    facts = standing.facts
    if facts.due_at is None:
        return None
    after = max(facts.due_at, standing.at)
    for ahead in range(DAYS_LOOKED_AT):
        day = local_day(after) + timedelta(days=ahead)
        closing = facts.calendar.closing_of(day)
        if closing is not None and closing > after:
            return day
    return None


def _accept(standing: Standing, given: inputs.Accept | None) -> LifeEvent:
    detail, facts, ground = standing.detail, standing.facts, standing.ground
    kept = Limit(unit=facts.clock.unit, value=facts.clock.value)
    limit = ground.limit(
        variant_id=detail.variant_id,
        channel=Channel(detail.channel),
        typed=(given.typed_limit if given else None) or kept,
    )
    counted = reception.Counted(
        clock=ground.clock(limit, standing.at),
        calendar=ground.office.calendar,
        asked=(),
        handed_in=frozenset(),
        unit_id=ground.unit_id,
        register_number=NOBODY,
    )
    confirmed = replace(given or inputs.Accept(), complete_confirmed=True)
    return reception.accept(facts, confirmed, counted, at=standing.at)


def _take_over(standing: Standing, _given: Any) -> LifeEvent:
    ground = standing.ground
    return reception.take_over(
        standing.facts, calendar=ground.office.calendar, unit_id=ground.unit_id, at=standing.at
    )


def _release(standing: Standing, given: inputs.WithReason | None) -> LifeEvent:
    return reception.release(standing.facts, why=given.reason if given else ANY)


def _assign(standing: Standing, given: inputs.Assign | None) -> LifeEvent:
    to = given or inputs.Assign(holding_id=NOBODY, reason=ANY)
    return handling.assign(standing.facts, to, assignee_name="", unit_id=None)


def _forward(standing: Standing, given: inputs.Forward | None) -> LifeEvent:
    to = given or inputs.Forward(unit_id=NOBODY, reason=ANY)
    return handling.forward(standing.facts, to, unit_name="")


SOMEWHERE = custody.To(agency_id=NOBODY, unit_id=NOBODY, name=ANY)


def _offer(standing: Standing, given: inputs.Offer | None) -> LifeEvent:
    """What has ended goes home; whereto else, the page is yet to say."""
    to, home = SOMEWHERE, standing.facts.competent_agency_id
    if standing.detail.stage in GIVEN_BACK_AT:
        to = replace(SOMEWHERE, agency_id=home)
    told = given or inputs.Offer(task=ANY)
    return custody.offer(standing.facts, told, to, seq=1, by="", at=standing.at)


def _answering(place: str = ANY) -> custody.Answering:
    return custody.Answering(by="", holding_id=None, place=place)


def _accept_offer(standing: Standing, given: inputs.AcceptOffer | None) -> LifeEvent:
    confirmed = given or inputs.AcceptOffer(received_all=True)
    return custody.accept(standing.facts, confirmed, _answering(), at=standing.at)


def _refuse_offer(standing: Standing, given: inputs.WithReason | None) -> LifeEvent:
    told = given or inputs.WithReason(reason=ANY)
    return custody.refuse(standing.facts, told, _answering(), at=standing.at)


def _take_back(standing: Standing, given: inputs.WithReason | None) -> LifeEvent:
    told = given or inputs.WithReason(reason=ANY)
    return custody.take_back(standing.facts, told, _answering(), at=standing.at)


def _refuse_take_over(standing: Standing, given: inputs.WithReason | None) -> LifeEvent:
    told = given or inputs.WithReason(reason=ANY)
    return custody.refuse_take_over(standing.facts, told, place=ANY)


def _redirect(standing: Standing, given: inputs.Redirect | None) -> LifeEvent:
    told = given or inputs.Redirect(agency_id=NOBODY, reason=ANY)
    return custody.redirect(
        standing.facts, told, from_place=ANY, to=SOMEWHERE, clock=standing.facts.clock
    )


def _propose(standing: Standing, given: inputs.Propose | None) -> LifeEvent:
    told = given or inputs.Propose(decision=Decision.GRANTED, opinion=ANY)
    return handling.propose(standing.facts, told)


def _asking(given: inputs.AskToComplete | None) -> inputs.AskToComplete:
    item = inputs.AskedItem(name=ANY, what=ANY)
    return given or inputs.AskToComplete(items=(item,), reason=ANY)


def _request(standing: Standing, given: inputs.AskToComplete | None) -> LifeEvent:
    return supplements.request_supplement(
        standing.facts, _asking(given), holding_id=None, at=standing.at
    )


def _ask(standing: Standing, given: inputs.AskToComplete | None) -> LifeEvent:
    return supplements.ask_to_complete(standing.facts, _asking(given), standing.at)


def _supplement(standing: Standing, given: inputs.Supplement | None) -> LifeEvent:
    """Without anything typed: everything that is still asked comes in."""
    request = standing.facts.open_request
    items = enumerate(request.items) if request else ()
    still = tuple(place for place, item in items if not item.get("state"))
    told = given or inputs.Supplement(answered=still)
    return supplements.supplement(standing.facts, told, at=standing.at)


def _extend(standing: Standing, given: inputs.Extend | None) -> LifeEvent:
    return extension.extend(standing.facts, _later(standing, given), standing.at)


def _apologize(standing: Standing, given: inputs.Extend | None) -> LifeEvent:
    return extension.apologize(standing.facts, _later(standing, given), standing.at)


def _later(standing: Standing, given: inputs.Extend | None) -> inputs.Extend:
    day = earliest_day(standing) or local_day(standing.at)
    return given or inputs.Extend(to_day=day, reason=ANY)


def _terminate(standing: Standing, given: inputs.Terminate | None) -> LifeEvent:
    told = given or inputs.Terminate(ground=TerminationGround.OTHER, reason=ANY)
    return ending.terminate(
        standing.facts, told, fee_total_vnd=standing.detail.fee_total_vnd, at=standing.at
    )


def _decide(standing: Standing, given: inputs.Decide | None) -> LifeEvent:
    told = given or inputs.Decide(decision=Decision.GRANTED)
    return decision.decide(standing.facts, told, signatory={}, at=standing.at)


def _correct(standing: Standing, given: inputs.CorrectResult | None) -> LifeEvent:
    told = given or inputs.CorrectResult(reason=ANY)
    return decision.correct(standing.facts, told, signatory={}, at=standing.at)


def _return(standing: Standing, given: inputs.ReturnResult | None) -> LifeEvent:
    told = given or inputs.ReturnResult(recipient_name=ANY, authority=ANY)
    return decision.return_result(standing.facts, told, standing.at)


def _with_reason(rule: Callable[..., LifeEvent], *, timed: bool) -> Rehearsal:
    def rehearsal(standing: Standing, given: inputs.WithReason | None) -> LifeEvent:
        told = given or inputs.WithReason(reason=ANY)
        return rule(standing.facts, told, *((standing.at,) if timed else ()))

    return rehearsal


REHEARSALS: dict[Act, Rehearsal] = {
    Act.RECEIVE: _accept,
    Act.ASK_TO_COMPLETE: _ask,
    Act.REFUSE_RECEPTION: _with_reason(reception.refuse, timed=True),
    Act.RELEASE: _release,
    Act.TAKE_OVER: _take_over,
    Act.ASSIGN: _assign,
    Act.START: lambda standing, _given: handling.start(standing.facts, holding_id=None),
    Act.FORWARD: _forward,
    Act.OFFER: _offer,
    Act.ACCEPT_OFFER: _accept_offer,
    Act.REFUSE_OFFER: _refuse_offer,
    Act.TAKE_BACK_OFFER: _take_back,
    Act.REFUSE_TAKE_OVER: _refuse_take_over,
    Act.REDIRECT: _redirect,
    Act.PROPOSE: _propose,
    Act.SEND_BACK: _with_reason(handling.send_back, timed=False),
    Act.REQUEST_SUPPLEMENT: _request,
    Act.ALLOW_SUPPLEMENT: _with_reason(supplements.allow, timed=False),
    Act.SUPPLEMENT: _supplement,
    Act.SUSPEND: _with_reason(waiting.suspend, timed=True),
    Act.RESUME: lambda standing, given: waiting.resume(
        standing.facts, given or inputs.Resume(), standing.at
    ),
    Act.EXTEND: _extend,
    Act.APOLOGIZE: _apologize,
    Act.WITHDRAW: lambda standing, given: ending.withdraw(
        standing.facts, given or inputs.Withdraw(reason=ANY), standing.at
    ),
    Act.TERMINATE: _terminate,
    Act.DECIDE: _decide,
    Act.ISSUE_RESULT: lambda standing, given: decision.issue(
        standing.facts, given or inputs.IssueResult(), standing.at
    ),
    Act.RETURN_RESULT: _return,
    Act.CORRECT_RESULT: _correct,
    Act.REOPEN: lambda standing, given: ending.reopen(
        standing.facts, given or inputs.Reopen(ground=ANY, reason=ANY), standing.at
    ),
    Act.NOTE: lambda standing, given: note(standing.facts, given or inputs.Note(text=ANY)),
}
