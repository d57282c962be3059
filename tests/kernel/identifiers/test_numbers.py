"""Personal numbers, tax codes and telephone numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.identifiers import personal_id, phone, tax_code
from motcua.kernel.identifiers.personal_id import parse_personal_id
from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.identifiers.phone_plan import AREAS, MOBILE_PREFIXES, OLD_MOBILE_PREFIXES
from motcua.kernel.identifiers.provinces import PROVINCES
from motcua.kernel.identifiers.tax_code import check_digit, parse_tax_code
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word_refusal

TODAY = date(2026, 11, 20)


def test_the_lists_are_complete() -> None:
    assert len(PROVINCES) == len(set(PROVINCES.values())) == 63
    assert min(PROVINCES) == "001"
    assert max(PROVINCES) == "096"
    assert len(AREAS) == len(set(AREAS.values())) == 63
    assert len(OLD_MOBILE_PREFIXES) == 21
    assert set(OLD_MOBILE_PREFIXES.values()) <= MOBILE_PREFIXES


@pytest.mark.parametrize(
    ("text", "place", "sex", "year"),
    [
        ("079095001234", "Thành phố Hồ Chí Minh", "Nam", 1995),
        ("001 300 012 345", "Hà Nội", "Nữ", 2000),
        ("038.160.004567", "Thanh Hóa", "Nữ", 1960),
        ("096224000001", "Cà Mau", "Nam", 2024),
    ],
)
def test_a_personal_number_tells_place_sex_and_year(
    text: str, place: str, sex: str, year: int
) -> None:
    found = parse_personal_id(text, today=TODAY)
    assert (found.kind, found.place, found.sex, found.birth_year) == (
        "personal_id",
        place,
        sex,
        year,
    )
    assert found.doubts == ()


def test_an_old_card_number_is_known_as_old() -> None:
    found = parse_personal_id("025 123 456", today=TODAY)
    assert (found.personal_id, found.kind, found.sex) == ("025123456", "old_card", None)
    assert [doubt.code for doubt in found.doubts] == ["personal-id-old-card"]


def test_someone_born_abroad_is_accepted_with_a_doubt() -> None:
    found = parse_personal_id("187090001234", today=TODAY)
    assert [doubt.code for doubt in found.doubts] == ["personal-id-place-abroad"]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", personal_id.PersonalIdEmpty),
        ("  ", personal_id.PersonalIdEmpty),
        ("07909500123A", personal_id.PersonalIdNotDigits),
        ("079/095001234", personal_id.PersonalIdNotDigits),
        ("٠٧٩٠٩٥٠٠١٢٣٤", personal_id.PersonalIdNotDigits),
        ("79095001234", personal_id.PersonalIdLength),
        ("0790950012345", personal_id.PersonalIdLength),
        ("000095001234", personal_id.PersonalIdPlaceUnknown),
        ("003095001234", personal_id.PersonalIdPlaceUnknown),
        ("400095001234", personal_id.PersonalIdPlaceUnknown),
        ("079227001234", personal_id.PersonalIdBornLater),
        ("079495001234", personal_id.PersonalIdBornLater),
    ],
)
def test_a_broken_personal_number_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        parse_personal_id(text, today=TODAY)
    assert "Hãy" in word_refusal(refused.value)


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("0100109106", "0100109106", "main"),
        ("0300588569", "0300588569", "main"),
        ("0101248141", "0101248141", "main"),
        ("0100109106-001", "0100109106-001", "branch"),
        ("0100109106 – 011", "0100109106-011", "branch"),
        ("0100109106011", "0100109106-011", "branch"),
        ("0100 109 106", "0100109106", "main"),
        ("079095001234", "079095001234", "personal_id"),
    ],
)
def test_tax_codes_in_all_their_forms(text: str, printed: str, kind: str) -> None:
    found = parse_tax_code(text, today=TODAY)
    assert (found.tax_code, found.kind) == (printed, kind)


def test_a_personal_number_as_tax_code_carries_a_note() -> None:
    found = parse_tax_code("079095001234", today=TODAY)
    assert [doubt.code for doubt in found.doubts] == ["tax-code-is-personal-id"]


def test_the_ten_digit_code_of_an_individual_is_doubted() -> None:
    found = parse_tax_code(f"801234567{check_digit('801234567')}", today=TODAY)
    assert [doubt.code for doubt in found.doubts] == ["tax-code-old-individual"]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", tax_code.TaxCodeEmpty),
        ("abc", tax_code.TaxCodeForm),
        ("010010910", tax_code.TaxCodeForm),
        ("01001091061", tax_code.TaxCodeForm),
        ("0100109106-01", tax_code.TaxCodeForm),
        ("01-00109106", tax_code.TaxCodeForm),
        ("MST 0100109106", tax_code.TaxCodeForm),
        ("0100109107", tax_code.TaxCodeCheckDigit),
        ("0100109107-001", tax_code.TaxCodeCheckDigit),
        ("0100109106-000", tax_code.TaxCodeBranchZero),
        ("003095001234", personal_id.PersonalIdPlaceUnknown),
    ],
)
def test_a_broken_tax_code_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        parse_tax_code(text, today=TODAY)
    assert "Hãy" in word_refusal(refused.value)


@given(st.integers(0, 9), st.integers(1, 9))
def test_a_single_mistyped_digit_is_always_found(place: int, shift: int) -> None:
    good = "0100109106"
    wrong = good[:place] + str((int(good[place]) + shift) % 10) + good[place + 1 :]
    with pytest.raises(tax_code.TaxCodeCheckDigit):
        parse_tax_code(wrong, today=TODAY)


@pytest.mark.parametrize(
    ("text", "national", "kind"),
    [
        ("0912345678", "0912345678", "mobile"),
        ("091 234 5678", "0912345678", "mobile"),
        ("0912.345.678", "0912345678", "mobile"),
        ("+84 912 345 678", "0912345678", "mobile"),
        ("(+84) 0912-345-678", "0912345678", "mobile"),
        ("0084912345678", "0912345678", "mobile"),
        ("84912345678", "0912345678", "mobile"),
        ("０９１２３４５６７８", "0912345678", "mobile"),
        ("0559999999", "0559999999", "mobile"),
        ("024 3825 1234", "02438251234", "landline"),
        ("(028) 38291234", "02838291234", "landline"),
        ("+84 24 3825 1234", "02438251234", "landline"),
        ("0236 3822 123", "02363822123", "landline"),
    ],
)
def test_telephone_numbers_in_all_their_forms(text: str, national: str, kind: str) -> None:
    found = parse_phone(text)
    assert (found.phone, found.kind) == (national, kind)
    assert found.international == "+84" + national[1:]
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("text", "national", "codes"),
    [
        ("01681234567", "0381234567", ["phone-prefix-renewed"]),
        ("+84 120 123 4567", "0701234567", ["phone-prefix-renewed"]),
        ("912345678", "0912345678", ["phone-zero-added"]),
        ("1681234567", "0381234567", ["phone-zero-added", "phone-prefix-renewed"]),
    ],
)
def test_old_and_shortened_numbers_are_put_right_with_a_doubt(
    text: str, national: str, codes: list[str]
) -> None:
    found = parse_phone(text)
    assert found.phone == national
    assert [doubt.code for doubt in found.doubts] == codes


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", phone.PhoneEmpty),
        ("không có", phone.PhoneNotDigits),
        ("0912345678/0987654321", phone.PhoneNotDigits),
        ("0912345678 0987654321", phone.PhoneLength),
        ("09123456+8", phone.PhoneNotDigits),
        ("+1 202 555 0123", phone.PhoneAbroad),
        ("19001234", phone.PhoneService),
        ("1800 1091", phone.PhoneService),
        ("091234567", phone.PhoneLength),
        ("09123456789", phone.PhoneLength),
        ("024382512", phone.PhoneLength),
        ("0161234567", phone.PhonePrefixUnknown),
        ("0311234567", phone.PhonePrefixUnknown),
        ("0511 3822123", phone.PhonePrefixUnknown),
        ("113", phone.PhonePrefixUnknown),
    ],
)
def test_what_cannot_be_called_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        parse_phone(text)
    assert "Hãy" in word_refusal(refused.value)
