"""Words changed by an administrator from a day on; what was sent before stays what it was."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact
from motcua.notices.commands.wording import (
    NoticeWordingBeginsInThePast,
    WordingInput,
    set_notice_wording,
)
from motcua.notices.models import NoticeWording
from motcua.notices.queries.texts import periods_of, texts_in_force
from motcua.notices.rules.texts import NoticeTextRefused
from motcua.notices.shipped import TextKey, shipped_texts
from motcua.notices.vocabulary import Carrier, Language, NoticeKind
from tests.notices.conftest import TellBy
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import SETUP, agency_id
from tests.support.reception import a_reception, receive
from tests.support.telling import MOTHER
from tests.support.working_office import officer

KEY = TextKey(NoticeKind.RECEIVED, Carrier.SMS, Language.VI)
DAY = timedelta(days=1)
WORDS = "Hồ sơ {dossier_code} xong ngày {date}."


def change(agency: int | None, days: int = 0, by: Any = None, **changes: Any) -> int:
    given: dict[str, Any] = {
        "key": KEY,
        "subject": "",
        "body": WORDS,
        "is_sent": True,
        "valid_from": PLAIN_WEDNESDAY + days * DAY,
    }
    return set_notice_wording(
        actor=by or officer("quantri"),
        at=PLAIN_MORNING,
        agency_id=agency,
        given=WordingInput(**(given | changes)),
    )


def body_on(days: int) -> str:
    return texts_in_force(agency_id(), PLAIN_WEDNESDAY + days * DAY)[KEY].text.body


def test_words_hold_from_their_day_on(standing: None) -> None:
    change(agency_id(), days=2)
    shipped = shipped_texts()[KEY].text.body
    assert [body_on(day) for day in (0, 1, 2, 9)] == [shipped, shipped, WORDS, WORDS]
    assert Fact.objects.filter(code="notice-wording.set").count() == 1


def test_what_was_planned_later_goes_and_periods_never_overlap(standing: None) -> None:
    change(agency_id(), days=5)
    change(agency_id(), days=3, body="{dossier_code} ba")
    change(agency_id(), days=1, body="{dossier_code} một")
    change(agency_id(), days=1, body="{dossier_code} một nữa")
    assert NoticeWording.objects.count() == 1
    change(agency_id(), days=4, body="{dossier_code} bốn")
    rows = periods_of(officer("quantri"), PLAIN_MORNING, KEY)
    assert [(row.words.text.body, row.valid_until) for row in rows] == [
        ("{dossier_code} bốn", None),
        ("{dossier_code} một nữa", PLAIN_WEDNESDAY + 4 * DAY),
    ]


def test_the_nearest_agency_says_how_it_is_said(standing: None) -> None:
    change(None, by=SETUP, body="{dossier_code} cả nước")
    assert body_on(0) == "{dossier_code} cả nước"
    change(agency_id(), body="{dossier_code} xã")
    assert body_on(0) == "{dossier_code} xã"


def test_another_language_and_carrier_keep_their_words(standing: None) -> None:
    change(agency_id())
    texts = texts_in_force(agency_id(), PLAIN_WEDNESDAY)
    changed = {key for key, words in texts.items() if words != shipped_texts()[key]}
    assert changed == {KEY}


def test_a_kind_that_is_switched_off_is_not_told(tell_by: TellBy) -> None:
    change(agency_id(), is_sent=False)
    receive(a_reception(parties=(MOTHER,)))
    teller = tell_by(Carrier.SMS)
    teller.round()
    assert teller.states() == []


def test_what_is_sent_says_the_new_words(tell_by: TellBy) -> None:
    change(agency_id())
    code = receive(a_reception(parties=(MOTHER,))).code
    teller = tell_by(Carrier.SMS)
    teller.round()
    (message,) = teller.mailroom.messages()
    assert message.text == f"Hồ sơ {code} xong ngày 17:00 10/06/2026."


@pytest.mark.parametrize("body", ["", "Không nêu hồ sơ", "{dossier_code} {owner_name}"])
def test_words_that_may_not_be_said_are_refused_and_nothing_is_kept(
    standing: None, body: str
) -> None:
    with pytest.raises(NoticeTextRefused):
        change(agency_id(), body=body)
    assert not NoticeWording.objects.exists()
    assert not Fact.objects.filter(code="notice-wording.set").exists()


def test_words_do_not_change_the_past(standing: None) -> None:
    with pytest.raises(NoticeWordingBeginsInThePast):
        change(agency_id(), days=-1)


@pytest.mark.parametrize("username", ["tiepnhan1", "lanhdao", "vanthu", "giamsat"])
def test_only_administrators_change_words(standing: None, username: str) -> None:
    with pytest.raises(NotPermitted):
        change(agency_id(), by=officer(username))


def test_an_administrator_of_a_commune_does_not_speak_for_everybody(standing: None) -> None:
    with pytest.raises(NotPermitted):
        change(None)
