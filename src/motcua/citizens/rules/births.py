"""A day of birth as people type it. Pure."""

from __future__ import annotations

import re
from datetime import date

from motcua.kernel.characters import plain_code
from motcua.kernel.refusal import Refusal

TYPED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{2})(\d{2})(\d{4})", re.ASCII)
OLDEST_YEARS = 130


class BirthDateFaulty(Refusal):
    """No day that anybody alive may be born on."""

    code = "birth-date-faulty"


def birth_date_of(text: str, *, today: date, field: str = "birth_date") -> date | None:
    """`05/11/1946`, `5-11-1946` or `05111946`; None for nothing. Refusals: BirthDateFaulty."""
    typed = plain_code(text[:40])
    if not typed:
        return None
    found = TYPED.fullmatch(typed)
    parts = [int(part) for part in (found.groups() if found else ()) if part is not None]
    try:
        day, month, year = parts
        born = date(year, month, day)
    except ValueError as fault:
        raise BirthDateFaulty(field=field) from fault
    if born > today or today.year - born.year > OLDEST_YEARS:
        raise BirthDateFaulty(field=field)
    return born
