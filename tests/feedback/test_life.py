"""A life in the register: each step by whom, until when, and what the sender reads of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from motcua.feedback.commands.act import PetitionOvertaken
from motcua.feedback.commands.following import act_as_sender
from motcua.feedback.commands.send import RequestKeyReused
from motcua.feedback.models import Petition, PetitionStep
from motcua.feedback.proof import petition_flaws
from motcua.feedback.queries.figures import (
    Figure,
    Period,
    answered_on_time,
    figures,
    rows_of,
)
from motcua.feedback.queries.following import followed
from motcua.feedback.queries.listing import (
    PetitionFilter,
    Wanted,
    offered,
    petitions,
    warnings_for,
)
from motcua.feedback.queries.published import published
from motcua.feedback.rules.acting import SomebodyConcerned
from motcua.feedback.rules.revealing import StillReveals
from motcua.feedback.rules.sending import PetitionFaulty
from motcua.feedback.rules.transitions import ActNotNow
from motcua.feedback.vocabulary import Act, ActIn, Kind, Satisfaction, SenderIn, State
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import facts_about
from motcua.ledger.recording import RequestKey
from tests.support.clock import PLAIN_MONDAY, PLAIN_MORNING, PLAIN_WEDNESDAY, at
from tests.support.feedback import (
    ANSWER,
    NO_NAMES,
    SENDER,
    SOMEBODY,
    act,
    answered,
    entered,
    seen,
    sent,
)
from tests.support.offices import agency_id
from tests.support.two_communes import NEIGHBOR
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
MONDAY = at(PLAIN_MONDAY, "09:00")
LATER = at(date(2026, 7, 20), "09:00")


def test_from_sending_to_publishing() -> None:
    ref = answered(PLAIN_MORNING, sent_at=MONDAY)
    told = followed(SOMEBODY, ref.code, ref.secret, PLAIN_MORNING)
    assert (told.row.state, told.answer) == (State.ANSWERED, ANSWER)
    assert not any(step.text for step in told.steps if step.act is Act.PROPOSE)
    act(ref, Act.PUBLISH, "vanthu", PLAIN_MORNING, **NO_NAMES)
    act(ref, Act.CLOSE, "vanthu", PLAIN_MORNING)
    (row,) = published(PLAIN_MORNING, text="cho lau").rows
    assert (row.title, row.answer) == (NO_NAMES["published_title"], NO_NAMES["published_answer"])
    assert SENDER.name not in repr(row)
    act(ref, Act.WITHDRAW, "lanhdao", LATER, text="Đăng nhầm")
    assert published(LATER).rows == ()


def test_numbers_run_from_one_in_each_agency_and_a_code_is_told() -> None:
    refs = [sent(), entered(), sent(agency_id=agency_id(NEIGHBOR))]
    assert [ref.number for ref in refs] == [1, 2, 1]
    assert len({ref.code for ref in refs}) == 3
    assert refs[0].code.endswith("-PA26-00001")


def test_the_same_request_is_carried_out_once_and_told_the_same() -> None:
    request = RequestKey("mot-bieu-mau", "d")
    first, second = sent(request=request), sent(request=request)
    assert (second.id, second.secret, second.repeated) == (first.id, first.secret, True)
    with pytest.raises(RequestKeyReused):
        sent(request=RequestKey("mot-bieu-mau", "khac"))


def test_only_code_and_secret_together_follow() -> None:
    ref, other = sent(), sent()
    assert followed(SOMEBODY, ref.code.lower(), ref.secret.lower(), PLAIN_MORNING).code == ref.code
    for secret in ("", other.secret, ref.secret[:-1]):
        with pytest.raises(NotFound):
            followed(SOMEBODY, ref.code, secret, PLAIN_MORNING)


def test_the_ledger_holds_no_words_of_the_sender() -> None:
    ref = answered(PLAIN_MORNING)
    told = repr([fact.payload for fact in facts_about("petition", ref.id)])
    for words in (SENDER.name, SENDER.phone, SENDER.address, "hai giờ", ANSWER):
        assert words not in told


def test_the_time_to_answer_stands_still_while_the_sender_is_asked() -> None:
    ref = sent(MONDAY)
    act(ref, Act.REGISTER, "tiepnhan1", MONDAY)
    first = seen(ref, "tiepnhan1").row.due_at
    assert first is not None
    assert first.date() == date(2026, 6, 29)
    act(ref, Act.ASK_CLARITY, "tiepnhan1", at(PLAIN_WEDNESDAY, "09:00"), text="Quầy nào?")
    assert seen(ref, "tiepnhan1").row.due_at is None
    back = at(date(2026, 6, 17), "10:00")
    act_as_sender(
        actor=SOMEBODY,
        at=back,
        code=ref.code,
        secret=ref.secret,
        act=Act.CLARIFY,
        given=ActIn(text="Quầy số 2"),
    )
    row = seen(ref, "tiepnhan1", back)
    assert row.row.state is State.REGISTERED
    assert row.row.due_at is not None
    assert row.row.due_at.date() == date(2026, 7, 6)
    assert len(row.trace) > 3


def test_late_answers_are_given_and_counted_as_late() -> None:
    good = answered(PLAIN_MORNING, sent_at=MONDAY)
    answered(LATER, sent_at=MONDAY)
    sent(MONDAY)
    home = agency_id()
    day = date(2026, 7, 31)
    assert answered_on_time([home], PLAIN_MONDAY, day, LATER + timedelta(days=30)) == {home: (1, 3)}
    assert answered_on_time([home], PLAIN_MONDAY, PLAIN_WEDNESDAY, LATER) == {home: (1, 1)}
    # Of a period that still runs nothing is late before its day.
    assert answered_on_time([home], PLAIN_MONDAY, day, PLAIN_MORNING) == {home: (1, 1)}
    then = Period(from_day=PLAIN_MONDAY, to_day=day, as_of=PLAIN_MORNING)
    now = Period(from_day=PLAIN_MONDAY, to_day=day, as_of=LATER + timedelta(hours=1))
    leader = officer("lanhdao")
    (before,), (after,) = figures(leader, then), figures(leader, now)
    assert (before.received, before.on_time, before.open) == (3, 1, 2)
    assert (after.received, after.on_time, after.late, after.open_late) == (3, 1, 1, 1)
    (row,) = rows_of(leader, now, Figure.ON_TIME, kind=Kind.CONDUCT, agency_id=home)
    assert row.code == good.code


def test_whom_it_is_about_neither_sees_nor_handles_it() -> None:
    handler = officer("thuly1")
    ref = entered()
    act(ref, Act.ROUTE, "vanthu", PLAIN_MORNING, holding_id=handler.holding_id)
    other = entered(about_holding_id=handler.holding_id)
    with pytest.raises(PetitionFaulty) as told:
        act(other, Act.ROUTE, "vanthu", PLAIN_MORNING, holding_id=handler.holding_id)
    assert isinstance(told.value.problems[0], SomebodyConcerned)
    act(other, Act.ROUTE, "vanthu", PLAIN_MORNING, unit_id=handler.unit_id)
    assert seen(ref, "thuly1").row.code == ref.code
    with pytest.raises(NotFound):
        seen(other, "thuly1")
    assert [row.code for row in _mine("thuly1")] == [ref.code]


def _mine(by: str) -> tuple[object, ...]:
    which = PetitionFilter(wanted=Wanted.ALL)
    return petitions(officer(by), PLAIN_MORNING, which).rows


def test_a_leader_who_is_named_does_not_answer_for_himself() -> None:
    leader = officer("lanhdao")
    ref = entered(about_holding_id=leader.holding_id)
    with pytest.raises(NotFound):
        act(ref, Act.REOPEN, "lanhdao", PLAIN_MORNING, text="Xem lại")
    assert _mine("lanhdao") == ()
    act(ref, Act.FORWARD_OUTSIDE, "vanthu", PLAIN_MORNING, text="Cấp trên", body="UBND thành phố")
    assert seen(ref, "giamsat").row.state is State.FORWARDED


def test_another_agency_takes_it_under_its_own_number() -> None:
    ref = sent(MONDAY)
    act(ref, Act.REGISTER, "tiepnhan1", MONDAY)
    there = agency_id(NEIGHBOR)
    act(ref, Act.OFFER, "vanthu", MONDAY, agency_id=there, text="Thuộc xã bạn")
    clerk = "benkia-vanthu"
    assert [row.code for row in offered(officer(clerk))] == [ref.code]
    assert seen(ref, clerk).acts == (Act.ACCEPT_OFFER, Act.REFUSE_OFFER)
    with pytest.raises(NotFound):
        seen(ref, "benkia-thuly1")
    code = act(ref, Act.ACCEPT_OFFER, clerk, PLAIN_MORNING)
    assert code != ref.code
    told = followed(SOMEBODY, ref.code, ref.secret, PLAIN_MORNING)
    assert (told.code, told.row.state) == (code, State.REGISTERED)
    assert told.row.agency_id == there
    assert seen(ref, "vanthu").row.state is State.FORWARDED


def test_an_offer_refused_goes_back_to_work() -> None:
    ref = entered()
    act(
        ref,
        Act.OFFER,
        "vanthu",
        MONDAY + timedelta(days=3),
        agency_id=agency_id(NEIGHBOR),
        text="x",
    )
    act(
        ref,
        Act.REFUSE_OFFER,
        "benkia-vanthu",
        PLAIN_MORNING + timedelta(days=2),
        text="Không thuộc",
    )
    assert seen(ref, "vanthu").row.state is State.REGISTERED


def test_information_without_a_name_is_registered_and_owes_no_answer() -> None:
    ref = sent(is_anonymous=True, sender=SENDER)
    act(ref, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    row = seen(ref, "tiepnhan1")
    assert row.sender == SenderIn()
    assert Act.CLOSE in row.acts
    assert Act.ASK_CLARITY not in row.acts
    with pytest.raises(PetitionFaulty):
        sent(is_anonymous=True, kind=Kind.REGULATION)
    act(ref, Act.CLOSE, "tiepnhan1", PLAIN_MORNING)
    period = Period(from_day=PLAIN_MONDAY, to_day=PLAIN_WEDNESDAY, as_of=LATER)
    (line,) = figures(officer("lanhdao"), period)
    assert line.information == 1


def test_names_are_told_before_they_are_published() -> None:
    ref = answered(PLAIN_MORNING)
    named = {**NO_NAMES, "published_text": f"{SENDER.name} ({SENDER.phone}) phản ánh chờ lâu."}
    with pytest.raises(StillReveals) as told:
        act(ref, Act.PUBLISH, "vanthu", PLAIN_MORNING, **named)
    assert SENDER.name in told.value.params["found"]
    act(ref, Act.WITHHOLD, "lanhdao", PLAIN_MORNING, text="Việc riêng của một người")
    assert published(PLAIN_MORNING).rows == ()


def test_a_reopened_one_counts_anew_and_is_no_longer_published() -> None:
    ref = answered(PLAIN_MORNING)
    act(ref, Act.PUBLISH, "vanthu", PLAIN_MORNING, **NO_NAMES)
    rated = ActIn(satisfaction=Satisfaction.NOT_SATISFIED)
    act_as_sender(
        actor=SOMEBODY,
        at=PLAIN_MORNING,
        code=ref.code,
        secret=ref.secret,
        act=Act.RATE,
        given=rated,
    )
    act(ref, Act.REOPEN, "lanhdao", LATER, text="Có tình tiết mới")
    row = seen(ref, "lanhdao", LATER)
    assert row.row.state is State.HANDLING
    assert row.row.due_at is not None
    assert row.row.due_at > LATER
    assert published(LATER).rows == ()


def test_whoever_saw_an_older_one_is_told_so() -> None:
    ref = sent()
    act(ref, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    with pytest.raises(PetitionOvertaken):
        act(ref, Act.REFUSE, "tiepnhan1", PLAIN_MORNING, text="x", reason="COMPLAINT", version=1)
    with pytest.raises(ActNotNow):
        act(ref, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)


@pytest.mark.parametrize("by", ["quantri", "thuly1", "lanhdao"])
def test_who_has_no_right_enters_nothing(by: str) -> None:
    with pytest.raises(NotPermitted):
        entered(by=by)


def test_the_neighbor_sees_nothing_of_it() -> None:
    ref = sent()
    for by in ("benkia-tiepnhan1", "benkia-lanhdao", "thuly1"):
        with pytest.raises(NotFound):
            seen(ref, by)
    assert seen(ref, "giamsat").row.code == ref.code


def test_the_handler_is_warned_first_his_superiors_when_it_is_late() -> None:
    handler = officer("thuly1")
    ref = entered(MONDAY)
    act(ref, Act.ROUTE, "vanthu", MONDAY, holding_id=handler.holding_id)
    before = at(date(2026, 6, 28), "09:00")
    assert [row.code for row in warnings_for(handler, before).soon] == [ref.code]
    assert warnings_for(officer("lanhdao"), before).soon == ()
    for by in ("thuly1", "lanhdao", "giamsat"):
        assert [row.code for row in warnings_for(officer(by), LATER).late] == [ref.code]


def test_what_was_said_cannot_be_changed_or_taken_away() -> None:
    ref = sent()
    for change in (
        lambda: Petition.objects.filter(pk=ref.id).update(content="khác"),
        lambda: Petition.objects.filter(pk=ref.id).delete(),
        lambda: PetitionStep.objects.all().update(text="khác"),
        lambda: PetitionStep.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_register_is_read_by_words_without_accents() -> None:
    ref = sent()
    sent(title="Thiếu ghế ngồi", content="Không đủ ghế.")
    which = PetitionFilter(text="cho qua lau")
    assert [row.code for row in petitions(officer("vanthu"), PLAIN_MORNING, which).rows] == [
        ref.code
    ]


def test_a_changed_row_is_named() -> None:
    ref = answered(PLAIN_MORNING)
    with transaction.atomic():
        Petition.objects.filter(pk=ref.id).update(answer="Câu trả lời khác")
        assert [flaw.fields for flaw in petition_flaws()] == [("answer",)]
        transaction.set_rollback(True)
