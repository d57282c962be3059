"""What a source says of the time of a whole group, read as a limit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from motcua.dossiers.vocabulary import Limit
from motcua.interlinked.whole_limit import stated_limit
from motcua.worktime.vocabulary import Unit

WORKING, CALENDAR = Unit.WORKING_DAYS, Unit.CALENDAR_DAYS


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("03 ngày làm việc; cần xác minh không quá 05 ngày làm việc", (WORKING, 3)),
        ("Không quá thời hạn luật định", None),
        ("10 ngày", (CALENDAR, 10)),
        ("10 ngày, kể từ khi nhận đủ", (CALENDAR, 10)),
        ("0 ngày làm việc", None),
        ("", None),
        ("5 ngàyy", None),
    ],
)
def test_only_a_number_of_days_at_the_beginning_is_a_limit(
    words: str, limit: tuple[Unit, int] | None
) -> None:
    wanted = Limit(unit=limit[0], value=Decimal(limit[1])) if limit else None
    assert stated_limit(words) == wanted
