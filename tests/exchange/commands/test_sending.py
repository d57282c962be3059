"""What was told waits until the partner says that it has it; why it does not is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.vocabulary import Stage
from motcua.exchange.asking import Asking
from motcua.exchange.commands.resending import (
    NothingWaits,
    NumbersNotTaken,
    renumber,
    resend,
)
from motcua.exchange.commands.sending import send_due
from motcua.exchange.models import OutMessage, Partner, SharedDossier
from motcua.exchange.queries.standing import out_messages, partners_standing
from motcua.exchange.vocabulary import Failure
from motcua.kernel.verdict import NotPermitted
from tests.support.clock import PLAIN_MORNING
from tests.support.exchanging_orders import THERE
from tests.support.offices import SETUP, agency_id
from tests.support.partners import TheirDoor
from tests.support.reception import BUSINESS, a_reception, an_officer

LATER = PLAIN_MORNING + timedelta(minutes=20)


def told_there() -> str:
    """A dossier received for the commune that works at the partner; its code."""
    given = a_reception(BUSINESS, competent_agency_id=agency_id(THERE))
    return receive_dossier(actor=an_officer(), at=PLAIN_MORNING, given=given).code


def takes(through: int, **more: Any) -> Callable[..., tuple[int, dict[str, Any]]]:
    return lambda _method, _path, _body: (200, {"through": through, "stuck": [], **more})


def send(door: TheirDoor, at: Any = PLAIN_MORNING) -> int:
    return send_due(Asking(door, lambda: at))


def the_message() -> OutMessage:
    return OutMessage.objects.get()


def test_a_dossier_for_an_agency_of_the_partner_is_told_whole(partner: Partner) -> None:
    code = told_there()
    door = TheirDoor(takes(1))
    assert send(door) == 1
    (asked,) = door.asked
    (message,) = orjson.loads(asked[2])["messages"]
    told = orjson.loads(message["body"])
    assert (message["seq"], message["kind"], message["thread"]) == (1, "OFFER", code)
    assert told["dossier"]["code"] == code
    assert told["dossier"]["procedure"] == BUSINESS
    assert told["dossier"]["stage"] == Stage.IN_TRANSIT
    assert told["by"]["agency"] == "H26.45"
    assert (the_message().state, the_message().next_try_at) == ("RECEIVED", None)
    assert SharedDossier.objects.get().thread == code


def test_what_is_received_for_an_agency_of_our_own_is_told_nobody(partner: Partner) -> None:
    receive_dossier(actor=an_officer(), at=PLAIN_MORNING, given=a_reception(BUSINESS))
    assert OutMessage.objects.count() == 0


@pytest.mark.parametrize(
    ("door", "failure"),
    [
        (TheirDoor(takes(1), is_reached=False), Failure.NOT_REACHED),
        (
            TheirDoor(takes(1), key=Ed25519PrivateKey.from_private_bytes(b"x" * 32)),
            Failure.ANSWER_NOT_SIGNED,
        ),
        (TheirDoor(lambda *_: (404, {"code": "partner-not-known"})), Failure.NOT_KNOWN_THERE),
        (TheirDoor(lambda *_: (401, {"code": "signature-refused"})), Failure.SIGNATURE_REFUSED),
        (TheirDoor(lambda *_: (401, {"code": "clocks-differ"})), Failure.CLOCKS_DIFFER),
        (TheirDoor(lambda *_: (409, {"through": 7})), Failure.NUMBER_TAKEN),
        (TheirDoor(lambda *_: (500, {})), Failure.FAULT_THERE),
    ],
)
def test_why_it_did_not_go_through_is_kept_and_it_is_tried_again(
    partner: Partner, door: TheirDoor, failure: Failure
) -> None:
    told_there()
    assert send(door) == 0
    row = the_message()
    assert (row.state, row.failure, row.attempts) == ("WAITING", failure, 1)
    assert row.next_try_at == PLAIN_MORNING + timedelta(seconds=5)
    assert send(door) == 0
    assert the_message().attempts == 1
    assert send(TheirDoor(takes(1)), LATER) == 1
    assert the_message().failure == ""


def test_the_body_is_the_same_at_each_try(partner: Partner) -> None:
    told_there()
    first, second = TheirDoor(takes(0)), TheirDoor(takes(1))
    send(first)
    send(second, LATER)
    assert first.asked == second.asked


def test_what_the_partner_has_lost_is_told_again(partner: Partner) -> None:
    told_there()
    told_there()
    send(TheirDoor(takes(2)))
    send(TheirDoor(takes(1)), LATER)
    states = OutMessage.objects.order_by("seq").values_list("state", flat=True)
    assert list(states) == ["RECEIVED", "WAITING"]


def test_what_the_partner_could_not_do_is_seen_here(partner: Partner) -> None:
    told_there()
    send(TheirDoor(takes(1, stuck=[[1, "carried-procedure-unknown"]])))
    (row,) = out_messages(SETUP, partner.pk).rows
    assert row.reason_there == "carried-procedure-unknown"
    send(TheirDoor(takes(1)), LATER)
    assert out_messages(SETUP, partner.pk).rows == ()


def test_somebody_has_it_sent_at_once(partner: Partner) -> None:
    told_there()
    send(TheirDoor(takes(1), is_reached=False))
    assert resend(actor=SETUP, at=PLAIN_MORNING, partner_id=partner.pk) == 1
    assert send(TheirDoor(takes(1))) == 1
    with pytest.raises(NothingWaits):
        resend(actor=SETUP, at=LATER, partner_id=partner.pk)
    with pytest.raises(NotPermitted):
        resend(actor=an_officer(), at=LATER, partner_id=partner.pk)


def test_after_a_restore_here_the_numbers_go_on_where_the_partner_is(partner: Partner) -> None:
    told_there()
    told_there()
    with pytest.raises(NumbersNotTaken):
        renumber(actor=SETUP, at=PLAIN_MORNING, partner_id=partner.pk)
    send(TheirDoor(lambda *_: (409, {"through": 7})))
    assert renumber(actor=SETUP, at=LATER, partner_id=partner.pk) == 2
    seqs = OutMessage.objects.order_by("seq").values_list("seq", flat=True)
    assert list(seqs) == [8, 9]
    told_there()
    assert OutMessage.objects.filter(seq=10).exists()


def test_the_page_says_how_it_stands(partner: Partner) -> None:
    told_there()
    send(TheirDoor(takes(1), is_reached=False))
    (row,) = partners_standing(SETUP, LATER)
    assert (row.waiting, row.is_stuck, row.failure) == (1, True, Failure.NOT_REACHED)
    assert row.detail == "Connection refused"
