from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from motcua.papers.form_sets import (
    FormUnknown,
    NoFormSetInForce,
    form_called,
    form_for,
    form_sets,
    forms_on,
    read_form_sets,
)
from motcua.papers.vocabulary import PaperKind

OVERLAPPING = """
[[set]]
code = "later"
source = "b"
valid_from = 2020-01-01
[set.forms.01]
title = "B"
kind = "SLIP"
words = "later/mau-01.toml"
template = "later/mau-01.typ"

[[set]]
code = "earlier"
source = "a"
valid_from = 2010-01-01
[set.forms.01]
title = "A"
kind = "SLIP"
words = "earlier/mau-01.toml"
template = "earlier/mau-01.typ"
"""


@pytest.mark.parametrize(
    ("on", "form_set"),
    [
        (date(2019, 1, 6), "tt01-2018"),
        (date(2020, 3, 4), "tt01-2018"),
        (date(2025, 9, 14), "tt01-2018"),
        (date(2025, 9, 15), "tt03-2025"),
        (date(2026, 11, 21), "tt03-2025"),
    ],
)
def test_the_set_in_force_on_the_day_is_chosen(on: date, form_set: str) -> None:
    assert form_for(PaperKind.SLIP, on).form_set == form_set


def test_a_day_before_the_first_set_is_refused_with_the_first_day_possible() -> None:
    with pytest.raises(NoFormSetInForce) as refused:
        form_for(PaperKind.SLIP, date(2019, 1, 5))
    assert refused.value.params == {"on": date(2019, 1, 5), "earliest": date(2019, 1, 6)}


def test_a_form_the_set_lacks_is_refused() -> None:
    with pytest.raises(FormUnknown) as refused:
        form_called("tt03-2025/99")
    assert refused.value.params == {"form_no": "99", "form_set": "tt03-2025"}


def test_only_kinds_that_the_circular_of_the_day_has_are_offered() -> None:
    assert PaperKind.STOP_NOTICE not in forms_on(date(2025, 6, 30))
    assert PaperKind.STOP_NOTICE in forms_on(date(2026, 6, 30))


def test_one_set_follows_the_other_without_gap_or_overlap() -> None:
    sets = form_sets()
    assert all(earlier.valid_until == later.valid_from for earlier, later in pairwise(sets))
    assert sets[-1].valid_until is None


def test_every_day_since_the_first_set_has_exactly_one() -> None:
    first = form_sets()[0].valid_from
    days = (first + timedelta(days=count) for count in range(0, 4000, 7))
    assert {sum(form_set.is_in_force(day) for form_set in form_sets()) for day in days} == {1}


def test_every_form_of_every_set_has_its_template() -> None:
    templates = [form.template for form_set in form_sets() for form in form_set.forms.values()]
    assert templates
    assert all(template.is_file() for template in templates)


def test_sets_are_read_earliest_first_however_they_are_written() -> None:
    assert [form_set.code for form_set in read_form_sets(OVERLAPPING)] == ["earlier", "later"]
