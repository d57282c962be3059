"""How many short messages a text makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.notices.rules.sms import sms_parts


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("ồ" * 70, 1),
        ("ồ" * 71, 2),
        ("ồ" * 134, 2),
        ("ồ" * 135, 3),
        ("a" * 100 + "ồ", 2),
        ("[" * 80, 1),
        ("[" * 81, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
    ],
)
def test_a_text_makes_so_many(body: str, parts: int) -> None:
    assert sms_parts(body) == parts


@given(body=some.text(max_size=400), more=some.characters(codec="utf-8"))
def test_a_longer_text_never_makes_fewer(body: str, more: str) -> None:
    assert (
        1
        <= sms_parts(body.encode("utf-8", "ignore").decode())
        <= sms_parts(body.encode("utf-8", "ignore").decode() + more)
    )
