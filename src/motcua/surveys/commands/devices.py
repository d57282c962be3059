"""Screens at the counter: enrolled by the administrator, paired once, shown a turn at a time.

A screen knows neither who is asked nor of which dossier; between two people it shows nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from motcua.accounts.policies import can
from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.served import served
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, agency_stream, recording
from motcua.ledger.rules.chain import canonical
from motcua.surveys.commands.answering import (
    Asking,
    asking_for,
    demand_no_staff,
    keep_invited,
)
from motcua.surveys.commands.inviting import invitation_of
from motcua.surveys.events import SurveyDeviceEnrolled, SurveyDeviceRetired
from motcua.surveys.models import DeviceHabit, DeviceTurn, SurveyDevice
from motcua.surveys.rules.answers import Answered, AnswerInput, decide_answer
from motcua.surveys.rules.keys import digest_of, new_pairing
from motcua.surveys.rules.stuffing import Habit, Tap, after, signs_of
from motcua.surveys.shipped import terms_on
from motcua.surveys.vocabulary import AnswerWay, Occasion
from motcua.worktime.queries.calendars import office_time

KIND = "survey-device"
PAIRING_LASTS = timedelta(minutes=15)
NAME_MAX = 100


class DeviceNameFaulty(Refusal):
    """A screen has a name, of at most `length_max` letters."""

    code = "survey-device-name-faulty"


class PairingUnknown(Refusal):
    """No screen waits for this code, or no longer."""

    code = "survey-pairing-unknown"


class DeviceUnknown(Refusal):
    """Not a screen of an office, or one that was retired."""

    code = "survey-device-unknown"


class TurnOver(Refusal):
    """The time for answering is over, or it is somebody else's turn."""

    code = "survey-turn-over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What a screen shows. `asking` None: nobody's turn. `turn` names the turn, `seconds` are left."""

    asking: Asking | None = None
    turn: str = ""
    seconds: int = 0


def enroll_device(*, actor: Actor, at: datetime, agency_id: int, name: str) -> tuple[int, str]:
    """A new screen; its id, and the code that is typed on it within a quarter of an hour.

    Refusals: NotPermitted, DeviceNameFaulty.
    """
    can(actor, Permission.SURVEY_CHANGE, agency_id, local_day(at)).demand()
    name = " ".join(name.split())
    if not name or len(name) > NAME_MAX:
        raise DeviceNameFaulty(field="name", length_max=NAME_MAX)
    pairing = new_pairing()
    with recording(actor, at) as record:
        row = SurveyDevice.objects.create(
            agency_id=agency_id,
            name=name,
            pairing_digest=digest_of(pairing),
            pairing_until=at + PAIRING_LASTS,
        )
        DeviceTurn.objects.create(device=row)
        DeviceHabit.objects.create(device=row)
        record.append(
            SurveyDeviceEnrolled(agency_id=agency_id, name=name, takes_uninvited=False),
            about=Subject(KIND, row.pk, 1),
            stream=agency_stream(agency_id),
        )
    return row.pk, pairing


def retire_device(*, actor: Actor, at: datetime, device_id: int) -> None:
    """It answers to nobody any more. A second time nothing happens. Refusals: NotPermitted, NotFound."""
    may(actor, Permission.SURVEY_CHANGE).demand()
    with recording(actor, at) as record:
        row = SurveyDevice.objects.select_for_update().filter(pk=device_id).first()
        if row is None or not can(actor, Permission.SURVEY_CHANGE, row.agency_id, local_day(at)):
            raise NotFound(kind=KIND)
        if row.retired_at is not None:
            return
        row.retired_at, row.secret_digest, row.pairing_digest = at, "", ""
        row.save(update_fields=["retired_at", "secret_digest", "pairing_digest"])
        DeviceTurn.objects.filter(device=row).update(invitation=None, shown_at=None)
        record.append(
            SurveyDeviceRetired(retired_at=at),
            about=Subject(KIND, row.pk, next_seq(KIND, row.pk)),
            stream=agency_stream(row.agency_id),
        )


def pair_device(*, actor: Actor, at: datetime, pairing: str) -> str:
    """The secret that the screen keeps from now on; the code is used up.

    Refusals: StaffMayNotRate (sign out first), PairingUnknown.
    """
    demand_no_staff(actor)
    waiting = SurveyDevice.objects.filter(
        pairing_digest=digest_of(pairing), pairing_until__gte=at, retired_at__isnull=True
    )
    secret = secrets.token_urlsafe(32)
    paired = {"secret_digest": digest_of(secret), "pairing_digest": "", "pairing_until": None}
    if not pairing or not waiting.update(**paired):
        raise PairingUnknown(field="pairing")
    return secret


