"""The pure rules: the table of acts, what must be said, the dates, what still names somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.feedback.policies import PERMISSION_OF
from motcua.feedback.rules.acting import Concerned, problems_of
from motcua.feedback.rules.dates import Clock, pauses_of
from motcua.feedback.rules.revealing import reveals
from motcua.feedback.rules.sending import cleaned
from motcua.feedback.rules.sending import problems_of as faults
from motcua.feedback.rules.terms import NoTermsThen, terms_on
from motcua.feedback.rules.transitions import TABLE, ActNotNow, fits, next_state
from motcua.feedback.shipped import shipped_terms, terms_of
from motcua.feedback.vocabulary import (
    OPEN_STATES,
    Act,
    ActIn,
    Channel,
    Duty,
    Kind,
    PetitionIn,
    Publication,
    SenderIn,
    State,
)
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.week import office_week
from motcua.worktime.vocabulary import Terms
from tests.support.clock import PLAIN_FRIDAY, PLAIN_MONDAY, PLAIN_WEDNESDAY, at

DAY = date(2026, 6, 10)
TERMS = terms_of(DAY)
CLOCK = Clock(calendar=WorkCalendar(week=tuple(office_week())), office=Terms(), terms=TERMS)
LETTER = PetitionIn(
    agency_id=1,
    kind=Kind.CONDUCT,
    channel=Channel.PORTAL,
    title="Chờ lâu",
    content="Chờ hai giờ.",
    sender=SenderIn(name="Trần Thị Thưa", address="12 Lê Lợi", phone="0912 345 678"),
)
ABOUT = Concerned(agency_id=1, unit_id=7, holding_id=9)


def _codes(letter: PetitionIn) -> list[tuple[str, str | None]]:
    return [(one.code, one.field) for one in faults(cleaned(letter), TERMS, DAY)]


@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("state", list(State))
def test_an_act_leads_on_only_where_the_table_has_it(act: Act, state: State) -> None:
    if fits(act, state):
        assert next_state(act, state, is_in_hand=True) in State
    elif act in TABLE:
        assert state not in TABLE[act][0]


def test_nothing_leads_to_coming_in_a_second_time() -> None:
    assert not any(fits(Act.SEND, state) for state in State)
    with pytest.raises(ActNotNow):
        next_state(Act.SEND, State.SENT, is_in_hand=False)


def test_every_open_state_can_be_left_and_every_state_is_reached() -> None:
    for state in OPEN_STATES:
        assert any(fits(act, state) for act in TABLE)
    reached = {State.SENT} | {
        next_state(act, state, is_in_hand=hand)
        for act in Act
        for state in State
        for hand in (True, False)
        if fits(act, state)
    }
    assert reached == set(State)


def test_the_staff_has_a_right_for_every_act_that_is_not_the_senders() -> None:
    assert set(PERMISSION_OF) == set(Act) - {Act.SEND, Act.RATE}


def test_what_is_published_is_not_published_again_and_only_an_answer_is() -> None:
    assert fits(Act.PUBLISH, State.ANSWERED, Publication.NONE)
    assert not fits(Act.PUBLISH, State.ANSWERED, Publication.PUBLISHED)
    assert not fits(Act.PUBLISH, State.HANDLING, Publication.NONE)
    assert fits(Act.WITHDRAW, State.CLOSED, Publication.PUBLISHED)
    assert not fits(Act.WITHDRAW, State.CLOSED, Publication.WITHHELD)


def test_nobody_is_there_to_ask_where_nobody_is_named() -> None:
    assert not fits(Act.ASK_CLARITY, State.HANDLING, is_anonymous=True)
    assert fits(Act.CLOSE, State.REGISTERED, is_anonymous=True)
    assert not fits(Act.CLOSE, State.REGISTERED)


def test_a_whole_letter_has_no_fault() -> None:
    assert _codes(LETTER) == []
    assert cleaned(LETTER).sender.phone == "0912345678"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"title": "  "}, ("petition-text-missing", "title")),
        ({"title": "x" * (TERMS.title_max + 1)}, ("petition-text-too-long", "title")),
        ({"content": "\n"}, ("petition-text-missing", "content")),
        ({"is_complaint": True}, ("petition-complaint-elsewhere", "is_complaint")),
        ({"sender": SenderIn(name="A", address="B")}, ("petition-reach-missing", "phone")),
        (
            {"sender": SenderIn(name="A", address="B", phone="12")},
            ("petition-phone-faulty", "phone"),
        ),
        (
            {"sender": SenderIn(name="A", address="B", email="a@b")},
            ("petition-email-faulty", "email"),
        ),
        (
            {"kind": Kind.REGULATION, "is_anonymous": True},
            ("petition-anonymous-not-taken", "is_anonymous"),
        ),
        ({"stamped_on": DAY}, ("petition-stamp-not-of-letter", "stamped_on")),
        (
            {"channel": Channel.LETTER, "stamped_on": DAY + timedelta(days=1)},
            ("petition-stamp-in-future", "stamped_on"),
        ),
    ],
)
def test_each_fault_is_told_at_its_field(
    changed: dict[str, object], fault: tuple[str, str]
) -> None:
    assert _codes(replace(LETTER, **changed)) == [fault]  # type: ignore[arg-type]


def test_all_faults_are_told_at_once() -> None:
    empty = replace(LETTER, title="", content="", sender=SenderIn())
    assert [field for _code, field in _codes(empty)] == [
        "title", "content", "name", "address", "phone",
    ]  # fmt: skip


def test_an_unnamed_one_carries_nobodys_data() -> None:
    unnamed = cleaned(replace(LETTER, is_anonymous=True))
    assert unnamed.sender == SenderIn()
    assert list(faults(unnamed, TERMS, DAY)) == []


def test_terms_hold_without_a_gap_from_the_first_day_on() -> None:
    periods = sorted(shipped_terms(), key=lambda one: one.valid_from)
    for before, behind in pairwise(periods):
        assert before.valid_until == behind.valid_from
    assert periods[-1].valid_until is None
    with pytest.raises(NoTermsThen):
        terms_on(periods[0].valid_from - timedelta(days=1), periods)


@pytest.mark.parametrize(
    ("duty", "ends"),
    [
        (Duty.CLASSIFY, date(2026, 6, 10)),
        (Duty.CLARITY, date(2026, 6, 15)),
        (Duty.FORWARD, date(2026, 6, 15)),
        (Duty.ANSWER, date(2026, 6, 29)),
        (Duty.PUBLISH, date(2026, 6, 10)),
    ],
)
def test_working_days_count_from_the_day_after(duty: Duty, ends: date) -> None:
    due_at = CLOCK.promise(duty, at(PLAIN_MONDAY, "09:00")).due_at
    assert due_at is not None
    assert due_at.date() == ends


@given(st.integers(0, 10), st.integers(0, 10))
def test_the_senders_own_time_moves_the_day_and_never_back(asked: int, took: int) -> None:
    since = at(PLAIN_MONDAY, "09:00")
    start = since + timedelta(days=asked)
    pauses = pauses_of([(Act.ASK_CLARITY, start), (Act.CLARIFY, start + timedelta(days=took))])
    plain = CLOCK.promise(Duty.ANSWER, since).due_at
    later = CLOCK.promise(Duty.ANSWER, since, pauses).due_at
    assert plain is not None
    assert later is not None
    assert later >= plain


def test_no_day_is_promised_while_the_sender_is_asked() -> None:
    since = at(PLAIN_MONDAY, "09:00")
    asked = pauses_of([(Act.ASK_CLARITY, at(PLAIN_WEDNESDAY, "09:00"))])
    assert CLOCK.promise(Duty.ANSWER, since, asked).due_at is None


def test_asked_twice_counts_both_times() -> None:
    moments = [at(PLAIN_MONDAY, "10:00"), at(PLAIN_WEDNESDAY, "10:00"), at(PLAIN_FRIDAY, "10:00")]
    asked = [(Act.ASK_CLARITY, moments[0]), (Act.CLARIFY, moments[1])]
    assert len(pauses_of([*asked, (Act.ASK_CLARITY, moments[2])])) == 2


@pytest.mark.parametrize(
    ("act", "told", "fault"),
    [
        (Act.REFUSE, ActIn(text="Vì", reason="NONE"), "petition-reason-unknown"),
        (Act.REFUSE, ActIn(reason="COMPLAINT"), "petition-text-missing"),
        (Act.ROUTE, ActIn(), "petition-nobody-chosen"),
        (Act.ROUTE, ActIn(unit_id=7), "petition-somebody-concerned"),
        (Act.ROUTE, ActIn(holding_id=9, unit_id=8), "petition-somebody-concerned"),
        (Act.OFFER, ActIn(text="Vì", agency_id=1), "petition-agency-faulty"),
        (Act.FORWARD_OUTSIDE, ActIn(text="Vì"), "petition-text-missing"),
        (Act.RATE, ActIn(), "petition-rating-missing"),
        (Act.PROPOSE, ActIn(text="x" * 8001), "petition-text-too-long"),
    ],
)
def test_an_act_says_what_it_lacks(act: Act, told: ActIn, fault: str) -> None:
    assert fault in [one.code for one in problems_of(act, told, ABOUT, TERMS)]


def test_others_than_those_concerned_may_handle() -> None:
    assert list(problems_of(Act.ROUTE, ActIn(unit_id=8, holding_id=10), ABOUT, TERMS)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gọi 0912 345 678 giúp tôi",
        "số 001095000102",
        "thư về ten@example.vn nhé",
        "gặp bà Nguyễn Thị Hoa ở quầy",
        "tôi là TRẦN THỊ THƯA đây",
        "tran thi thua",
    ],
)
def test_what_names_somebody_is_found(text: str) -> None:
    assert reveals([text], ["Trần Thị Thưa"])


@pytest.mark.parametrize(
    "text",
    [
        "Chờ 2 giờ ở quầy số 2 ngày 10/6/2026",
        "Công dân chờ lâu",
        "Cảm ơn ông bà đã phản ánh; anh ấy đang đợi, chị ở lại",
        "",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert reveals([text], ["Trần Thị Thưa", "Thưa"]) == ()


def test_a_name_ends_where_small_letters_begin() -> None:
    assert reveals(["Hỏi chị Đỗ Ánh rồi về, bà Ơn cũng vậy"], ()) == ("chị Đỗ Ánh", "bà Ơn")


@given(st.text(max_size=200))
def test_the_checker_reads_any_text(text: str) -> None:
    for one in reveals([text], ["0912345678"]):
        assert one
