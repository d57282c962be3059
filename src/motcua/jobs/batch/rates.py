"""`motcua rates`: `{"id", "numerator", "denominator", "decimals"}` -> `{"id", "percent": "99.75"}`.

Numbers are integers, strings of decimals, or JSON decimals taken as they were written; `decimals` is 2
when left out. `percent` is null when the denominator is 0.
"""

from __future__ import annotations

from typing import Any, Final

from motcua.jobs.batch.fields import fraction, whole
from motcua.kernel.rates import percent

Line = dict[str, Any]
DECIMALS: Final = 2


def answer(line: Line) -> Line:
    """The rate of one line. Refuses negatives, wrong types and more than 12 decimals."""
    rate = percent(
        fraction(line, "numerator"),
        fraction(line, "denominator"),
        whole(line, "decimals", DECIMALS),
    )
    return {"id": line.get("id"), "percent": rate}