def show_at_device(
    *, actor: Actor, at: datetime, dossier_id: int, occasion: Occasion, device_id: int
) -> None:
    """The officer invites whoever stands there: it is this person's turn at the screen. Which dossiers
    the officer sees was asked by whoever found the dossier.

    Refusals: NotPermitted, NotFound, NothingAsked.
    """
    may(actor, Permission.SURVEY_INVITE).demand()
    device = SurveyDevice.objects.filter(pk=device_id, retired_at__isnull=True).first()
    found = served([dossier_id]).get(dossier_id)
    if device is None or found is None or device.agency_id not in actor.own_agency_ids:
        raise NotFound(kind=KIND)
    with transaction.atomic():
        invitation = invitation_of(found, occasion, at)
        turn = {"invitation": invitation, "shown_at": at, "opened_at": None}
        DeviceTurn.objects.filter(device=device).update(**turn)


def screen(*, secret: str, at: datetime) -> Screen:
    """What the screen shows now; when the questions were opened is kept for this turn only. Two queries
    besides the questionnaire. Refusals: DeviceUnknown."""
    turn = _turn(secret)
    if turn.invitation is None or turn.shown_at is None or turn.invitation.is_used:
        return Screen()
    until = turn.shown_at + timedelta(minutes=terms_on(local_day(at)).turn_minutes)
    if at >= until:
        return Screen()
    if turn.opened_at is None:
        DeviceTurn.objects.filter(pk=turn.pk, opened_at__isnull=True).update(opened_at=at)
    return Screen(
        asking=asking_for(turn.invitation, AnswerWay.TABLET),
        turn=_name(turn),
        seconds=max(1, int((until - at).total_seconds())),
    )


def answer_at_screen(
    *, actor: Actor, at: datetime, secret: str, turn: str, given: AnswerInput
) -> None:
    """One answer of whoever's turn it is; then the screen knows nothing any more.

    Refusals: StaffMayNotRate, DeviceUnknown, TurnOver, InvitationUsed, ManyProblems of the answer.
    """
    demand_no_staff(actor)
    shown = screen(secret=secret, at=at)
    if shown.asking is None or shown.turn != turn:
        raise TurnOver
    answered = decide_answer(shown.asking.form, given)
    with transaction.atomic():
        row = _turn(secret, lock=True)
        if row.invitation is None or _name(row) != turn:
            raise TurnOver
        _keep(row, shown.asking, answered, at)


def more_time(*, secret: str, turn: str, at: datetime) -> None:
    """Whoever reads slowly has the whole time again, as often as he wants (WCAG 2.2.1).

    Refusals: DeviceUnknown, TurnOver.
    """
    shown = screen(secret=secret, at=at)
    with transaction.atomic():
        row = _turn(secret, lock=True)
        if shown.asking is None or _name(row) != turn:
            raise TurnOver
        DeviceTurn.objects.filter(pk=row.pk).update(shown_at=at)


def leave_screen(*, secret: str, turn: str) -> None:
    """Who does not want to answer need not: the screen is empty at once. Refusals: DeviceUnknown."""
    with transaction.atomic():
        row = _turn(secret, lock=True)
        if _name(row) == turn:
            _empty(row)


def _keep(row: DeviceTurn, asking: Asking, answered: Answered, at: datetime) -> None:
    habit = DeviceHabit.objects.select_for_update().get(pk=row.pk)
    known = Habit(
        last_at=habit.last_at,
        run_pattern=habit.run_pattern,
        run_length=habit.run_length,
        pairs=habit.pairs,
        pairs_same=habit.pairs_same,
    )
    calendar = office_time(asking.agency_id, local_day(at)).calendar
    choices = canonical(dict(answered.choices))
    tap = Tap(
        at=at,
        opened_at=row.opened_at,
        questions=len(asking.form.questions),
        pattern=hashlib.sha256(choices.encode()).hexdigest(),
        is_invited=True,
        is_open=calendar.is_open(at),
    )
    keep_invited(asking, answered, at=at, signs=signs_of(known, tap), device_id=row.pk)
    now = after(known, tap)
    DeviceHabit.objects.filter(pk=row.pk).update(
        last_at=now.last_at,
        run_pattern=now.run_pattern,
        run_length=now.run_length,
        pairs=now.pairs,
        pairs_same=now.pairs_same,
    )
    _empty(row)


def _empty(row: DeviceTurn) -> None:
    turn = {"invitation": None, "shown_at": None, "opened_at": None}
    DeviceTurn.objects.filter(pk=row.pk).update(**turn)


def _turn(secret: str, *, lock: bool = False) -> DeviceTurn:
    rows = DeviceTurn.objects.select_related("invitation")
    if lock:
        rows = DeviceTurn.objects.select_for_update()
    row = rows.filter(
        device__secret_digest=digest_of(secret), device__retired_at__isnull=True
    ).first()
    if row is None or not secret:
        raise DeviceUnknown
    return row


def _name(row: DeviceTurn) -> str:
    """Not the dossier's, nor the invitation's: only that it is the same turn."""
    return digest_of(f"{row.pk} {row.invitation_id} {row.shown_at}")[:16]
