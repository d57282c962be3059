"""What plain constraints cannot say is held by triggers, on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from motcua.dossiers.models import NumberPattern

pytestmark = pytest.mark.django_db


def pattern(valid_from: date, valid_until: date | None = None) -> NumberPattern:
    return NumberPattern.objects.create(
        pattern="{agency}-{yymmdd}-{serial:4}", valid_from=valid_from, valid_until=valid_until
    )


def test_periods_that_touch_stand_side_by_side() -> None:
    pattern(date(2025, 1, 1), date(2025, 7, 1))
    pattern(date(2025, 7, 1))
    assert NumberPattern.objects.count() == 2


@pytest.mark.parametrize(
    ("valid_from", "valid_until"),
    [
        (date(2025, 3, 1), date(2025, 4, 1)),
        (date(2024, 1, 1), date(2025, 1, 2)),
        (date(2024, 1, 1), None),
        (date(2025, 6, 30), None),
    ],
)
def test_a_period_inside_another_is_refused(valid_from: date, valid_until: date | None) -> None:
    pattern(date(2025, 1, 1), date(2025, 7, 1))
    with pytest.raises(DatabaseError), transaction.atomic():
        pattern(valid_from, valid_until)


def test_an_open_period_cannot_be_stretched_over_the_next() -> None:
    first = pattern(date(2025, 1, 1), date(2025, 7, 1))
    pattern(date(2025, 7, 1))
    with pytest.raises(DatabaseError), transaction.atomic():
        NumberPattern.objects.filter(pk=first.pk).update(valid_until=None)
