"""An office may have its own codes, from a day on and for all below it."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.agencies.queries import ancestors
from motcua.dossiers.allotment import number_pattern
from motcua.dossiers.commands.set_number_pattern import set_number_pattern
from motcua.dossiers.models import NumberPattern
from motcua.dossiers.rules.numbering import DEFAULT_PATTERN, PatternFaulty
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotPermitted
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP, agency_id, load_today, somebody

pytestmark = pytest.mark.django_db
OWN = "{agency}-{yyyymmdd}-{serial:6}"
DAY = date(2026, 11, 20)


def set_for(agency: int | None, pattern: str = OWN, valid_from: date = DAY) -> None:
    set_number_pattern(
        actor=SETUP, at=PLAIN_MORNING, agency_id=agency, pattern=pattern, valid_from=valid_from
    )


def test_without_a_pattern_the_national_form_is_used() -> None:
    load_today()
    assert number_pattern(agency_id(), DAY) == DEFAULT_PATTERN


def test_a_province_sets_the_pattern_of_its_communes() -> None:
    load_today()
    (province,) = ancestors(agency_id(), DAY)
    set_for(province)
    assert number_pattern(agency_id(), DAY) == OWN


def test_the_pattern_of_the_agency_itself_comes_first() -> None:
    load_today()
    set_for(None)
    set_for(agency_id(), DEFAULT_PATTERN)
    assert number_pattern(agency_id(), DAY) == DEFAULT_PATTERN


def test_before_its_day_the_old_pattern_holds() -> None:
    load_today()
    set_for(agency_id())
    assert number_pattern(agency_id(), date(2026, 11, 19)) == DEFAULT_PATTERN


def test_setting_it_again_leaves_one_pattern_for_each_day() -> None:
    load_today()
    for pattern in (OWN, DEFAULT_PATTERN, OWN):
        set_for(agency_id(), pattern)
    assert NumberPattern.objects.filter(agency=agency_id()).count() == 1


def test_a_pattern_that_could_repeat_a_code_is_refused() -> None:
    load_today()
    with pytest.raises(PatternFaulty):
        set_for(agency_id(), "{agency}-{serial:4}")


def test_a_reception_officer_may_not_set_it() -> None:
    load_today()
    with pytest.raises(NotPermitted):
        set_number_pattern(
            actor=somebody(Role.RECEPTION),
            at=PLAIN_MORNING,
            agency_id=None,
            pattern=OWN,
            valid_from=DAY,
        )
