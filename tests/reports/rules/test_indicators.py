"""The register of indicators, and the numbers it gives."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reports.rules.definitions import DEFINITIONS
from motcua.reports.rules.indicators import REGISTER, indicator_on
from motcua.reports.vocabulary import COUNTED, Counted, Figures
from motcua.reports.wording import GROUPS, INDICATORS, LABEL_HEADS, REPORTS

TODAY = date(2026, 11, 22)
COUNTS = st.integers(0, 10_000)
FIGURES = st.builds(Figures, **dict.fromkeys(COUNTED, COUNTS))


def _percent(code: str, figures: Figures) -> str | None:
    return indicator_on(code, TODAY).of(Counted(whole=figures)).percent


@pytest.mark.parametrize(
    ("in_time", "settled", "printed"),
    [(45_439, 45_555, "99.75"), (484_490, 484_888, "99.92"), (1, 3, "33.33"), (1, 800, "0.13")],
)
def test_the_share_on_time_is_printed_as_published(
    in_time: int, settled: int, printed: str
) -> None:
    figures = Figures(on_time=in_time, overdue=settled - in_time)
    assert _percent("on-time-share", figures) == printed


def test_where_nothing_was_settled_there_is_no_share() -> None:
    assert _percent("on-time-share", Figures(carried=5, open_in_time=5)) is None
    assert _percent("online-share", Figures(carried=5, open_in_time=5)) is None


def test_the_share_online_leaves_out_what_was_carried_over() -> None:
    assert _percent("online-share", Figures(carried=100, online=3, desk=1)) == "75.00"


def test_the_share_of_procedures_filed_online_counts_only_those() -> None:
    counted = Counted(whole=Figures(online=8, desk=8), offered=Figures(online=8, desk=2))
    assert indicator_on("online-share", TODAY).of(counted).percent == "50.00"
    assert indicator_on("online-share-offered", TODAY).of(counted).percent == "80.00"


@given(FIGURES)
def test_every_share_lies_between_nothing_and_all(figures: Figures) -> None:
    for indicator in REGISTER:
        cell = indicator.of(Counted(whole=figures, offered=figures))
        assert cell.is_share == indicator.is_share
        assert cell.whole is None or 0 <= cell.count <= cell.whole
        exact = Fraction(cell.percent or 0)
        assert 0 <= exact <= 100
        assert not cell.whole or abs(exact - Fraction(100 * cell.count, cell.whole)) <= Fraction(
            1, 200
        )


@given(FIGURES, FIGURES)
def test_figures_add_up_whatever_is_asked_of_them(left: Figures, right: Figures) -> None:
    both = left + right
    for indicator in REGISTER:
        parts = [indicator.of(Counted(whole=one, offered=one)) for one in (left, right)]
        whole = indicator.of(Counted(whole=both, offered=both))
        assert whole.count == sum(part.count for part in parts)


def test_every_indicator_and_column_has_its_words() -> None:
    assert {one.code for one in REGISTER} == INDICATORS.keys()
    plans = [plan for versions in DEFINITIONS.values() for d in versions for plan in d.columns]
    assert {plan.indicator for plan in plans} <= INDICATORS.keys()
    assert {plan.group for plan in plans} <= GROUPS.keys()
    assert DEFINITIONS.keys() == REPORTS.keys() == LABEL_HEADS.keys()


def test_versions_of_an_indicator_follow_one_another() -> None:
    for code in INDICATORS:
        versions = [one for one in REGISTER if one.code == code]
        assert [one.version for one in versions] == list(range(1, len(versions) + 1))
        assert [one.valid_from for one in versions] == sorted(one.valid_from for one in versions)
