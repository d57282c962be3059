"""The words of a notice say six things at most, and no personal data can be among them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from motcua.dossiers.vocabulary import Party
from motcua.notices.rules.texts import (
    ALLOWED,
    PLACEHOLDER,
    NotForOutside,
    NoticeTextRefused,
    NoticeValues,
    decide_text,
    render,
    together,
)
from motcua.notices.shipped import shipped_texts, text_keys
from motcua.notices.vocabulary import Carrier, Text
from tests.support.clock import PLAIN_MORNING

SITE = "https://motcua.example.vn/ho-so/"
RATING = "https://motcua.example.vn/danh-gia/"
CODE = "H26.45-260610-0001"
STAGES = frozenset({"Đang xử lý"})
SOUND: dict[str, Any] = {
    "dossier_code": CODE,
    "stage": "Đang xử lý",
    "stages": STAGES,
    "date": PLAIN_MORNING,
    "office": "UBND xã Gia Lâm",
    "office_phone": "024 3827 6543",
    "link": SITE + CODE,
    "site": SITE,
    "rate_link": RATING + "7K3MQ9PD2HXA/",
    "rate_site": RATING,
}
VALUES = NoticeValues(**SOUND)
PERSONAL = [spec.name for spec in fields(Party)]


@pytest.mark.parametrize("name", [*PERSONAL, "procedure", "owner_name", "note", "reason", "0", ""])
@pytest.mark.parametrize("carrier", list(Carrier))
def test_nothing_personal_may_be_named(carrier: Carrier, name: str) -> None:
    with pytest.raises(NoticeTextRefused) as refused:
        decide_text(carrier, "Hồ sơ {dossier_code}", f"{{dossier_code}} {{{name}}}")
    assert "notice-placeholder-not-allowed" in [one.code for one in refused.value.problems]


@given(name=some.text(some.characters(codec="utf-8", exclude_characters="{}\n\r"), max_size=20))
def test_a_text_that_slipped_through_is_not_sent(name: str) -> None:
    assume(name not in ALLOWED)
    with pytest.raises(NotForOutside):
        render(Text("", f"{{dossier_code}} {{{name}}}"), VALUES)


@given(text=some.text(max_size=200))
def test_whatever_is_kept_holds_the_code_and_nothing_but_allowed_places(text: str) -> None:
    try:
        kept = decide_text(Carrier.SMS, "", text)
    except NoticeTextRefused:
        return
    assert "dossier_code" in PLACEHOLDER.findall(kept.body)
    assert set(PLACEHOLDER.findall(kept.body)) <= set(ALLOWED)


@pytest.mark.parametrize(
    "changed",
    [
        {"dossier_code": "Nguyễn Thị Hồng Nhung"},
        {"dossier_code": "hồ sơ 1"},
        {"stage": "Nguyễn Thị Hồng Nhung"},
        {"stage": "Xác nhận tình trạng hôn nhân"},
        {"office_phone": "bà Nhung 0912345678"},
        {"office_phone": "a@b.vn"},
        {"office": "{link}"},
        {"link": "https://elsewhere.example/"},
        {"link": SITE + CODE + "?owner=Nhung"},
        {"rate_link": "https://example.vn/danh-gia/7K3MQ9PD2HXA/"},
        {"rate_link": RATING + "7K3MQ9PD2HXA/?owner=Nhung"},
        {"rate_link": RATING + "NHUNG/"},
        {"date": PLAIN_MORNING.replace(tzinfo=None)},
    ],
)
def test_a_value_that_is_something_else_is_not_sent(changed: dict[str, Any]) -> None:
    with pytest.raises(NotForOutside):
        NoticeValues(**(SOUND | changed))


def test_values_have_no_place_for_a_person() -> None:
    named = {spec.name for spec in fields(NoticeValues)} - {"stages", "site", "rate_site"}
    assert named == set(ALLOWED)
    assert not named & set(PERSONAL)


@pytest.mark.parametrize("key", text_keys(), ids=str)
def test_every_shipped_text_is_whole(key: Any) -> None:
    message = render(shipped_texts()[key].text, VALUES)
    assert CODE in message.body
    assert "{" not in message.body + message.subject
    assert bool(message.subject) is (key.carrier is Carrier.EMAIL)


@pytest.mark.parametrize("key", text_keys(), ids=str)
def test_a_shipped_text_stands_without_date_phone_and_stage(key: Any) -> None:
    bare = NoticeValues(**(SOUND | {"date": None, "office_phone": "", "stage": ""}))
    message = render(shipped_texts()[key].text, bare)
    assert CODE in message.body
    assert "09:00" not in message.body
    assert ": ." not in message.body


def test_a_line_without_its_value_is_left_out() -> None:
    bare = NoticeValues(**(SOUND | {"date": None}))
    text = Text("", "Hồ sơ {dossier_code}.\nHẹn trả: {date}.\nXem {link}")
    assert render(text, bare).body == f"Hồ sơ {CODE}.\nXem {SITE}{CODE}"


def test_every_fault_is_told_at_its_field() -> None:
    with pytest.raises(NoticeTextRefused) as refused:
        decide_text(Carrier.EMAIL, "", "x{" + "y" * 3001 + "\u202e")
    told = {(one.field, one.code) for one in refused.value.problems}
    assert told == {
        ("subject", "notice-text-empty"),
        ("body", "notice-text-too-long"),
        ("body", "notice-letter-not-sendable"),
        ("body", "notice-placeholder-not-allowed"),
        ("body", "notice-dossier-code-missing"),
    }


def test_several_notices_become_one_message_and_nothing_is_said_twice() -> None:
    first, second = Text("A", "một"), Text("B", "hai")
    assert together([first, second, first], "2 tin") == Text("2 tin", "một\n\nhai")
    assert together([first, first], "2 tin") == first
    assert together([Text("", "một"), Text("", "hai")], "2 tin") == Text("", "một\nhai")
