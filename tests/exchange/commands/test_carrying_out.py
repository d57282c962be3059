"""What a partner tells is done once, as somebody of its agencies; what cannot be is stuck and says why."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import Nothing, Withdraw
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Act
from motcua.exchange.commands.carrying_out import carry_out_due
from motcua.exchange.commands.partners import host_agency, release_agency
from motcua.exchange.commands.resending import try_again
from motcua.exchange.models import InMessage, OutMessage, Partner
from motcua.exchange.queries.standing import in_messages
from motcua.exchange.rules.mirroring import ReturnedElsewhere
from motcua.kernel import clock
from motcua.kernel.event import instant_text
from tests.support.exchanging_orders import HOME, THERE, somebody_at
from tests.support.offices import SETUP, agency_id
from tests.support.partners import tell_us
from tests.support.reception import BUSINESS

BY = {"name": "Trần Văn Ba", "title": "Công chức tiếp nhận", "agency": "xa-phu-dong"}


def a_dossier(code: str = "H26.91-261120-0001", **changed: Any) -> dict[str, Any]:
    return {
        "code": code,
        "agency": THERE,
        "competent_agency": HOME,
        "procedure": BUSINESS,
        "variant": "",
        "channel": "DESK",
        "return_method": "DESK",
        "received_at": instant_text(clock.now()),
        "limit": {"unit": "WORKING_DAYS", "value": "3"},
        "sets": 1,
        "note": "",
        "stage": "IN_TRANSIT",
        "parties": [{"role": "OWNER", "kind": "CITIZEN", "name": "Lê Văn Tám"}],
        "papers": [{"name": "Giấy đề nghị", "originals": 1, "is_asked": True}],
        "fees": [],
        "answers": None,
        **changed,
    }


def offered(seq: int, dossier: dict[str, Any], **more: Any) -> dict[str, Any]:
    body = {"by": BY, "at": instant_text(clock.now()), "dossier": dossier, "files": [], **more}
    return {
        "seq": seq,
        "kind": "OFFER",
        "thread": dossier["code"],
        "at": instant_text(clock.now()),
        "body": body,
    }


def done() -> int:
    return carry_out_due(clock.now)


def stuck(partner: Partner) -> list[tuple[int, str]]:
    return [(row.seq, row.reason) for row in in_messages(SETUP, partner.pk).rows if row.reason]


def test_a_dossier_is_received_once_with_its_own_code(partner: Partner) -> None:
    message = offered(1, a_dossier())
    tell_us(message)
    assert (done(), stuck(partner)) == (1, [])
    tell_us(message)
    tell_us(offered(2, a_dossier()))
    assert (done(), stuck(partner)) == (1, [])
    row = Dossier.objects.get()
    assert (row.code, row.stage, row.agency.slug) == ("H26.91-261120-0001", "IN_TRANSIT", THERE)
    assert OutMessage.objects.count() == 0


def test_what_is_done_here_is_told_the_partner_and_the_result_is_returned_there(
    partner: Partner,
) -> None:
    tell_us(offered(1, a_dossier()))
    done()
    code = Dossier.objects.get().code
    actor = somebody_at({"agency": HOME, "code": code})
    perform(Asked(actor=actor, at=clock.now(), code=code), Act.TAKE_OVER, Nothing())
    assert list(OutMessage.objects.values_list("kind", "thread")) == [("ACCEPTED", code)]
    withdrawn = Withdraw(reason="Không cần nữa")
    perform(Asked(actor=actor, at=clock.now(), code=code), Act.WITHDRAW, withdrawn)
    assert list(OutMessage.objects.values_list("kind", flat=True)) == ["ACCEPTED", "STATUS"]
    assert ReturnedElsewhere.code == "returned-elsewhere"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"procedure": "9.999999"}, "carried-procedure-unknown"),
        ({"competent_agency": "nowhere"}, "agency-not-here"),
        ({"agency": HOME}, "agency-not-of-partner"),
        ({"parties": []}, "owner-missing"),
        ({"channel": "PIGEON"}, "message-not-for-here"),
    ],
)
def test_what_cannot_be_received_says_why(
    partner: Partner, changed: dict[str, Any], reason: str
) -> None:
    tell_us(offered(1, a_dossier(**changed)))
    assert done() == 0
    assert stuck(partner) == [(1, reason)]
    assert Dossier.objects.count() == 0
    assert tell_us().json()["stuck"] == [[1, reason]]


def test_what_cannot_be_read_is_logged_without_what_it_says(
    partner: Partner, caplog: pytest.LogCaptureFixture
) -> None:
    tell_us(offered(1, a_dossier(channel="PIGEON")))
    done()
    assert f"message 1 of partner {partner.pk}: ValueError" in caplog.text
    assert "PIGEON" not in caplog.text


def test_a_partner_speaks_only_for_agencies_that_work_there(partner: Partner) -> None:
    release_agency(actor=SETUP, at=clock.now(), partner_id=partner.pk, agency_id=agency_id(THERE))
    tell_us(offered(1, a_dossier()))
    done()
    assert stuck(partner) == [(1, "agency-not-of-partner")]
    host_agency(actor=SETUP, at=clock.now(), partner_id=partner.pk, agency_id=agency_id(THERE))
    assert try_again(actor=SETUP, at=clock.now(), partner_id=partner.pk) == 1
    assert done() == 1


def test_a_dossier_waits_for_its_files(partner: Partner) -> None:
    file = {
        "digest": "0" * 64,
        "name": "đơn.pdf",
        "media_type": "application/pdf",
        "size": 9,
        "kind": "PAPER",
    }
    tell_us(offered(1, a_dossier(), files=[file]))
    done()
    assert stuck(partner) == [(1, "carried-file-missing")]


def test_another_dossier_of_the_same_code_is_never_mixed_up_with_it(partner: Partner) -> None:
    tell_us(offered(1, a_dossier()))
    done()
    InMessage.objects.all().delete()
    partner.refresh_from_db()
    theirs = Dossier.objects.get()
    tell_us({**offered(2, a_dossier(theirs.code)), "thread": "another"})
    done()
    assert stuck(partner) == [(2, "carried-code-taken")]


def test_what_tells_of_a_dossier_that_was_not_shared_does_nothing(partner: Partner) -> None:
    body = {"act": "dossier.take-over", "given": {}, "by": BY, "at": instant_text(clock.now())}
    told = {"seq": 1, "kind": "STATUS", "thread": "H26.45-1", "at": body["at"], "body": body}
    tell_us(told)
    done()
    assert stuck(partner) == [(1, "dossier-not-shared")]
