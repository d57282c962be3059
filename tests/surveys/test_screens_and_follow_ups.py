"""A screen at the counter forgets between people; a bad answer has somebody who looks after it."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import transaction

from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.caching import forget_all
from motcua.surveys.commands.devices import (
    DeviceNameFaulty,
    DeviceUnknown,
    PairingUnknown,
    TurnOver,
    answer_at_screen,
    enroll_device,
    leave_screen,
    more_time,
    pair_device,
    retire_device,
    screen,
    show_at_device,
)
from motcua.surveys.commands.follow_ups import (
    FollowUpOver,
    OutcomeFaulty,
    OwnerUnknown,
    close_follow_up,
    give_follow_up,
)
from motcua.surveys.commands.questionnaires import QuestionnaireInput, set_questionnaire
from motcua.surveys.models import DeviceTurn, FollowUp, SurveyAnswer, SurveyDevice
from motcua.surveys.proof import survey_flaws
from motcua.surveys.queries.devices import devices, devices_at_desk
from motcua.surveys.queries.follow_ups import follow_up, follow_ups
from motcua.surveys.queries.forms import reasons_ever
from motcua.surveys.refusals import StaffMayNotRate
from motcua.surveys.rules.forms import document_of
from motcua.surveys.shipped import SHORT, shipped_forms
from motcua.surveys.vocabulary import Occasion
from tests.support.clock import PLAIN_MORNING, PLAIN_SATURDAY, at
from tests.support.offices import agency_id
from tests.support.rating import SOMEBODY, a_bad_answer, returned, said
from tests.support.working_office import SETUP, officer

AT = PLAIN_MORNING
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
pytestmark = pytest.mark.usefixtures("proved")


@pytest.fixture
def device(proved: None) -> tuple[int, str]:
    """The id of a paired screen, and its secret."""
    device_id, pairing = enroll_device(
        actor=officer("quantri"), at=AT, agency_id=agency_id(), name="Quầy số 1"
    )
    return device_id, pair_device(actor=SOMEBODY, at=AT + MINUTE, pairing=pairing)


def show(device_id: int, dossier_id: int, when: timedelta = timedelta()) -> None:
    show_at_device(
        actor=officer("tiepnhan1"),
        at=AT + when,
        dossier_id=dossier_id,
        occasion=Occasion.RETURN,
        device_id=device_id,
    )


def tap(secret: str, when: timedelta, level: int = 3) -> None:
    turn = screen(secret=secret, at=AT + when - 9 * SECOND).turn
    answer_at_screen(actor=SOMEBODY, at=AT + when, secret=secret, turn=turn, given=said(level))


def test_two_people_answer_and_nothing_of_the_first_is_left(device: tuple[int, str]) -> None:
    device_id, secret = device
    assert screen(secret=secret, at=AT).asking is None
    show(device_id, returned())
    first = screen(secret=secret, at=AT)
    tap(secret, 20 * SECOND)
    assert screen(secret=secret, at=AT + MINUTE).asking is None
    turn = DeviceTurn.objects.get()
    assert (turn.invitation_id, turn.shown_at, turn.opened_at) == (None, None, None)
    show(device_id, returned(), 2 * MINUTE)
    second = screen(secret=secret, at=AT + 2 * MINUTE)
    assert second.turn != first.turn
    # The first one's form, sent again, is nobody's turn.
    with pytest.raises(TurnOver):
        answer_at_screen(
            actor=SOMEBODY, at=AT + 2 * MINUTE, secret=secret, turn=first.turn, given=said(1)
        )
    tap(secret, 3 * MINUTE)
    rows = SurveyAnswer.objects.values_list("way", "device_id", "is_invited", "signs")
    assert list(rows) == [("TABLET", device_id, True, "[]")] * 2


def test_a_turn_ends_by_itself_and_whoever_does_not_want_to_leaves(
    device: tuple[int, str],
) -> None:
    device_id, secret = device
    show(device_id, returned())
    assert screen(secret=secret, at=AT + 2 * MINUTE).seconds == 60
    assert screen(secret=secret, at=AT + 3 * MINUTE).asking is None
    show(device_id, returned(), 4 * MINUTE)
    shown = screen(secret=secret, at=AT + 4 * MINUTE)
    leave_screen(secret=secret, turn="another")
    assert screen(secret=secret, at=AT + 4 * MINUTE).turn == shown.turn
    leave_screen(secret=secret, turn=shown.turn)
    assert screen(secret=secret, at=AT + 4 * MINUTE).asking is None
    assert not SurveyAnswer.objects.exists()


def test_whoever_reads_slowly_has_the_whole_time_again_and_nobody_else(
    device: tuple[int, str],
) -> None:
    device_id, secret = device
    show(device_id, returned())
    first = screen(secret=secret, at=AT).turn
    more_time(secret=secret, turn=first, at=AT + 2 * MINUTE)
    longer = screen(secret=secret, at=AT + 4 * MINUTE)
    assert longer.seconds == 60
    with pytest.raises(TurnOver):
        more_time(secret=secret, turn=first, at=AT + 4 * MINUTE)
    with pytest.raises(TurnOver):
        more_time(secret=secret, turn=longer.turn, at=AT + 6 * MINUTE)
    assert screen(secret=secret, at=AT + 6 * MINUTE).asking is None


def test_a_reason_that_an_office_added_is_told_in_its_words() -> None:
    document = document_of(shipped_forms()[SHORT])
    document["reasons"].append({"key": "r1", "vi": "Lối đi hẹp", "en": "Narrow way in"})
    given = QuestionnaireInput(
        occasion=Occasion.RETURN, document=document, valid_from=local_day(AT) + DAY
    )
    set_questionnaire(actor=SETUP, at=AT, agency_id=agency_id(), given=given)
    forget_all()
    assert "r1" not in reasons_ever(agency_id(), local_day(AT))
    known = reasons_ever(agency_id(), local_day(AT) + DAY)
    assert known["r1"].vi == "Lối đi hẹp"
    assert known["late"].en


def test_answers_tapped_through_are_counted_apart(device: tuple[int, str]) -> None:
    device_id, secret = device
    for number in range(3):
        when = number * 5 * SECOND
        show(device_id, returned(), when)
        turn = screen(secret=secret, at=AT + when).turn
        answer_at_screen(
            actor=SOMEBODY, at=AT + when + SECOND, secret=secret, turn=turn, given=said()
        )
    signs = sorted(SurveyAnswer.objects.values_list("signs", flat=True))
    assert signs == ['["BURST","TOO_FAST"]', '["BURST","TOO_FAST"]', '["TOO_FAST"]']


def test_an_answer_outside_office_hours_is_counted_apart(device: tuple[int, str]) -> None:
    device_id, secret = device
    show(device_id, returned(), at(PLAIN_SATURDAY, "20:00") - AT)
    tap(secret, at(PLAIN_SATURDAY, "20:01") - AT)
    assert SurveyAnswer.objects.get().signs == '["CLOSED_HOURS"]'


def test_a_pairing_code_is_used_once_and_for_a_quarter_of_an_hour() -> None:
    _id, pairing = enroll_device(actor=SETUP, at=AT, agency_id=agency_id(), name="Quầy số 1")
    with pytest.raises(StaffMayNotRate):
        pair_device(actor=officer("tiepnhan1"), at=AT, pairing=pairing)
    for wrong, when in (("", AT), ("00000000", AT), (pairing, AT + 16 * MINUTE)):
        with pytest.raises(PairingUnknown):
            pair_device(actor=SOMEBODY, at=when, pairing=wrong)
    secret = pair_device(actor=SOMEBODY, at=AT, pairing=pairing)
    with pytest.raises(PairingUnknown):
        pair_device(actor=SOMEBODY, at=AT, pairing=pairing)
    row = SurveyDevice.objects.get()
    assert secret not in {row.secret_digest, row.pairing_digest}


def test_a_retired_screen_answers_to_nobody(device: tuple[int, str]) -> None:
    device_id, secret = device
    for _time in range(2):
        retire_device(actor=officer("quantri"), at=AT, device_id=device_id)
    for gone in (secret, "", "x"):
        with pytest.raises(DeviceUnknown):
            screen(secret=gone, at=AT)
    with pytest.raises(NotFound):
        show(device_id, returned())
    assert devices_at_desk(officer("tiepnhan1")) == ()
    assert devices(officer("quantri"), AT)[0].retired_at == AT


def test_who_may_do_what_with_a_screen(device: tuple[int, str]) -> None:
    device_id, secret = device
    dossier_id = returned()
    with pytest.raises(NotPermitted):
        enroll_device(actor=officer("tiepnhan1"), at=AT, agency_id=agency_id(), name="x")
    with pytest.raises(DeviceNameFaulty):
        enroll_device(actor=SETUP, at=AT, agency_id=agency_id(), name="  ")
    with pytest.raises(NotPermitted):
        retire_device(actor=officer("lanhdao"), at=AT, device_id=device_id)
    with pytest.raises(NotPermitted):
        show_at_device(
            actor=officer("thuly1"),
            at=AT,
            dossier_id=dossier_id,
            occasion=Occasion.RETURN,
            device_id=device_id,
        )
    show(device_id, dossier_id)
    with pytest.raises(StaffMayNotRate):
        answer_at_screen(actor=officer("tiepnhan1"), at=AT, secret=secret, turn="", given=said())
    tap(secret, 20 * SECOND)
    # Nobody at the counter learns whether somebody has answered: the screen stays empty.
    show(device_id, dossier_id, MINUTE)
    assert screen(secret=secret, at=AT + MINUTE).asking is None


# -- follow-ups


def test_a_bad_answer_is_looked_after_and_given_on() -> None:
    leader, other = officer("lanhdao"), officer("thuly1")
    number = a_bad_answer()
    assert [row.id for row in follow_ups(leader, AT)] == [number]
    assert follow_ups(other, AT) == ()
    with pytest.raises(NotFound):
        follow_up(other, AT, number)
    assert other.holding_id is not None
    give_follow_up(actor=leader, at=AT, follow_up_id=number, owner_id=other.holding_id)
    row = follow_up(other, AT, number)
    assert (row.owner_id, row.contact, row.is_overdue) == (
        other.holding_id,
        "0912345678",
        False,
    )
    assert follow_up(other, AT + 8 * DAY, number).is_overdue
    close_follow_up(actor=other, at=AT, follow_up_id=number, outcome=" Đã gọi,  xin lỗi ")
    assert follow_up(leader, AT, number).outcome == "Đã gọi, xin lỗi"
    with pytest.raises(FollowUpOver):
        close_follow_up(actor=leader, at=AT, follow_up_id=number, outcome="Lần nữa")


@pytest.mark.parametrize(
    ("who", "outcome", "owner", "refused"),
    [
        ("lanhdao", "", None, OutcomeFaulty),
        ("lanhdao", "x" * 1001, None, OutcomeFaulty),
        ("lanhdao", "", 10**9, OwnerUnknown),
        ("tiepnhan1", "Xong", None, NotFound),
        ("quantri", "Xong", None, NotFound),
    ],
)
def test_what_may_not_be_done_with_it(
    who: str, outcome: str, owner: int | None, refused: type[Refusal]
) -> None:
    number, actor = a_bad_answer(), officer(who)

    def act() -> None:
        if owner is None:
            close_follow_up(actor=actor, at=AT, follow_up_id=number, outcome=outcome)
        else:
            give_follow_up(actor=actor, at=AT, follow_up_id=number, owner_id=owner)

    with pytest.raises(refused):
        act()
    assert FollowUp.objects.get(pk=number).state == "OPEN"


def test_the_overdue_come_first_and_the_closed_last() -> None:
    leader = officer("lanhdao")
    numbers = [a_bad_answer(AT), a_bad_answer(AT), a_bad_answer(AT)]
    close_follow_up(actor=leader, at=AT, follow_up_id=numbers[0], outcome="Xong")
    rows = follow_ups(leader, AT + 8 * DAY)
    assert [row.id for row in rows] == [numbers[1], numbers[2], numbers[0]]
    assert [row.is_overdue for row in rows] == [True, True, False]
    assert all(one.due_on <= two.due_on for one, two in pairwise(rows[:2]))


def test_a_follow_up_that_says_more_than_its_facts_is_named() -> None:
    number = a_bad_answer()
    holding = officer("thuly1").holding_id
    FollowUp.objects.filter(pk=number).update(owner=holding)
    assert [flaw.fields for flaw in survey_flaws()] == [("owner_id",)]
    FollowUp.objects.filter(pk=number).update(owner=None)


def test_a_screen_that_says_more_than_its_facts_is_named(device: tuple[int, str]) -> None:
    device_id, _secret = device
    with transaction.atomic():
        SurveyDevice.objects.filter(pk=device_id).update(name="Quầy khác")
        assert [one.fields for one in survey_flaws()] == [("name",)]
        transaction.set_rollback(True)
    retire_device(actor=SETUP, at=AT, device_id=device_id)
    assert list(survey_flaws()) == []
