"""Whoever sent feedback is told that it was taken, passed on, answered; never what was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from motcua.feedback.models import Petition
from motcua.feedback.queries.following import followed
from motcua.feedback.vocabulary import Act, SenderIn
from motcua.ledger.caching import forget_all
from motcua.ledger.queries import facts_about
from motcua.notices.commands.bundling import Sites, bundle_due
from motcua.notices.commands.queueing import Telling, queue_notices
from motcua.notices.models import AccountNotice, Delivery, Notice, ReadPlace
from motcua.notices.queries.in_account import account_notices
from motcua.notices.rules.hours import SendingHours
from motcua.notices.rules.telling import KINDS_OF_PETITION
from motcua.notices.shipped import shipped_texts
from motcua.notices.vocabulary import Carrier
from tests.support.citizens import a_citizen, citizen_actor
from tests.support.clock import PLAIN_MORNING
from tests.support.feedback import ANSWER, SENDER, SOMEBODY, act, answered, entered, sent
from tests.support.offices import agency_id
from tests.support.two_communes import NEIGHBOR, put_up_two_communes
from tests.support.working_office import kept_for_a_module

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing")]
ALL = Telling((Carrier.EMAIL, Carrier.SMS), SendingHours())
SITE = "https://motcua.example.vn/gop-y/theo-doi/?ma="
SITES = Sites(
    dossier="https://motcua.example.vn/ho-so/",
    rating="https://motcua.example.vn/danh-gia/",
    feedback=SITE,
)
LATER = PLAIN_MORNING + timedelta(days=2)


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        forget_all()
        put_up_two_communes(pytest.MonkeyPatch())
        yield


def told() -> list[tuple[str, str]]:
    """Queue what is new; kind and carrier of all, in their order."""
    queue_notices(at=PLAIN_MORNING, telling=ALL)
    found = Notice.objects.filter(petition__isnull=False).order_by("id")
    return list(found.values_list("kind", "carrier"))


def messages() -> list[Delivery]:
    bundle_due(at=LATER, sites=SITES)
    return list(Delivery.objects.filter(notices__petition__isnull=False).distinct().order_by("id"))


def test_an_answer_is_told_by_every_way_that_was_left_and_says_nothing_of_it() -> None:
    ref = answered(PLAIN_MORNING)
    assert told() == [
        (kind, carrier)
        for kind in ("PETITION_TAKEN", "PETITION_ANSWERED")
        for carrier in ("SMS", "EMAIL")
    ]
    ReadPlace.objects.all().delete()
    assert len(told()) == 4
    sms, mail = messages()
    for one in (sms, mail):
        assert f"{SITE}{ref.code}" in one.body
        assert "đã trả lời" in one.body
        for said in (SENDER.name, "hai giờ", "Chờ quá lâu", ANSWER, ref.secret):
            assert said not in one.body + one.subject
    assert (sms.address, mail.address) == ("+84912345678", SENDER.email)


@pytest.mark.parametrize(
    "changes",
    [
        {"is_anonymous": True},
        {"sender": SenderIn(name="Trần", address="Hà Nội", phone="02438251234")},
    ],
)
def test_whoever_cannot_be_reached_is_not_written_to(changes: dict[str, Any]) -> None:
    act(sent(**changes), Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    assert told() == []


def test_sending_alone_writes_to_nobody() -> None:
    sent()
    assert told() == []


def test_what_the_sender_shall_do_or_know_is_told() -> None:
    first, second, third = entered(), sent(), entered()
    act(first, Act.ASK_CLARITY, "tiepnhan1", PLAIN_MORNING, text="Quầy nào?")
    act(second, Act.REFUSE, "tiepnhan1", PLAIN_MORNING, text="Đã trả lời", reason="ANSWERED_BEFORE")
    act(third, Act.FORWARD_OUTSIDE, "vanthu", PLAIN_MORNING, text="x", body="Công an xã")
    assert sorted({kind for kind, _carrier in told()}) == [
        "PETITION_FORWARDED",
        "PETITION_REFUSED",
        "PETITION_TAKEN",
        "PETITION_UNCLEAR",
    ]
    assert not any("Công an" in one.body or "Quầy" in one.body for one in messages())


def test_another_agency_answers_under_the_code_that_the_sender_has() -> None:
    ref = entered()
    act(ref, Act.OFFER, "vanthu", PLAIN_MORNING, agency_id=agency_id(NEIGHBOR), text="x")
    code = act(ref, Act.ACCEPT_OFFER, "benkia-vanthu", PLAIN_MORNING)
    taken = Petition.objects.get(code=code)
    act(taken.pk, Act.ASK_CLARITY, "benkia-tiepnhan1", PLAIN_MORNING, text="Quầy nào?")
    kinds = [kind for kind, carrier in told() if carrier == "SMS"]
    assert sorted(kinds) == ["PETITION_FORWARDED", "PETITION_TAKEN", "PETITION_UNCLEAR"]
    assert set(Notice.objects.exclude(petition=None).values_list("dossier_code", flat=True)) == {
        ref.code
    }
    assert all(one.failure == "" for one in messages())
    assert followed(SOMEBODY, ref.code, ref.secret, PLAIN_MORNING).code == code


def test_an_account_is_told_and_one_who_is_unnamed_is_in_no_account() -> None:
    lan = citizen_actor(a_citizen())
    ref = sent(actor=lan)
    act(ref, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    hidden = sent(actor=lan, is_anonymous=True)
    act(hidden, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    told()
    (row,) = account_notices(lan).rows
    assert (row.dossier_code, row.is_feedback, row.kind) == (ref.code, True, "PETITION_TAKEN")
    assert AccountNotice.objects.exclude(petition=None).count() == 1
    assert Petition.objects.get(pk=hidden.id).citizen_id is None
    (first, *_rest) = facts_about("petition", hidden.id)
    assert first.payload["changes"]["citizen_id"] is None
    assert lan.name not in repr(first)


def test_a_notice_is_about_one_thing() -> None:
    answered(PLAIN_MORNING)
    told()
    with pytest.raises(DatabaseError), transaction.atomic():
        Notice.objects.exclude(petition=None).update(petition=None)


def test_shipped_words_of_feedback_fit_a_message() -> None:
    for key, words in shipped_texts().items():
        if key.kind in KINDS_OF_PETITION:
            assert "{dossier_code}" in words.text.body
            assert "{link}" in words.text.body
