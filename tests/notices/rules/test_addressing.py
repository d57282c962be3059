"""Where a notice goes, and what a list shows of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.notices.rules.addressing import (
    address_digest,
    addresses_of,
    instead_of,
    international,
    is_email,
    masked,
)
from motcua.notices.vocabulary import Address, Carrier, Contact

BOTH = Contact(phone="0912 345 678", email="hong.nhung@example.vn")


def test_a_phone_goes_by_zalo_first_and_the_mailbox_as_well() -> None:
    assert addresses_of([BOTH], list(Carrier)) == (
        Address(Carrier.ZALO, "+84912345678"),
        Address(Carrier.EMAIL, "hong.nhung@example.vn"),
    )


def test_without_zalo_a_phone_goes_by_sms() -> None:
    assert addresses_of([BOTH], [Carrier.SMS]) == (Address(Carrier.SMS, "+84912345678"),)


def test_an_office_without_carriers_tells_nobody() -> None:
    assert addresses_of([BOTH], []) == ()


def test_two_people_with_one_phone_are_told_once() -> None:
    same = Contact(phone="+84 912.345.678")
    assert len(addresses_of([BOTH, same], [Carrier.SMS])) == 1


@pytest.mark.parametrize(
    "phone", ["", "024 3827 6543", "1900 1234", "0912", "abc", "+4915112345678"]
)
def test_what_takes_no_message_is_no_address(phone: str) -> None:
    assert international(phone) == ""


@pytest.mark.parametrize(
    "mailbox",
    [
        "",
        "a",
        "a@b",
        "a b@c.vn",
        "a@b.vn\nBcc: x@y.vn",
        "a@b..vn",
        "a@b.vn,c@d.vn",
        "x" * 250 + "@b.vn",
    ],
)
def test_what_is_no_mailbox_is_not_written_to(mailbox: str) -> None:
    assert not is_email(mailbox)


def test_whom_zalo_does_not_reach_an_sms_may() -> None:
    assert instead_of(Carrier.ZALO, list(Carrier)) is Carrier.SMS
    assert instead_of(Carrier.ZALO, [Carrier.ZALO, Carrier.EMAIL]) is None
    assert instead_of(Carrier.SMS, list(Carrier)) is None
    assert instead_of(Carrier.EMAIL, list(Carrier)) is None


@given(number=some.from_regex(r"\+84[0-9]{9}", fullmatch=True))
def test_a_shown_phone_tells_three_digits_of_nine(number: str) -> None:
    assert masked(number) == f"+84•••{number[-3:]}"


def test_a_shown_mailbox_tells_its_first_letter_and_its_place() -> None:
    assert masked("hong.nhung@example.vn") == "h•••@example.vn"
    assert masked("") == ""


def test_a_mailbox_in_capitals_is_the_same() -> None:
    assert address_digest("A@b.vn") == address_digest("a@B.vn")
