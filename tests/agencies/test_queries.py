"""Reading agencies: the tree of a day, codes, and what an answer costs."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.agencies.queries import (
    agencies_tree,
    agency_on,
    agency_with_code,
    ancestors,
    subtree_ids,
    unit_for_sector,
)
from motcua.ledger.caching import one_revision
from tests.support.clock import PLAIN_WEDNESDAY
from tests.support.offices import LONG_AGO, agency_id, load_2020, load_today

pytestmark = pytest.mark.django_db


def test_the_tree_of_2020_has_three_levels_and_that_of_today_two() -> None:
    load_2020()
    long_ago = {row.agency.slug: row.depth for row in agencies_tree(LONG_AGO)}
    today = {row.agency.slug: row.depth for row in agencies_tree(PLAIN_WEDNESDAY)}
    assert long_ago["xa-bat-trang-huyen-gia-lam"] == 2
    assert len(long_ago) == 24
    assert today["xa-bat-trang"] == 1
    assert "huyen-gia-lam" not in today


def test_the_whole_tree_is_one_query(django_assert_num_queries: object) -> None:
    load_2020()
    with django_assert_num_queries(1):  # type: ignore[operator]
        agencies_tree(LONG_AGO)


def test_an_agency_is_found_by_its_identification_code_of_that_day() -> None:
    load_today()
    found = agency_with_code("H26.45", PLAIN_WEDNESDAY)
    assert found is not None
    assert found.slug == "xa-gia-lam"
    assert agency_with_code("H26.45", LONG_AGO) is None


def test_a_statistics_code_identifies_nobody() -> None:
    load_today()
    assert agency_with_code("00565", PLAIN_WEDNESDAY) is None


def test_an_answer_is_kept_while_the_catalogue_stands(django_assert_num_queries: object) -> None:
    load_today()
    office = agency_id()
    agency_on(office, PLAIN_WEDNESDAY)
    ancestors(office, PLAIN_WEDNESDAY)
    with django_assert_num_queries(1), one_revision():  # type: ignore[operator]
        agency_on(office, PLAIN_WEDNESDAY)
        ancestors(office, PLAIN_WEDNESDAY)


def test_who_is_unknown_has_nothing_above_and_nothing_below() -> None:
    assert agency_on(404, PLAIN_WEDNESDAY) is None
    assert ancestors(404, PLAIN_WEDNESDAY) == ()
    assert subtree_ids(404, PLAIN_WEDNESDAY) == frozenset()
    assert unit_for_sector(404, "ho-tich", date(2026, 1, 1)) is None
