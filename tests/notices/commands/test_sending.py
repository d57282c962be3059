"""Messages over real sockets to carriers that listen here: sent once, tried again, asked for afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from motcua.dossiers.vocabulary import Stage
from motcua.jobs.simulator.keeping import LOST
from motcua.notices.commands import sending
from motcua.notices.commands.forgetting import forget_addresses
from motcua.notices.gateways.web import WebGateway
from motcua.notices.models import Delivery, Notice
from motcua.notices.rules.retrying import ATTEMPTS_MAX, LEASE, TRY_AGAIN_AFTER
from motcua.notices.vocabulary import Carrier, Failure, NoticeState
from tests.notices.conftest import TellBy
from tests.support.acts import bring
from tests.support.clock import PLAIN_WEDNESDAY, at
from tests.support.reception import OWNER, a_reception, receive
from tests.support.telling import MAILBOX, MOTHER, PHONE, SECRET

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NO_ZALO = replace(OWNER, phone="0912345600")


def _receive(**changes: Any) -> str:
    return receive(a_reception(parties=(replace(MOTHER, **changes),))).code


def test_a_letter_arrives_with_its_words_and_a_lasting_name(tell_by: TellBy) -> None:
    code = _receive()
    teller = tell_by(Carrier.EMAIL)
    teller.round()
    (letter,) = teller.mailroom.messages("EMAIL")
    assert letter.to == MAILBOX
    assert letter.subject == f"Hồ sơ {code} đã được tiếp nhận"
    assert f"đã tiếp nhận hồ sơ mã {code}" in letter.text
    assert (
        letter.key == f"{teller.only().key}@example.vn" == f"{teller.only().reference}@example.vn"
    )


def test_a_letter_that_a_server_took_is_sent_and_never_called_delivered(tell_by: TellBy) -> None:
    _receive()
    teller = tell_by(Carrier.EMAIL)
    teller.round()
    teller.round(after=DAY)
    row = teller.only()
    assert (row.state, row.ask_at, row.delivered_at) == (NoticeState.SENT, None, None)
    assert row.ended_at == row.sent_at


def test_an_sms_is_sent_and_known_to_be_delivered_only_when_the_gateway_says_so(
    tell_by: TellBy,
) -> None:
    _receive()
    teller = tell_by(Carrier.SMS)
    teller.mailroom.seconds_to_arrive = 3600
    teller.round()
    assert teller.states() == ["SENT"]
    teller.round(after=MINUTE)
    assert teller.states() == ["SENT"]
    teller.mailroom.seconds_to_arrive = 0
    teller.round(after=timedelta(hours=1))
    row = teller.only()
    assert (row.state, row.delivered_at) == (NoticeState.DELIVERED, teller.at)
    assert [one.to for one in teller.mailroom.messages("SMS")] == [PHONE]


def test_a_message_that_never_arrives_is_told_as_such(tell_by: TellBy) -> None:
    _receive()
    teller = tell_by(Carrier.SMS)
    teller.mailroom.lost_on_the_way.add(PHONE)
    teller.round()
    teller.round(after=MINUTE)
    assert (teller.only().state, teller.only().failure) == ("FAILED", Failure.NOT_DELIVERED)


def test_who_is_asked_in_vain_stays_sent_and_is_not_asked_for_ever(tell_by: TellBy) -> None:
    _receive()
    teller = tell_by(Carrier.SMS)
    teller.mailroom.seconds_to_arrive = 10**9
    for _day in range(12):
        teller.round(after=DAY)
    row = teller.only()
    assert (row.state, row.ask_at) == (NoticeState.SENT, None)
    assert row.ended_at is not None


@pytest.mark.parametrize("carrier", [Carrier.SMS, Carrier.EMAIL])
def test_an_answer_that_was_lost_makes_no_second_message(tell_by: TellBy, carrier: Carrier) -> None:
    _receive()
    teller = tell_by(carrier)
    teller.mailroom.faults.append(LOST)
    teller.round()
    assert teller.only().state == NoticeState.QUEUED
    teller.round(after=TRY_AGAIN_AFTER[0])
    assert teller.only().state == NoticeState.SENT
    assert len(teller.mailroom.messages(carrier)) == 1
    assert teller.mailroom.tries(carrier) == 2


def test_a_worker_killed_between_sending_and_keeping_the_answer_sends_nothing_twice(
    tell_by: TellBy, monkeypatch: pytest.MonkeyPatch
) -> None:
    _receive()
    teller = tell_by(Carrier.SMS)

    class Killed(Exception):
        pass

    def killed(*_given: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(sending, "_keep", killed)
        with pytest.raises(Killed):
            teller.round()
    teller.round(after=MINUTE)
    assert teller.only().state == NoticeState.QUEUED
    teller.round(after=LEASE)
    assert (teller.only().state, teller.only().attempts) == (NoticeState.SENT, 2)
    assert len(teller.mailroom.messages("SMS")) == 1


@pytest.mark.parametrize(
    ("carrier", "status", "failure"),
    [
        (Carrier.SMS, 400, Failure.ADDRESS_REFUSED),
        (Carrier.SMS, 422, Failure.MESSAGE_REFUSED),
        (Carrier.EMAIL, 550, Failure.ADDRESS_REFUSED),
    ],
)
def test_what_a_carrier_refuses_for_good_is_not_tried_again(
    tell_by: TellBy, carrier: Carrier, status: int, failure: Failure
) -> None:
    _receive()
    teller = tell_by(carrier)
    teller.mailroom.faults.append(status)
    teller.round()
    teller.round(after=DAY)
    row = teller.only()
    assert (row.state, row.failure, row.attempts) == (NoticeState.FAILED, failure, 1)
    assert teller.mailroom.messages() == []


@pytest.mark.parametrize(
    ("carrier", "status", "failure"),
    [
        (Carrier.SMS, 500, Failure.GATEWAY_FAULT),
        (Carrier.SMS, 503, Failure.GATEWAY_FAULT),
        (Carrier.SMS, 429, Failure.GATEWAY_BUSY),
        (Carrier.SMS, 401, Failure.NOT_ALLOWED),
        (Carrier.SMS, 404, Failure.NOT_ALLOWED),
        (Carrier.EMAIL, 451, Failure.GATEWAY_BUSY),
    ],
)
def test_what_may_pass_is_tried_again_and_then_sent(
    tell_by: TellBy, carrier: Carrier, status: int, failure: Failure
) -> None:
    _receive()
    teller = tell_by(carrier)
    teller.mailroom.faults.append(status)
    teller.round()
    row = teller.only()
    assert (row.state, row.failure) == (NoticeState.QUEUED, failure)
    assert row.next_attempt_at == teller.at + TRY_AGAIN_AFTER[0]
    teller.round(after=TRY_AGAIN_AFTER[0])
    assert (teller.only().state, teller.only().failure) == (NoticeState.SENT, "")


def test_a_carrier_that_nobody_reaches_is_given_up_after_the_last_try(tell_by: TellBy) -> None:
    _receive()
    teller = tell_by(Carrier.SMS)
    away = WebGateway("http://127.0.0.1:9/sms", "", 1.0)
    teller = replace(teller, gateways={Carrier.SMS: away})
    for _try in range(ATTEMPTS_MAX + 2):
        teller.round(after=DAY)
    row = teller.only()
    assert (row.state, row.failure) == (NoticeState.FAILED, Failure.NOT_REACHED)
    assert row.attempts == ATTEMPTS_MAX


def test_a_fault_of_our_own_keeps_nobody_waiting_and_is_not_repeated_for_ever(
    tell_by: TellBy,
) -> None:
    _receive(phone="0912345670")
    _receive(phone="0912345671")
    teller = tell_by(Carrier.SMS)
    # No header may hold such letters: the library raises before anything is sent.
    broken = WebGateway(teller.simulator.gateway("sms"), "khóa ệ", 1.0)
    assert replace(teller, gateways={Carrier.SMS: broken}).round().tried == 2
    for _try in range(ATTEMPTS_MAX):
        replace(teller, gateways={Carrier.SMS: broken}).round()
        teller.at += DAY
    assert teller.states() == ["FAILED"] * 2
    assert Delivery.objects.values_list("failure").distinct().get() == (Failure.GATEWAY_FAULT,)


def test_a_letter_at_which_workers_die_is_given_up(tell_by: TellBy) -> None:
    _receive()
    teller = tell_by(Carrier.SMS)
    away = {Carrier.SMS: WebGateway("http://127.0.0.1:9/sms", "", 1.0)}
    replace(teller, gateways=away).round()
    Delivery.objects.update(attempts=ATTEMPTS_MAX)
    teller.round(after=DAY)
    assert (teller.only().state, teller.only().failure) == ("FAILED", Failure.GATEWAY_FAULT)
    assert teller.mailroom.messages() == []


def test_a_gateway_that_says_nothing_is_not_waited_for_for_ever(tell_by: TellBy) -> None:
    _receive()
    teller = tell_by(Carrier.SMS)
    with teller.mailroom._lock:  # whoever holds it makes the gateway hang
        gateway = WebGateway(teller.simulator.gateway("sms"), SECRET, 0.3)
        replace(teller, gateways={Carrier.SMS: gateway}).round()
    assert (teller.only().state, teller.only().failure) == ("QUEUED", Failure.NOT_REACHED)


def test_a_carrier_that_is_down_costs_one_try_a_round(tell_by: TellBy) -> None:
    for last in range(5):
        _receive(phone=f"091234567{last}")
    teller = tell_by(Carrier.SMS)
    away = {Carrier.SMS: WebGateway("http://127.0.0.1:9/sms", "", 1.0)}
    told = replace(teller, gateways=away).round()
    assert (told.queued, told.tried) == (5, 1)
    again = replace(teller, gateways=away).round()
    assert (again.tried, again.got_on) == (1, False)
    teller.round(after=TRY_AGAIN_AFTER[0])
    assert teller.states() == ["SENT"] * 5


def test_whom_zalo_does_not_reach_gets_an_sms(tell_by: TellBy) -> None:
    receive(a_reception(parties=(NO_ZALO,)))
    teller = tell_by(Carrier.SMS, Carrier.ZALO)
    teller.round()
    assert teller.states() == ["FAILED", "WAITING"]
    teller.round()
    assert teller.states() == ["FAILED", "SENT"]
    assert [one.carrier for one in teller.mailroom.messages()] == ["SMS"]
    teller.round(after=DAY)
    assert Notice.objects.count() == 2


def test_nobody_is_woken_and_the_night_becomes_one_message(tell_by: TellBy) -> None:
    late = at(PLAIN_WEDNESDAY, "22:10")
    code = receive(a_reception(parties=(MOTHER,)), at=at(PLAIN_WEDNESDAY, "15:00")).code
    bring(code, Stage.SETTLED, at=at(PLAIN_WEDNESDAY, "16:00"))
    teller = tell_by(Carrier.EMAIL)
    teller.at = late
    teller.round()
    assert set(teller.states()) == {str(NoticeState.WAITING)}
    teller.round(after=timedelta(hours=9))
    (letter,) = teller.mailroom.messages()
    assert letter.subject == "3 tin về hồ sơ của bạn"
    assert letter.text.index("đã tiếp nhận") < letter.text.index("đã có kết quả")


def test_a_try_that_fails_in_the_evening_waits_for_the_morning(tell_by: TellBy) -> None:
    _receive()
    teller = tell_by(Carrier.SMS)
    teller.at = at(PLAIN_WEDNESDAY, "20:59")
    teller.mailroom.faults.append(500)
    teller.round()
    assert teller.only().next_attempt_at == at(PLAIN_WEDNESDAY, "07:00") + DAY


def test_words_that_cannot_be_sent_keep_nobody_else_waiting(tell_by: TellBy) -> None:
    _receive(phone="0912345672")
    teller = tell_by(Carrier.SMS)
    teller.at = at(PLAIN_WEDNESDAY, "22:00")
    teller.round()
    Notice.objects.update(dossier_code="Nguyễn Thị Hồng Nhung")
    _receive(phone="0912345673")
    teller.round(after=timedelta(hours=10))
    assert teller.states() == ["FAILED", "SENT"]
    assert [one.to for one in teller.mailroom.messages()] == ["+84912345673"]


def test_addresses_are_forgotten_when_they_are_no_longer_needed(tell_by: TellBy) -> None:
    _receive()
    teller = tell_by(Carrier.EMAIL)
    teller.round()
    assert forget_addresses(at=teller.at + 89 * DAY) == 0
    assert forget_addresses(at=teller.at + 91 * DAY) == 1
    assert not Delivery.objects.exclude(address="").exists()
    assert not Notice.objects.exclude(address="").exists()
    assert teller.round(after=91 * DAY).got_on is False
