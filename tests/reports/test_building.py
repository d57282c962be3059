"""Reports counted from real lives: every number is that of the facts, adds up, and opens."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from motcua.ledger.caching import one_revision
from motcua.reports.composing import period_words
from motcua.reports.queries.building import report
from motcua.reports.rules.definitions import DEFINITIONS
from motcua.reports.rules.periods import period_called
from motcua.reports.vocabulary import Identity, PeriodKind, ReportName
from tests.support.openings import cells_counted_plainly, cells_of, codes_behind
from tests.support.reporting import AFTER_JULY, AFTER_JUNE, JULY, JUNE, Communes

pytestmark = pytest.mark.usefixtures("proved")
NAMES = pytest.mark.parametrize("name", ReportName)
FIVE_YEARS = (date(2021, 12, 15), date(2026, 7, 14))
QUERIES_MAX = 6
OF_OFFICERS_MAX = 7
"""What was open at the end of a period that is over is asked for in two parts."""


@NAMES
@pytest.mark.parametrize("days", [JUNE, JULY, FIVE_YEARS])
def test_every_number_of_a_commune_is_that_of_its_dossiers(
    communes: Communes, name: ReportName, days: tuple[date, date]
) -> None:
    for place in range(3):
        actor, asked = communes.signatory(place), communes.asked(name, days, place)
        made = report(actor, asked, at=AFTER_JULY)
        assert made.faults == ()
        assert cells_of(made) == cells_counted_plainly(actor, asked, made, AFTER_JULY)


@NAMES
def test_every_number_of_the_city_is_that_of_the_dossiers_below(
    communes: Communes, name: ReportName
) -> None:
    actor, asked = communes.supervisor(), communes.asked_of_city(name)
    made = report(actor, asked, at=AFTER_JULY)
    assert made.faults == ()
    assert cells_of(made) == cells_counted_plainly(actor, asked, made, AFTER_JULY)


@NAMES
def test_every_number_opens_to_as_many_dossiers_as_it_says(
    communes: Communes, name: ReportName
) -> None:
    for actor, asked in (
        (communes.signatory(), communes.asked(name)),
        (communes.supervisor(), communes.asked_of_city(name)),
    ):
        made = report(actor, asked, at=AFTER_JULY)
        open_columns = {column.code for column in made.columns if column.opens}
        told = {
            (key, code): cell.count
            for (key, code), cell in cells_of(made).items()
            if code in open_columns
        }
        assert told
        assert told == {
            (key, code): len(set(codes_behind(actor, asked, key, code, AFTER_JULY)))
            for key, code in told
        }


def test_a_report_made_later_of_an_old_period_is_the_same(communes: Communes) -> None:
    early, late = (
        report(communes.signatory(), communes.asked(), at=at) for at in (AFTER_JUNE, AFTER_JULY)
    )
    assert (early.rows, early.total) == (late.rows, late.total)


def test_what_one_month_leaves_open_the_next_carries(communes: Communes) -> None:
    june = report(communes.signatory(), communes.asked(days=JUNE), at=AFTER_JULY)
    july = report(communes.signatory(), communes.asked(days=JULY), at=AFTER_JULY)
    assert cells_of(june)["total", "open"] == cells_of(july)["total", "carried"]


def test_where_nothing_was_settled_there_is_no_share_and_never_a_hundred(
    communes: Communes,
) -> None:
    made = report(
        communes.supervisor(), communes.asked_of_city(ReportName.ON_TIME, JULY), at=AFTER_JULY
    )
    place = [column.code for column in made.columns].index("on-time-share")
    assert {row.cells[place].percent for row in (*made.rows, made.total)} == {None}


def test_the_parts_of_the_city_are_the_city(communes: Communes) -> None:
    city = report(communes.supervisor(), communes.asked_of_city(ReportName.ON_TIME), at=AFTER_JULY)
    alone = [
        report(
            communes.signatory(place),
            communes.asked(ReportName.ON_TIME, place=place),
            at=AFTER_JULY,
        )
        for place in range(3)
    ]
    for at, column in enumerate(city.columns):
        assert city.total.cells[at].count == sum(one.total.cells[at].count for one in alone), column
    assert Identity.CHILDREN in {check.identity for check in city.checks}


@NAMES
def test_every_report_says_which_arithmetic_it_was_held_against(
    communes: Communes, name: ReportName
) -> None:
    made = report(communes.signatory(), communes.asked(name), at=AFTER_JULY)
    assert {check.identity for check in made.checks} == set(DEFINITIONS[name][-1].identities)


@NAMES
def test_five_years_cost_no_more_queries_than_a_month(
    communes: Communes, name: ReportName, django_assert_max_num_queries: Any
) -> None:
    asked = communes.asked_of_city(name, FIVE_YEARS)
    actor = communes.supervisor()
    most = {ReportName.OFFICERS: OF_OFFICERS_MAX}.get(name, QUERIES_MAX)
    report(actor, asked, at=AFTER_JULY)  # the catalogue is kept from now on
    with one_revision(), django_assert_max_num_queries(most):
        report(actor, asked, at=AFTER_JULY)


@pytest.mark.parametrize(
    ("kind", "number", "words"),
    [
        (PeriodKind.HALF_YEAR, 1, "6 tháng đầu năm 2026 (từ ngày 15/12/2025 đến ngày 14/06/2026)"),
        (PeriodKind.HALF_YEAR, 2, "6 tháng cuối năm 2026 (từ ngày 15/06/2026 đến ngày 14/12/2026)"),
        (PeriodKind.QUARTER, 1, "Quý 1 năm 2026 (từ ngày 15/12/2025 đến ngày 14/03/2026)"),
    ],
)
def test_a_period_is_called_as_offices_call_it(kind: PeriodKind, number: int, words: str) -> None:
    assert period_words(period_called(kind, 2026, number)) == words
