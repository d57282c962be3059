"""Everything the staff does with feedback in the register: right, lock, version seen, rule, rows, fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from motcua.accounts.rules.roles import may
from motcua.feedback.commands.accepting import write_accepted
from motcua.feedback.commands.changing import CHANGES, Asked, nothing
from motcua.feedback.commands.writing import Step, clock_of, write_step
from motcua.feedback.models import Petition, PetitionStep
from motcua.feedback.policies import ANSWERS_OFFER, PERMISSION_OF, offered_to, visible
from motcua.feedback.queries.handlers import Handlers, handlers_of
from motcua.feedback.rules.acting import Concerned, NobodyChosen, cleaned, problems_of
from motcua.feedback.rules.dates import DUTY_OF_ACT, DUTY_OF_STATE, pauses_of
from motcua.feedback.rules.sending import PetitionFaulty
from motcua.feedback.rules.transitions import AFTER_ANSWER, ActNotNow, fits, next_state
from motcua.feedback.vocabulary import OPEN_STATES, Act, ActIn, Duty, Publication, State
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import Record, agency_stream, recording


class PetitionOvertaken(Refusal):
    """Somebody else has done something with it since it was looked at."""

    code = "petition-overtaken"


def act_on_petition(*, actor: Actor, at: datetime, petition_id: int, act: Act, given: ActIn) -> str:
    """Do one act; the code of what it was done with (that of the new entry for ACCEPT_OFFER).

    Refusals: NotPermitted, NotFound, PetitionOvertaken, ActNotNow, PetitionFaulty (what is missing,
    all at once), StillReveals. Basis: `rules.transitions`.
    """
    if act not in PERMISSION_OF:
        raise NotPermitted(reason="not-of-staff")
    right = PERMISSION_OF[act]
    may(actor, right).demand()
    scope = offered_to(actor) if act in ANSWERS_OFFER else visible(actor, right)
    found = Petition.objects.filter(scope, pk=petition_id)
    agency_id = found.values_list("agency_id", flat=True).first()
    if agency_id is None:
        raise NotFound(kind="petition")
    with recording(actor, at) as record:
        _lock(record, {agency_id, actor.agency_id} if act in ANSWERS_OFFER else {agency_id})
        row = found.get()
        clock = clock_of(row.agency_id, row.counts_from)
        return carry_out(Asked(record=record, row=row, act=act, given=given, clock=clock))


def _lock(record: Record, agency_ids: set[int | None]) -> None:
    """Always in the same order, so that two never wait for each other."""
    for agency_id in sorted(one for one in agency_ids if one is not None):
        record.lock(agency_stream(agency_id))


def carry_out(asked: Asked) -> str:
    """Decide and write, with the chain locked; also for what the sender does himself."""
    row, act, given = asked.row, asked.act, asked.given
    if given.version is not None and given.version != row.version:
        raise PetitionOvertaken
    state, publication = State(row.state), Publication(row.publication)
    if not fits(act, state, publication, is_anonymous=row.is_anonymous):
        raise ActNotNow
    about = Concerned(
        agency_id=row.agency_id, unit_id=row.about_unit_id, holding_id=row.about_holding_id
    )
    asked = _completed(asked)
    problems = tuple(problems_of(act, asked.given, about, asked.clock.terms))
    if problems:
        raise PetitionFaulty(problems)
    changes = CHANGES.get(act, nothing)(asked)
    target = next_state(act, state, is_in_hand=_in_hand(row))
    duty = DUTY_OF_ACT.get(act)
    due_at = _due_of(asked, duty) if duty else None
    write_step(
        asked.record,
        row,
        Step(
            act=act,
            state=target,
            changes={**changes, **_dates(asked, target, changes)},
            text=asked.given.text,
            reason=asked.given.reason or asked.given.body[:30],
            due_at=due_at,
            is_late=due_at is not None and asked.at > due_at,
        ),
    )
    return write_accepted(asked.record, row) if act is Act.ACCEPT_OFFER else row.code


def _in_hand(row: Petition) -> bool:
    return row.unit_id is not None or row.handler_id is not None


def _completed(asked: Asked) -> Asked:
    """What a choice means: an officer stands for his unit too; an approved answer is the proposal
    unless the leader has written another. Nobody is given what he could not answer. Refusals: NobodyChosen."""
    given, row = cleaned(asked.given), asked.row
    if asked.act is Act.ANSWER and not given.text:
        given = replace(given, text=row.proposal)
    if asked.act is Act.ROUTE:
        can = handlers_of(row.agency_id, local_day(asked.at), but_for=row.about_holding_id)
        if given.holding_id is not None and given.holding_id != row.about_holding_id:
            people = {one.holding_id: one for one in can.people}
            if given.holding_id not in people:
                raise PetitionFaulty([NobodyChosen(field="to")])
            given = replace(given, unit_id=people[given.holding_id].unit_id)
        elif given.holding_id is None and given.unit_id not in _units(row, can):
            raise PetitionFaulty([NobodyChosen(field="to")])
    return replace(asked, given=given)


def _units(row: Petition, can: Handlers) -> set[int | None]:
    """Those that could answer; the one it is about is told apart, with the reason of its own."""
    return {row.about_unit_id, *(one.id for one in can.units)} - {None}


def _due_of(asked: Asked, duty: Duty) -> datetime | None:
    if duty is Duty.ANSWER:
        return asked.row.answer_due_at
    if duty is Duty.PUBLISH:
        answered = asked.row.answered_at
        return asked.clock.promise(duty, answered).due_at if answered else None
    return asked.clock.promise(duty, asked.row.counts_from).due_at


def _dates(asked: Asked, target: State, changes: dict[str, Any]) -> dict[str, Any]:
    """When the next thing is due, the sender's own time left out."""
    row = asked.row
    if target in AFTER_ANSWER:
        publication = changes.get("publication", row.publication)
        answered = changes.get("answered_at", row.answered_at)
        if publication != Publication.NONE or row.is_anonymous or answered is None:
            return {"due_at": None}
        return {"due_at": asked.clock.promise(Duty.PUBLISH, answered).due_at}
    if target not in OPEN_STATES:
        return {"due_at": None}
    since = changes.get("counts_from", row.counts_from)
    clock = asked.clock if since == row.counts_from else clock_of(row.agency_id, since)
    steps = [
        (Act(act), at)
        for act, at in PetitionStep.objects.filter(petition=row, at__gte=since)
        .order_by("seq")
        .values_list("act", "at")
    ]
    pauses = pauses_of([*steps, (asked.act, asked.at)])
    answer = clock.promise(Duty.ANSWER, since, pauses).due_at
    duty = DUTY_OF_STATE[target]
    due_at = answer if duty is Duty.ANSWER else clock.promise(duty, since).due_at
    return {"due_at": due_at, "answer_due_at": answer}
