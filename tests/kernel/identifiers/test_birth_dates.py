"""A date of birth survives being kept as ISO text, however much of it is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.identifiers.card_dates import BirthDate, CardDateBroken, parse_birth

BIRTHS = st.one_of(
    st.builds(BirthDate, st.integers(1800, 2100)),
    st.builds(BirthDate, st.integers(1800, 2100), st.integers(1, 12)),
    st.dates()
    .filter(lambda day: day.year >= 1800)
    .map(lambda d: BirthDate(d.year, d.month, d.day)),
)


@given(BIRTHS)
def test_what_was_kept_reads_the_same(birth: BirthDate) -> None:
    assert parse_birth(birth.iso()) == birth


@pytest.mark.parametrize("text", ["1950-13", "1995-02-30", "0000-00", "1950-8"])
def test_what_no_calendar_holds_is_refused(text: str) -> None:
    with pytest.raises(CardDateBroken):
        parse_birth(text)
