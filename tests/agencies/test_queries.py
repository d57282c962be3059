"""Reading agencies: the tree of a day, codes, and what an answer costs."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.agencies.models import Agency
from motcua.agencies.queries import (
    agencies_tree,
    agencies_under,
    agency_on,
    agency_with_code,
    ancestors,
    subtree_ids,
    unit_for_sector,
)
from motcua.agencies.successions import name_of, names_on
from motcua.ledger.caching import forget_all, one_revision
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


def test_all_agencies_below_one_are_two_queries_and_the_revision(
    django_assert_num_queries: object,
) -> None:
    load_2020()
    district = agency_id("huyen-gia-lam")
    forget_all()
    with django_assert_num_queries(3), one_revision():  # type: ignore[operator]
        found = agencies_under(district, LONG_AGO)
    assert {row.id for row in found} == subtree_ids(district, LONG_AGO)
    assert all(row == agency_on(row.id, LONG_AGO) for row in found)
    assert len(found) > 20


def test_an_agency_is_called_what_it_was_called_on_the_day() -> None:
    load_2020()
    load_today()
    asked = frozenset(
        (one, day)
        for one in Agency.objects.values_list("id", flat=True)
        for day in (date(1990, 1, 1), LONG_AGO, PLAIN_WEDNESDAY, date(2040, 1, 1))
    )
    assert names_on(asked) == {one: name_of(*one) for one in asked}
    assert len(set(names_on(asked).values())) > 20
    assert names_on(frozenset()) == {}


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
