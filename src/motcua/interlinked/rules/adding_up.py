"""Do the times of the steps add up to the time of the whole group? Exact arithmetic, along every path.

Steps of one place in the order go on at once: the longest of them counts. Working time and calendar
time are never added.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import groupby

from motcua.interlinked.rules.source import Finding, SourceGroup, StepTime

HOURS_A_DAY = 8
WORKING = {"working_days": Fraction(1), "hours": Fraction(1, HOURS_A_DAY), "same_day": Fraction(1)}
CALENDAR = {"calendar_days": Fraction(1)}


def times_found(group: SourceGroup) -> Iterator[Finding]:
    """What does not add up between the steps and the whole."""
    yield from (
        Finding(code="time-negative", place=one.words, params={"value": one.value}, is_fatal=True)
        for one in group.times
        if (_amount(one.value) or 0) < 0
    )
    if group.total.get("value") is None:
        yield Finding(code="no-total")
        return
    kinds = {_scale(one.unit) for one in group.times} | {_scale(str(group.total.get("unit")))}
    if not group.times:
        yield Finding(code="no-step-times")
    elif None in kinds or len(kinds) > 1:
        yield Finding(code="units-differ")
    else:
        yield from _compared(group)


def _compared(group: SourceGroup) -> Iterator[Finding]:
    whole = _days(str(group.total["value"]), str(group.total["unit"]))
    path = list(_longest_path(group.times))
    summed = sum((_days(one.value, one.unit) for one in path), Fraction(0))
    if summed != whole:
        yield Finding(
            code="sum-above-total" if summed > whole else "sum-below-total",
            params={
                "total": _said(whole),
                "sum": _said(summed),
                "difference": _said(abs(summed - whole)),
                "steps": " + ".join(
                    f"{one.words} ({_said(_days(one.value, one.unit))})" for one in path
                ),
            },
        )


def _longest_path(times: tuple[StepTime, ...]) -> Iterator[StepTime]:
    ordered = sorted(times, key=lambda one: one.order)
    for _order, at_once in groupby(ordered, key=lambda one: one.order):
        yield max(at_once, key=lambda one: _days(one.value, one.unit))


def _scale(unit: str) -> str | None:
    if unit in WORKING:
        return "working"
    return "calendar" if unit in CALENDAR else None


def _days(value: str, unit: str) -> Fraction:
    """A same-day step takes one working day at most."""
    amount = Fraction(1) if unit == "same_day" else Fraction(Decimal(value))
    return amount * (WORKING | CALENDAR)[unit]


def _amount(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def _said(days: Fraction) -> str:
    """As people write it: 2,5; a fraction where no decimal is exact."""
    if days.denominator in (1, 2, 4, 5, 8, 10):
        return format(Decimal(days.numerator) / Decimal(days.denominator), "f").replace(".", ",")
    return f"{days.numerator}/{days.denominator}"
