"""What must be known of a partner, and of a paper by which an agency answers: every fault at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from motcua.exchange.rules.on_paper import PaperAnswer, PaperAnswerRefused, decide_paper
from motcua.exchange.rules.partners import (
    PartnerInput,
    PartnerRefused,
    decide_partner,
    is_address,
)
from motcua.exchange.vocabulary import OnPaper

KEY = "ab" * 32
TODAY = date(2026, 11, 23)
SIGNED = PaperAnswer(answer=OnPaper.ACCEPTED, by="Lê Văn Tám", number="15/GNHS", day=TODAY)


def test_a_partner_is_kept_in_plain_words() -> None:
    typed = PartnerInput(name="  UBND  xã ", address="https://b.example/", key=" AB" * 32)
    kept = decide_partner(typed, own_key="0" * 64)
    assert kept == PartnerInput(name="UBND xã", address="https://b.example", key=KEY)


def test_every_fault_of_a_partner_is_told_at_once() -> None:
    with pytest.raises(PartnerRefused) as refused:
        decide_partner(PartnerInput(name="", address="b.example", key="?"), own_key=KEY)
    assert [one.field for one in refused.value.problems] == ["name", "address", "key"]


def test_nobody_is_his_own_partner() -> None:
    with pytest.raises(PartnerRefused) as refused:
        decide_partner(PartnerInput(name="A", address="https://b", key=KEY), own_key=KEY)
    assert refused.value.problems[0].code == "partner-is-ourselves"


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://motcua.xa.gov.vn", True),
        ("https://motcua.xa.gov.vn:8443/mot-cua", True),
        ("http://127.0.0.1:8001", True),
        ("http://motcua.xa.gov.vn", False),
        ("https://user@b.example", False),
        ("https://b.example?x=1", False),
        ("https://b.example#x", False),
        ("https://b.example:99999", False),
        ("https://[x", False),
        ("file:///etc/passwd", False),
        ("https://b.example/ x", False),
        ("", False),
    ],
)
def test_what_is_an_address(address: str, is_one: bool) -> None:
    assert is_address(address) is is_one


def test_a_paper_names_who_signed_and_which_it_is() -> None:
    assert decide_paper(SIGNED, TODAY).signed == "Lê Văn Tám (15/GNHS, 23/11/2026)"


@pytest.mark.parametrize("answer", [OnPaper.REFUSED, OnPaper.RETURNED])
def test_every_fault_of_a_paper_is_told_at_once(answer: OnPaper) -> None:
    given: Any = PaperAnswer(answer=answer, by=" ", number="", day=date(2026, 11, 24))
    with pytest.raises(PaperAnswerRefused) as refused:
        decide_paper(given, TODAY)
    assert [one.field for one in refused.value.problems] == ["by", "number", "day", "words"]
