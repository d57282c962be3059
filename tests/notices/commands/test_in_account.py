"""A citizen who sent a dossier by web is told in the account, and elsewhere as he wishes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from motcua.citizens.vocabulary import ContactKind
from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import file_dossier
from motcua.dossiers.vocabulary import Act
from motcua.filing.commands.messages import write_message
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.caching import forget_all
from motcua.notices.commands.bundling import bundle_due
from motcua.notices.commands.queueing import Telling, queue_notices
from motcua.notices.commands.reading import mark_notices_read
from motcua.notices.commands.wishing import QuietHoursHalfSaid, set_own_wish
from motcua.notices.models import AccountNotice, AddressWish, Delivery, Notice, ReadPlace
from motcua.notices.queries.in_account import account_notices, unread_notices
from motcua.notices.queries.wishes import own_wishes
from motcua.notices.rules.hours import SendingHours
from motcua.notices.vocabulary import Carrier, Language, Wish
from tests.support.acts import do
from tests.support.citizens import a_citizen, citizen_actor, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import a_declaration, publish_forms
from tests.support.offices import agency_id
from tests.support.reception import BIRTH, a_ground, a_reception
from tests.support.telling import MOTHER, SITES
from tests.support.working_office import kept_for_a_module, officer

BY_PHONE = Telling((Carrier.SMS,), SendingHours())
NOBODY = Telling((), SendingHours())
OWN = "+84912000111"
EVENING = PLAIN_MORNING.replace(hour=20)


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        forget_all()
        a_ground()
        publish_forms(BIRTH)
        yield


pytestmark = pytest.mark.usefixtures("standing")


@pytest.fixture
def lan() -> Actor:
    return citizen_actor(a_citizen())


def filed(actor: Actor) -> str:
    given = a_reception(declared=a_declaration(), parties=(MOTHER,))
    return file_dossier(
        actor=actor, at=PLAIN_MORNING, agency_id=agency_id(), filed=inputs.Filed(given=given)
    ).code


def ask_more(code: str) -> None:
    item = inputs.AskedItem(name="Giấy chứng sinh", what="Chụp lại cho rõ")
    do(
        code,
        Act.ASK_TO_COMPLETE,
        inputs.AskToComplete(items=(item,), reason="Ảnh mờ"),
        by="tiepnhan1",
    )


def kinds(actor: Actor) -> list[str]:
    return [str(row.kind) for row in account_notices(actor).rows]


def test_each_thing_that_happens_stands_in_the_account_once(lan: Actor) -> None:
    code = filed(lan)
    ask_more(code)
    queue_notices(at=PLAIN_MORNING, telling=BY_PHONE)
    assert kinds(lan) == ["SUPPLEMENT_ASKED", "REGISTERED"]
    ReadPlace.objects.all().delete()
    queue_notices(at=PLAIN_MORNING, telling=BY_PHONE)
    assert AccountNotice.objects.count() == 2


def test_who_is_answered_is_told_that_and_not_what(lan: Actor) -> None:
    code = filed(lan)
    write_message(actor=lan, at=PLAIN_MORNING, code=code, text="Bao giờ xong ạ?")
    for text in ("Mai bác nhé.", "Nhớ mang thẻ."):
        write_message(actor=officer("tiepnhan1"), at=PLAIN_MORNING, code=code, text=text)
    queue_notices(at=PLAIN_MORNING, telling=BY_PHONE)
    assert sorted(kinds(lan)) == ["ANSWERED", "ANSWERED", "REGISTERED"]
    told = Notice.objects.filter(kind="ANSWERED")
    assert [(row.dossier_code, row.address) for row in told] == [(code, OWN)] * 2
    bundle_due(at=PLAIN_MORNING + timedelta(hours=40), sites=SITES)
    texts = " ".join(Delivery.objects.values_list("body", flat=True))
    assert "tin nhắn" in texts
    assert "Mai bác" not in texts


def test_the_account_tells_also_where_the_office_has_no_carrier(lan: Actor) -> None:
    filed(lan)
    queue_notices(at=PLAIN_MORNING, telling=NOBODY)
    assert kinds(lan) == ["REGISTERED"]
    assert not Notice.objects.exists()


def test_a_citizen_is_reached_at_what_he_has_proved_to_hold(lan: Actor) -> None:
    filed(lan)
    queue_notices(at=PLAIN_MORNING, telling=BY_PHONE)
    assert [row.address for row in Notice.objects.all()] == [OWN]


def test_nobody_else_reads_them_and_nobody_else_marks_them(lan: Actor) -> None:
    filed(lan)
    queue_notices(at=PLAIN_MORNING, telling=BY_PHONE)
    other = citizen_actor(a_citizen("0987000111"))
    assert kinds(other) == []
    newest = account_notices(lan).rows[0].id
    assert mark_notices_read(actor=other, at=PLAIN_MORNING, until_id=newest) == 0
    assert unread_notices(lan) == 1
    for stranger in (officer("tiepnhan1"), officer("quantri")):
        with pytest.raises(NotPermitted):
            account_notices(stranger)
        with pytest.raises(NotPermitted):
            mark_notices_read(actor=stranger, at=PLAIN_MORNING, until_id=newest)


def test_what_came_after_the_page_was_opened_stays_unread(lan: Actor) -> None:
    code = filed(lan)
    queue_notices(at=PLAIN_MORNING, telling=NOBODY)
    seen = account_notices(lan).rows[0].id
    ask_more(code)
    queue_notices(at=PLAIN_MORNING, telling=NOBODY)
    assert mark_notices_read(actor=lan, at=PLAIN_MORNING, until_id=seen) == 1
    assert [row.is_read for row in account_notices(lan).rows] == [False, True]


# -- wishes


def test_a_wish_holds_for_language_bundle_and_quiet_hours(lan: Actor) -> None:
    wish = Wish(language=Language.EN, quiet_from=time(19), quiet_until=time(9))
    set_own_wish(actor=lan, at=PLAIN_MORNING, kind=ContactKind.PHONE, wish=wish)
    assert own_wishes(lan) == {ContactKind.PHONE: wish}
    code = filed(lan)
    ask_more(code)
    queue_notices(at=EVENING, telling=BY_PHONE)
    asked = Notice.objects.get(kind="SUPPLEMENT_ASKED")
    assert asked.language == "en"
    # Twelve hours at most, whatever is wished: papers are waited for.
    assert asked.send_after == EVENING + timedelta(hours=12)


def test_a_phone_at_which_nothing_is_wished_gets_nothing_and_the_account_all(lan: Actor) -> None:
    set_own_wish(actor=lan, at=PLAIN_MORNING, kind=ContactKind.PHONE, wish=Wish(is_wanted=False))
    filed(lan)
    queue_notices(at=PLAIN_MORNING, telling=BY_PHONE)
    assert not Notice.objects.exists()
    assert kinds(lan) == ["REGISTERED"]


def test_quiet_hours_have_two_ends_and_only_a_citizen_has_wishes_of_his_own(lan: Actor) -> None:
    half = replace(Wish(), quiet_from=time(21))
    with pytest.raises(QuietHoursHalfSaid):
        set_own_wish(actor=lan, at=PLAIN_MORNING, kind=ContactKind.PHONE, wish=half)
    with pytest.raises(NotPermitted):
        set_own_wish(
            actor=officer("quantri"), at=PLAIN_MORNING, kind=ContactKind.PHONE, wish=Wish()
        )
    assert not AddressWish.objects.exists()


# -- pages


def test_the_pages_show_read_and_keep_what_was_typed() -> None:
    opened = a_citizen()
    code = filed(citizen_actor(opened))
    queue_notices(at=PLAIN_MORNING, telling=NOBODY)
    browser = citizens_browser(opened)
    page = browser.get("/cua-toi/thong-bao/")
    text = page.content.decode()
    assert (page.status_code, code in text, "Chưa đọc" in text) == (200, True, True)
    assert "no-store" in page["Cache-Control"]
    newest = AccountNotice.objects.latest("pk").pk
    read = browser.post("/cua-toi/thong-bao/", {"until": str(newest)}, follow=True)
    assert "Chưa đọc" not in read.content.decode()
    typed = {"phone": "gop", "quiet_from": "21h", "quiet_until": "06:30"}
    for wrong, told in (({}, "Nhập giờ như 21:00."), ({"quiet_from": ""}, "cần đủ lúc bắt đầu")):
        refused = browser.post("/tai-khoan/nhan-tin", typed | wrong)
        shown = refused.content.decode()
        assert (refused.status_code, told in shown, 'value="06:30"' in shown) == (422, True, True)
    assert not AddressWish.objects.exists()
    kept = browser.post("/tai-khoan/nhan-tin", typed | {"quiet_from": "21:30"}, follow=True)
    assert 'value="21:30"' in kept.content.decode()
    assert AddressWish.objects.get().in_digest
