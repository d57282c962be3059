"""Contacts have one spelling and are shown masked; codes are paced, whatever the moments."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.citizens.rules.births import BirthDateFaulty, birth_date_of
from motcua.citizens.rules.codes import (
    DAY,
    HOUR,
    PAUSE,
    PER_DAY,
    PER_HOUR,
    CodeMissing,
    CodesTooMany,
    CodeTooSoon,
    check_pace,
    code_digest,
    contact_digest,
    typed_code,
)
from motcua.citizens.rules.contacts import (
    ContactFaulty,
    ContactMissing,
    ContactNoMobile,
    masked,
    parse_contact,
)
from motcua.citizens.rules.memberships import LastManager, check_someone_manages
from motcua.citizens.vocabulary import CodePurpose, Contact, ContactKind, MemberRole
from motcua.kernel.refusal import Refusal
from tests.support.clock import PLAIN_MORNING

TODAY = date(2026, 6, 10)
KEY = b"chi-de-thu"


@pytest.mark.parametrize(
    "typed", ["0912 000 111", "+84 912.000.111", " 0912-000-111 ", "84912000111"]
)
def test_a_phone_has_one_spelling(typed: str) -> None:
    assert parse_contact(typed) == Contact(ContactKind.PHONE, "0912000111")


@pytest.mark.parametrize("typed", ["Lan@Example.VN", " lan@example.vn\u200b"])
def test_a_mailbox_has_one_spelling(typed: str) -> None:
    assert parse_contact(typed) == Contact(ContactKind.EMAIL, "lan@example.vn")


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", ContactMissing),
        ("  ", ContactMissing),
        ("024 3826 1234", ContactNoMobile),
        ("0912", ContactFaulty),
        ("+1 202 555 0100", ContactFaulty),
        ("lan@", ContactFaulty),
        ("lan@localhost", ContactFaulty),
        ("a..b@example.vn", ContactFaulty),
        ("lan@example.vn\nBcc: x@y.vn", ContactFaulty),
        ("x" * 300 + "@example.vn", ContactFaulty),
    ],
)
def test_what_reaches_nobody_is_refused(typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_contact(typed)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_contact_or_a_refusal_and_reads_the_same_again(typed: str) -> None:
    try:
        contact = parse_contact(typed)
    except Refusal:
        return
    assert parse_contact(contact.value) == contact
    assert contact.value not in masked(contact)


def test_a_masked_contact_tells_its_end_only() -> None:
    assert masked(parse_contact("0912000111")) == "•••••••111"
    assert masked(parse_contact("lan@example.vn")) == "l•••@example.vn"


def test_a_digest_fits_its_own_contact_purpose_code_and_key_alone() -> None:
    lan, binh = (Contact(ContactKind.PHONE, number) for number in ("0912000111", "0912000222"))
    made = {
        code_digest(key, contact, purpose, code)
        for key in (KEY, b"khac")
        for contact in (lan, binh)
        for purpose in CodePurpose
        for code in ("123456", "654321")
    }
    assert len(made) == 16
    assert contact_digest(KEY, lan) != contact_digest(KEY, binh)


@given(st.lists(st.integers(0, 2 * 24 * 3600), max_size=40))
def test_however_one_asks_no_more_codes_are_sent_than_allowed(seconds: list[int]) -> None:
    sent: list[datetime] = []
    for moment in sorted(PLAIN_MORNING + timedelta(seconds=one) for one in seconds):
        try:
            check_pace(sent, moment)
        except (CodeTooSoon, CodesTooMany):
            continue
        sent.append(moment)
    assert all(later - earlier >= PAUSE for earlier, later in pairwise(sent))
    for span, most in ((HOUR, PER_HOUR), (DAY, PER_DAY)):
        assert all(sum(timedelta() <= one - start < span for one in sent) <= most for start in sent)


def test_the_wait_that_is_told_is_long_enough() -> None:
    sent = [PLAIN_MORNING + timedelta(minutes=2 * place) for place in range(PER_HOUR)]
    at = sent[-1] + timedelta(minutes=2)
    with pytest.raises(CodesTooMany) as refused:
        check_pace(sent, at)
    check_pace(sent, at + timedelta(minutes=refused.value.params["minutes"]))


@pytest.mark.parametrize("typed", ["123456", " 123 456 ", "123-456", "１２３４５６"])
def test_a_code_is_read_however_it_is_spaced(typed: str) -> None:
    assert typed_code(typed) == "123456"


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12345a", "một hai"])
def test_what_is_no_code_costs_no_try(typed: str) -> None:
    with pytest.raises(CodeMissing):
        typed_code(typed)


@pytest.mark.parametrize(
    "typed", ["5/11/1946", "05-11-1946", "05.11.1946", "05111946", " 5 / 11 / 1946"]
)
def test_a_day_of_birth_is_read_as_people_type_it(typed: str) -> None:
    assert birth_date_of(typed, today=TODAY) == date(1946, 11, 5)


@pytest.mark.parametrize("typed", ["31/02/1950", "1946", "11/06/2026", "01/01/1890", "mai"])
def test_nobody_alive_is_born_on_such_a_day(typed: str) -> None:
    with pytest.raises(BirthDateFaulty):
        birth_date_of(typed, today=TODAY)


@given(
    st.dictionaries(st.integers(1, 6), st.sampled_from(MemberRole), min_size=1), st.integers(1, 6)
)
def test_members_never_stay_without_a_manager(roles: dict[int, MemberRole], leaving: int) -> None:
    others = [role for citizen, role in roles.items() if citizen != leaving]
    try:
        check_someone_manages(roles, leaving)
    except LastManager:
        assert others
        assert MemberRole.MANAGER not in others
    else:
        assert not others or MemberRole.MANAGER in others
