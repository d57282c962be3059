"""The text of a citizen card: every form the cards print and the keyboards spoil."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.identifiers import card_dates, card_text, citizen_card, personal_id
from motcua.kernel.identifiers.citizen_card import CitizenCard, parse_citizen_card
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word_doubt, word_refusal

TODAY = date(2026, 11, 20)
PARTS = {
    "number": "079195001234",
    "old": "025123456",
    "name": "Nguyễn Thị Hồng Nhung",
    "birth": "15081995",
    "sex": "Nữ",
    "address": "12 Lê Lợi, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh",
    "issued": "20042021",
}


def card(**changed: str) -> str:
    return "|".join((PARTS | changed).values())


def read(text: str) -> CitizenCard:
    return parse_citizen_card(text, today=TODAY)


def doubts(text: str) -> list[str]:
    assert all(word_doubt(doubt).endswith(".") for doubt in read(text).doubts)
    return [doubt.code for doubt in read(text).doubts]


def test_a_card_is_read_whole() -> None:
    found = read(card())
    assert found == CitizenCard(
        personal_id="079195001234",
        old_id="025123456",
        name="Nguyễn Thị Hồng Nhung",
        birth_date=card_dates.BirthDate(1995, 8, 15),
        sex="Nữ",
        address="12 Lê Lợi, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh",
        issued_date=date(2021, 4, 20),
    )


@pytest.mark.parametrize(
    "text",
    [
        card() + "\n",
        card() + "\r\n",
        "\t" + card() + "\t\r",
        "\ufeff" + card(),
        "]Q1" + card(),
        card().replace("|", "｜"),
        card().replace("|", " | "),
        card().replace("|", "│"),
        card(name="Nguyễn  Thị \u00a0Hồng Nhung"),
        card(name="Nguyễn Thị\u200b Hồng Nhung"),
        card(number="079 195 001 234"),
        card(number="０７９１９５００１２３４"),
        card(birth="15/08/1995", issued="20/4/2021"),
        card(birth="1995-08-15"),
        card(sex="NỮ"),
        card(address="12 Lê Lợi,\r\nPhường Bến Nghé, Quận 1, TP. Hồ Chí Minh"),
        unicodedata.normalize("NFD", card()),
        unicodedata.normalize("NFKD", card()),
    ],
)
def test_the_same_card_in_another_dress_is_the_same_person(text: str) -> None:
    assert read(text) == read(card())


def test_an_empty_old_number_is_none() -> None:
    assert read(card(old="")).old_id is None
    assert doubts(card(old="")) == []


def test_the_form_without_the_old_number_is_read() -> None:
    six = card().replace("025123456|", "")
    assert read(six) == read(card(old=""))


@pytest.mark.parametrize(
    ("tail", "extra"),
    [("|||", ("", "", "")), ("|Nguyễn Văn Ba|Trần Thị Tư", ("Nguyễn Văn Ba", "Trần Thị Tư"))],
)
def test_parts_that_newer_cards_add_are_kept(tail: str, extra: tuple[str, ...]) -> None:
    found = read(card() + tail)
    assert found.extra == extra
    assert found.issued_date == date(2021, 4, 20)
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("birth", "iso"),
    [("00001950", "1950"), ("1950", "1950"), ("00081950", "1950-08"), ("15001950", "1950")],
)
def test_an_old_person_may_know_only_the_year(birth: str, iso: str) -> None:
    found = read(card(number="079150001234", birth=birth))
    assert found.birth_date.iso() == iso
    assert [doubt.code for doubt in found.doubts] == ["card-birth-incomplete"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (card(number="079095001234"), ["card-sex-differs"]),
        (card(number="079194001234"), ["card-birth-year-differs"]),
        (card(number="079395001234"), ["card-birth-year-differs"]),
        (card(number="003195001234"), ["personal-id-place-doubtful"]),
        (card(number="101195001234"), ["personal-id-place-abroad"]),
        (card(old="02512345"), ["card-old-number-odd"]),
        (card(issued=""), ["card-issue-date-missing"]),
        (card(address=""), ["card-address-missing"]),
        (card(sex=""), ["card-sex-missing"]),
        (card(sex="Nu"), ["card-input-method"]),
        (card(sex="N?"), ["card-sex-from-number"]),
        (card(sex="Nuwx"), ["card-sex-from-number"]),
        (card(name="Nguyeenx Thij Hoongf Nhung"), ["card-input-method"]),
        (card(name="Nguye64n Thi5 Ho62ng Nhung"), ["card-input-method"]),
        (card(name="DDoanf Thij Nhung"), ["card-input-method"]),
        (card(name="Nguyễn Thị Hồn\u0309g Nhung"), ["card-input-method"]),
        (card(name="Nguy?n Th? H?ng Nhung"), ["card-letters-lost"]),
        (card(name="Nguy\ufffdn Nhung", address="L\ufffd"), ["card-letters-lost"] * 2),
        (card(name="Nguyễn & Nhung"), ["card-name-odd"]),
        (card().replace("|", "\\"), ["card-bars-replaced"]),
        (card().replace("|", "~"), ["card-bars-replaced"]),
        (card().swapcase(), ["card-caps-lock"]),
        (card() + "\n" + card(), ["card-read-twice"]),
        (card() + card(), ["card-read-twice"]),
        (card().encode().decode("latin-1"), ["card-text-reencoded"]),
    ],
)
def test_what_only_looks_wrong_is_a_doubt(text: str, codes: list[str]) -> None:
    assert doubts(text) == codes


@pytest.mark.parametrize(
    "name",
    [
        "H'Rê Niê",
        "Y Jut Buôn Krông",
        "Ksor Phước",
        "Kpă Y-Ly",
        "Nguyen Van An",
        "Lò Văn Xuân",
        "TRẦN VĂN A",
    ],
)
def test_names_of_all_peoples_are_not_doubted(name: str) -> None:
    assert doubts(card(name=name)) == []


@pytest.mark.parametrize(
    "spoiled", [card().swapcase(), card().encode().decode("latin-1"), card() + "\n" + card()]
)
def test_what_can_be_put_right_is_put_right(spoiled: str) -> None:
    found = read(spoiled)
    assert (found.name, found.sex) == ("Nguyễn Thị Hồng Nhung", "Nữ")
    assert found.address == PARTS["address"]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", card_text.CardEmpty),
        (" \ufeff\r\n", card_text.CardEmpty),
        ("x" * 2001, card_text.CardTooLong),
        ("079195001234", card_text.CardNoBars),
        ("https://example.vn/the?so=079195001234", card_text.CardNoBars),
        ("|".join(card().split("|")[:6]), card_text.CardPartsMissing),
        ("079195001234|025123456|Nguyễn", card_text.CardPartsMissing),
        (card(number="đ\u0303\u0323\u0103\u0323\u0300đđ\u0103âê"), card_text.CardKeyboardLayout),
        (card(number=""), personal_id.PersonalIdEmpty),
        (card(number="07919500123A"), personal_id.PersonalIdNotDigits),
        (card(number="79195001234"), personal_id.PersonalIdLength),
        (card(number="025123456"), personal_id.PersonalIdLength),
        (card(name=""), citizen_card.CardNameMissing),
        (card(sex="Khác"), citizen_card.CardSexUnknown),
        (card(sex="Female"), citizen_card.CardSexUnknown),
        (card(birth=""), card_dates.CardDateBroken),
        (card(birth="31021995"), card_dates.CardDateBroken),
        (card(birth="1508199"), card_dates.CardDateBroken),
        (card(birth="15O81995"), card_dates.CardDateBroken),
        (card(birth="00000000"), card_dates.CardDateBroken),
        (card(birth="15081700"), card_dates.CardDateBroken),
        (card(birth="15131995"), card_dates.CardDateBroken),
        (card(birth="21112026"), citizen_card.CardBornLater),
        (card(birth="15081895"), citizen_card.CardTooOld),
        (card(issued="31042021"), card_dates.CardDateBroken),
        (card(issued="00002021"), card_dates.CardDateBroken),
        (card(issued="21112026"), citizen_card.CardIssuedLater),
        (card(issued="14081995"), citizen_card.CardIssuedBeforeBirth),
    ],
)
def test_what_no_card_can_say_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        read(text)
    assert "Hãy" in word_refusal(refused.value)


def test_a_card_of_today_for_a_child_of_today_is_fine() -> None:
    newborn = card(number="001326001234", birth="20112026", issued="20112026")
    assert doubts(newborn) == []


@given(st.text(max_size=120) | st.text(alphabet="0123456789|Nữamđ \n", max_size=120))
def test_any_text_is_read_or_refused_never_a_fault(text: str) -> None:
    try:
        found: CitizenCard | Refusal = read(text)
    except Refusal as refusal:
        found = refusal
    assert isinstance(found, CitizenCard | Refusal)


@given(st.integers(0, len(card()) - 1).filter(lambda length: length != card().rindex("|") + 1))
def test_a_card_cut_inside_any_part_is_refused(length: int) -> None:
    with pytest.raises(Refusal):
        read(card()[:length])
