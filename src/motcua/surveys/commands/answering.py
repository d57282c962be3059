"""Take an answer, once. Nothing that is kept joins it to the invitation it came by."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.rules.chain import canonical
from motcua.surveys.models import FollowUp, Invitation, InvitationKey, SurveyAnswer
from motcua.surveys.queries.forms import form_in_force
from motcua.surveys.refusals import (
    InvitationExpired,
    InvitationUnknown,
    InvitationUsed,
    NothingAsked,
    StaffMayNotRate,
)
from motcua.surveys.rules.answers import Answered, AnswerInput, decide_answer
from motcua.surveys.rules.keys import digest_of, read_key
from motcua.surveys.rules.scores import Counts
from motcua.surveys.tallying import Cell, count
from motcua.surveys.vocabulary import AnswerWay, Form, Occasion, Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What stands behind a key: what is asked, by which way, and of which invitation (nothing of it is
    shown)."""

    invitation_id: int
    agency_id: int
    occasion: Occasion
    way: AnswerWay
    form: Form


def asking_of(*, actor: Actor, at: datetime, key: str) -> Asking:
    """The questions behind a key. One query besides the questionnaire.

    Refusals: InvitationUnknown, StaffMayNotRate, InvitationExpired, InvitationUsed, NothingAsked.
    """
    found = InvitationKey.objects.select_related("invitation").filter(
        digest=digest_of(read_key(key))
    )
    row = found.first()
    if row is None:
        raise InvitationUnknown(field="key")
    demand_no_staff(actor)
    if row.expires_on < local_day(at):
        raise InvitationExpired
    if row.invitation.is_used:
        raise InvitationUsed
    return asking_for(row.invitation, AnswerWay(row.way))


def asking_for(invitation: Invitation, way: AnswerWay) -> Asking:
    """Refusals: NothingAsked."""
    occasion = Occasion(invitation.occasion)
    form = form_in_force(invitation.agency_id, occasion, invitation.day)
    if form is None:
        raise NothingAsked
    return Asking(
        invitation_id=invitation.pk,
        agency_id=invitation.agency_id,
        occasion=occasion,
        way=way,
        form=form,
    )


def demand_no_staff(actor: Actor) -> None:
    """Refusals: StaffMayNotRate."""
    if actor.user_id is not None and actor.citizen_id is None:
        raise StaffMayNotRate


def answer(
    *,
    actor: Actor,
    at: datetime,
    key: str,
    given: AnswerInput,
    signs: Collection[Sign] = (),
) -> None:
    """One answer by a link or a code. The second time nothing is written.

    Refusals: those of `asking_of`, and ManyProblems of the answer.
    """
    asking = asking_of(actor=actor, at=at, key=key)
    answered = decide_answer(asking.form, given)
    with transaction.atomic():
        keep_invited(asking, answered, at=at, signs=signs)


def keep_invited(
    asking: Asking,
    answered: Answered,
    *,
    at: datetime,
    signs: Collection[Sign] = (),
    device_id: int | None = None,
) -> None:
    """Use the invitation up and keep the answer. Call it in a transaction. Refusals: InvitationUsed."""
    unused = Invitation.objects.filter(pk=asking.invitation_id, is_used=False)
    if not unused.update(is_used=True):
        raise InvitationUsed
    row = Invitation.objects.get(pk=asking.invitation_id)
    cell = Cell(
        agency_id=row.agency_id,
        day=row.day,
        procedure_id=row.procedure_id,
        occasion=asking.occasion,
    )
    used = Counts(
        used=1,
        late_used=int(row.was_late),
        online_used=int(row.is_online),
        aged_used=int(row.is_older is not None),
        older_used=int(bool(row.is_older)),
    )
    _keep(cell, asking, answered, used=used, signs=signs, device_id=device_id)
    _follow(row.agency_id, asking, answered, local_day(at))


def _keep(
    cell: Cell,
    asking: Asking,
    answered: Answered,
    *,
    used: Counts,
    signs: Collection[Sign],
    device_id: int | None,
) -> None:
    SurveyAnswer.objects.create(
        key=secrets.token_hex(16),
        agency_id=cell.agency_id,
        procedure_id=cell.procedure_id,
        occasion=str(cell.occasion),
        day=cell.day,
        way=str(asking.way),
        device_id=device_id,
        form_key=asking.form.key,
        choices=canonical(dict(answered.choices)),
        reasons=canonical(list(answered.reasons)),
        points=answered.points,
        is_satisfied=answered.is_satisfied,
        is_bad=answered.is_bad,
        is_invited=used.used > 0,
        signs=canonical(sorted(map(str, signs))),
    )
    satisfied = int(answered.is_satisfied)
    said = Counts(answered=1, satisfied=satisfied, points=answered.points)
    if signs:
        said += Counts(flagged=1, flagged_satisfied=satisfied, flagged_points=answered.points)
    count(cell, used + said)


def _follow(agency_id: int, asking: Asking, answered: Answered, day: date) -> None:
    """A bad answer is looked after, also one that nobody signed. What it says stands there for whoever
    does that, without the dossier and the procedure."""
    if not answered.is_bad:
        return
    FollowUp.objects.create(
        agency_id=agency_id,
        occasion=str(asking.occasion),
        opened_on=day,
        due_on=day + timedelta(days=asking.form.follow_up_days),
        reasons=canonical(list(answered.reasons)),
        comment=answered.comment,
        contact=answered.contact,
    )
