"""The dossier code: by pattern, one per dossier, rolling past 9999 instead of failing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.rules.numbering import (
    DEFAULT_PATTERN,
    PatternFaulty,
    check_pattern,
    dossier_code,
)
from motcua.kernel.identifiers.dossier_code import parse_dossier_code

DAY = date(2024, 1, 15)


def test_the_default_pattern_gives_the_national_form() -> None:
    code = dossier_code(DEFAULT_PATTERN, agency_code="H26.45", day=DAY, serial=1)
    assert code == "H26.45-240115-0001"


def test_the_serial_rolls_past_9999() -> None:
    code = dossier_code(DEFAULT_PATTERN, agency_code="H26.45", day=DAY, serial=10_000)
    assert code == "H26.45-240115-10000"


def test_a_pattern_may_use_the_long_day_and_another_width() -> None:
    check_pattern("{agency}-{yyyymmdd}-{serial:6}")
    code = dossier_code("{agency}-{yyyymmdd}-{serial:6}", agency_code="G09", day=DAY, serial=7)
    assert code == "G09-20240115-000007"


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{agency}-{serial:4}", "not-unique"),
        ("{yymmdd}-{serial:4}", "not-unique"),
        ("{agency}-{yymmdd}", "not-unique"),
        ("{agency}-{yymmdd}-{serial:4}{serial:4}", "not-unique"),
        ("{agency}-{yymmdd}-{seriel:4}", "unknown-token"),
        ("{agency}-{yymmdd}-{serial:4", "unknown-token"),
        ("{agency} {yymmdd} {serial:4}", "characters"),
        ("{agency}/{yymmdd}/{serial:4}", "characters"),
        ("hs-{agency}-{yymmdd}-{serial:4}", "characters"),
    ],
)
def test_a_pattern_that_could_repeat_a_code_is_refused(pattern: str, why: str) -> None:
    with pytest.raises(PatternFaulty) as refusal:
        check_pattern(pattern)
    assert refusal.value.params["why"] == why


def test_a_code_longer_than_50_characters_is_refused() -> None:
    with pytest.raises(PatternFaulty):
        dossier_code(DEFAULT_PATTERN, agency_code="H" * 45, day=DAY, serial=1)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 9_999_999))
def test_every_code_of_the_default_pattern_reads_back(day: date, serial: int) -> None:
    code = dossier_code(DEFAULT_PATTERN, agency_code="H26.45", day=day, serial=serial)
    parsed = parse_dossier_code(code, today=date(2099, 12, 31))
    assert (parsed.date, int(parsed.serial)) == (day, serial)


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_two_serials_of_a_day_never_share_a_code(one: int, other: int) -> None:
    codes = {
        dossier_code(DEFAULT_PATTERN, agency_code="H26", day=DAY, serial=serial)
        for serial in (one, other)
    }
    assert len(codes) == len({one, other})
