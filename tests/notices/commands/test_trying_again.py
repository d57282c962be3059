"""Failed messages tried again by hand; wishes kept at an address."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.notices.commands.forgetting import forget_addresses
from motcua.notices.commands.trying_again import (
    AddressForgotten,
    DeliveryNotFailed,
    retry_all_failed,
    retry_delivery,
)
from motcua.notices.commands.wishing import AddressNotKnownForm, set_wish
from motcua.notices.models import AddressWish, Delivery, Notice
from motcua.notices.vocabulary import Carrier, Language, NoticeState, Wish
from tests.notices.conftest import TellBy
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP, agency_id, somebody
from tests.support.reception import a_reception, receive
from tests.support.telling import MOTHER, PHONE, Teller
from tests.support.working_office import officer


@pytest.fixture
def failed(tell_by: TellBy) -> Teller:
    """One SMS that the gateway refused."""
    receive(a_reception(parties=(MOTHER,)))
    teller = tell_by(Carrier.SMS)
    teller.mailroom.faults.append(400)
    teller.round()
    assert teller.states() == ["FAILED"]
    return teller


def retry(teller: Teller, by: Any = None, at: Any = PLAIN_MORNING) -> None:
    retry_delivery(actor=by or officer("quantri"), at=at, delivery_id=teller.only().pk)


def test_it_goes_out_under_a_new_key(failed: Teller) -> None:
    before = failed.only().key
    retry(failed)
    assert failed.only().key == f"{before}-2"
    failed.round()
    assert failed.states() == ["SENT"]
    assert [one.key for one in failed.mailroom.messages()] == [f"{before}-2"]
    fact = Fact.objects.get(code="delivery.retried")
    assert (fact.subject_id, fact.stream_id) == (failed.only().pk, f"agency-{agency_id()}")


def test_what_has_not_failed_is_not_sent_again(failed: Teller) -> None:
    retry(failed)
    with pytest.raises(DeliveryNotFailed):
        retry(failed)
    assert Fact.objects.filter(code="delivery.retried").count() == 1


def test_a_forgotten_address_cannot_be_written_to(failed: Teller) -> None:
    later = PLAIN_MORNING + timedelta(days=91)
    forget_addresses(at=later)
    with pytest.raises(AddressForgotten):
        retry(failed, at=later)
    assert retry_all_failed(actor=officer("quantri"), at=later) == 0


def test_words_that_could_not_be_sent_are_worded_anew(tell_by: TellBy) -> None:
    code = receive(a_reception(parties=(MOTHER,))).code
    teller = tell_by(Carrier.SMS)
    teller.at = PLAIN_MORNING.replace(hour=22)
    teller.round()
    Notice.objects.update(dossier_code="một tên người")
    teller.round(after=timedelta(hours=10))
    assert teller.states() == ["FAILED"]
    Notice.objects.update(dossier_code=code)
    retry(teller, at=teller.at)
    teller.round()
    assert teller.states() == ["SENT"]


def test_all_that_failed_in_ones_scope_is_tried_again(failed: Teller) -> None:
    elsewhere = somebody(Role.ADMINISTRATOR, agency=agency_id("huyen-gia-lam"))
    assert retry_all_failed(actor=elsewhere, at=PLAIN_MORNING) == 0
    assert retry_all_failed(actor=SETUP, at=PLAIN_MORNING) == 1
    assert failed.states() == ["QUEUED"]


def test_what_is_another_agencys_is_not_known(failed: Teller) -> None:
    elsewhere = somebody(Role.ADMINISTRATOR, agency=agency_id("huyen-gia-lam"))
    with pytest.raises(NotFound):
        retry(failed, by=elsewhere)
    with pytest.raises(NotFound):
        retry_delivery(actor=SETUP, at=PLAIN_MORNING, delivery_id=2**70)
    assert Delivery.objects.filter(state=NoticeState.FAILED).count() == 1


@pytest.mark.parametrize("username", ["tiepnhan1", "lanhdao", "giamsat"])
def test_only_administrators_try_again(failed: Teller, username: str) -> None:
    with pytest.raises(NotPermitted):
        retry(failed, by=officer(username))
    with pytest.raises(NotPermitted):
        retry_all_failed(actor=officer(username), at=PLAIN_MORNING)
    with pytest.raises(NotPermitted):
        set_wish(actor=officer(username), at=PLAIN_MORNING, address=PHONE, wish=Wish())


@pytest.mark.parametrize("typed", ["", "024 3827 6543", "không phải số", "a@b"])
def test_a_wish_needs_an_address(standing: None, typed: str) -> None:
    with pytest.raises(AddressNotKnownForm):
        set_wish(actor=SETUP, at=PLAIN_MORNING, address=typed, wish=Wish())


def test_a_later_wish_takes_the_place_of_the_earlier_one(tell_by: TellBy) -> None:
    for wish in (Wish(is_wanted=False), Wish(language=Language.EN)):
        set_wish(actor=SETUP, at=PLAIN_MORNING, address="0912345678", wish=wish)
    assert AddressWish.objects.count() == 1
    assert Fact.objects.filter(code="address-wish.set").count() == 2
    receive(a_reception(parties=(MOTHER,)))
    teller = tell_by(Carrier.SMS)
    teller.round()
    assert "has received dossier" in teller.mailroom.messages()[0].text
