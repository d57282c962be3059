"""Computed values: a closed language written as JSON, read once, evaluated without surprises.

    "child.birth_date"                      what was answered there (dotted path; nearest scope first)
    12, 0.5, {"text": "…"}, {"day": "2025-07-01"}, {"today": true}      constants, the day of checking
    {"add": [a, b …]}, {"multiply": [a, b …]}, {"subtract": [a, b]}, {"divide": [a, b]}
    {"round": [a, digits]}, {"smallest": [a …]}, {"largest": [a …]}, {"first_of": [a …]}
    {"count": "members"}, {"sum_of": "members.amount"}      over a repeat; what is not answered counts 0
    {"age": birth}, {"years_between": [a, b]}, {"days_between": [a, b]}
    {"join": [a …]}                         texts with a space between, leaving out what is missing

Whatever is not answered, hidden or of the wrong sort makes the value None, never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, DecimalException
from typing import Any, Final, Protocol

from motcua.kernel.identifiers.card_dates import parse_birth
from motcua.kernel.refusal import Refusal

DEPTH_MAX: Final = 8
ARGUMENTS_MAX: Final = 50
_RESULT_MAX: Final = Decimal(10**18)
_DECIMALS: Final = Decimal("0.000001")


class ExpressionFaulty(Refusal):
    """A condition or formula cannot be read; `why` is a code, `found` what stands there."""

    code = "form-expression-faulty"


class Answers(Protocol):
    """Where an expression stands: what is answered around it, and the day."""

    @property
    def today(self) -> date: ...

    def one(self, path: str) -> Any:
        """The value, or None when it is not answered, hidden or faulty."""

    def many(self, path: str) -> Sequence[Any]:
        """The values of one field in all items of a repeat; of a repeat itself, its items."""


@dataclass(frozen=True, slots=True)
class Formula:
    """One operation. `arguments` are formulas, or for a leaf the path or constant."""

    operation: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A path that an expression looks at; `many` when it looks through a repeat."""

    path: str
    many: bool = False


_LISTS: Final = {
    "add": (1, ARGUMENTS_MAX),
    "multiply": (1, ARGUMENTS_MAX),
    "subtract": (2, 2),
    "divide": (2, 2),
    "round": (2, 2),
    "smallest": (1, ARGUMENTS_MAX),
    "largest": (1, ARGUMENTS_MAX),
    "first_of": (1, ARGUMENTS_MAX),
    "years_between": (2, 2),
    "days_between": (2, 2),
    "join": (1, ARGUMENTS_MAX),
}


def read_formula(document: Any, depth: int = 0) -> Formula:
    """A formula from JSON. Refusals: ExpressionFaulty."""
    if isinstance(document, str):
        return Formula("ref", (a_path(document),))
    if isinstance(document, int | float) and not isinstance(document, bool):
        return Formula("constant", (_number_constant(document),))
    operation, given = only_pair(document, depth)
    if operation in _LISTS:
        return Formula(operation, tuple(_formulas(given, _LISTS[operation], depth)))
    if operation in ("count", "sum_of"):
        return Formula(operation, (a_path(given),))
    if operation == "age":
        return Formula(operation, (read_formula(given, depth + 1),))
    return _constant(operation, given)


def only_pair(document: Any, depth: int) -> tuple[str, Any]:
    """`{"operation": given}` taken apart. Refusals: ExpressionFaulty."""
    if depth > DEPTH_MAX:
        raise ExpressionFaulty(why="too-deep")
    if not isinstance(document, Mapping) or len(document) != 1:
        raise ExpressionFaulty(why="not-one-operation")
    operation, given = next(iter(document.items()))
    return str(operation), given


def a_path(given: Any) -> str:
    """A dotted path. Refusals: ExpressionFaulty."""
    if isinstance(given, str) and 0 < len(given) <= 200 and all(given.split(".")):
        return given
    raise ExpressionFaulty(why="not-a-path")


def _formulas(given: Any, bounds: tuple[int, int], depth: int) -> Iterator[Formula]:
    if not isinstance(given, list) or not bounds[0] <= len(given) <= bounds[1]:
        raise ExpressionFaulty(why="wrong-number-of-arguments")
    return (read_formula(one, depth + 1) for one in given)


def _number_constant(number: int | float) -> Decimal:
    value = Decimal(number) if isinstance(number, int) else Decimal(str(number))
    if not value.is_finite() or abs(value) > _RESULT_MAX:
        raise ExpressionFaulty(why="not-a-number")
    return value


def _constant(operation: str, given: Any) -> Formula:
    if operation == "today" and given is True:
        return Formula("today", ())
    if operation == "text" and isinstance(given, str):
        return Formula("constant", (given,))
    if operation == "day" and isinstance(given, str) and a_day(given):
        return Formula("constant", (given,))
    raise ExpressionFaulty(why="unknown-operation", found=operation[:40])


def references_of(formula: Formula) -> Iterator[Reference]:
    """Every path the formula looks at."""
    if formula.operation in ("ref", "count", "sum_of"):
        yield Reference(formula.arguments[0], many=formula.operation != "ref")
    for argument in formula.arguments:
        if isinstance(argument, Formula):
            yield from references_of(argument)


def value_of(formula: Formula, answers: Answers) -> Any:
    """What the formula gives here: `str`, `Decimal`, or None."""
    if formula.operation == "constant":
        return formula.arguments[0]
    if formula.operation == "ref":
        return answers.one(formula.arguments[0])
    if formula.operation == "today":
        return answers.today.isoformat()
    if formula.operation == "count":
        return Decimal(len(answers.many(formula.arguments[0])))
    if formula.operation == "sum_of":
        found = map(a_number, answers.many(formula.arguments[0]))
        return sum((one for one in found if one is not None), Decimal(0))
    values = [value_of(argument, answers) for argument in formula.arguments]
    try:
        return _bounded(_OPERATIONS[formula.operation](values, answers.today))
    except DecimalException:
        return None


def kept_value(formula: Formula, answers: Answers) -> int | str | None:
    """As `value_of`, in plain JSON: whole numbers as int, others as text."""
    value = value_of(formula, answers)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Decimal):
        return _plain_number(Decimal(value))
    return value if isinstance(value, str) else None


def a_number(value: Any) -> Decimal | None:
    """The number that was answered, if it is one (numbers with decimals are kept as text)."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        number = Decimal(value)
    except DecimalException:
        return None
    return number if number.is_finite() and abs(number) <= _RESULT_MAX else None


def a_day(value: Any) -> date | None:
    """The day that was answered; of a birth of which only the year or month is known, its first."""
    if not isinstance(value, str):
        return None
    try:
        return parse_birth(value).earliest()
    except Refusal:
        return None


def years_between(earlier: date, later: date) -> int:
    """Whole years; a birthday on 29 February is reached on 1 March."""
    not_yet = (later.month, later.day) < (earlier.month, earlier.day)
    return later.year - earlier.year - not_yet


def _plain_number(number: Decimal) -> int | str | None:
    if abs(number) > _RESULT_MAX:
        return None
    rounded = number.quantize(_DECIMALS)
    whole = rounded.to_integral_value()
    return int(whole) if rounded == whole else format(rounded.normalize(), "f")


def _bounded(value: Any) -> Any:
    too_big = isinstance(value, Decimal) and (not value.is_finite() or abs(value) > _RESULT_MAX)
    return None if too_big else value


def _numbers(values: list[Any]) -> list[Decimal] | None:
    numbers = [a_number(value) for value in values]
    known = [number for number in numbers if number is not None]
    return known if len(known) == len(values) else None


def _of_numbers(work: Callable[[list[Decimal]], Decimal | None]) -> _Operation:
    def operation(values: list[Any], _today: date) -> Any:
        numbers = _numbers(values)
        return None if numbers is None else work(numbers)

    return operation


def _of_days(work: Callable[[date, date], int]) -> _Operation:
    def operation(values: list[Any], today: date) -> Any:
        days = [a_day(value) for value in (*values, today.isoformat())]
        first, second = days[0], days[1]
        return None if first is None or second is None else Decimal(work(first, second))

    return operation


def _product(numbers: list[Decimal]) -> Decimal:
    product = Decimal(1)
    for number in numbers:
        product *= number
    return product


def _round(numbers: list[Decimal]) -> Decimal | None:
    number, digits = numbers
    if not 0 <= digits <= 6:
        return None
    return number.quantize(Decimal(1).scaleb(-int(digits)))


def _join(values: list[Any], _today: date) -> str | None:
    plain = [_plain_number(one) if isinstance(one, Decimal) else one for one in values]
    words = [str(one) for one in plain if isinstance(one, int | str) and not isinstance(one, bool)]
    return " ".join(word for word in words if word) or None


def _first(values: list[Any], _today: date) -> Any:
    return next((value for value in values if value is not None), None)


_Operation = Callable[[list[Any], date], Any]
_OPERATIONS: Final[Mapping[str, _Operation]] = {
    "add": _of_numbers(lambda numbers: sum(numbers, Decimal(0))),
    "multiply": _of_numbers(_product),
    "subtract": _of_numbers(lambda numbers: numbers[0] - numbers[1]),
    "divide": _of_numbers(lambda numbers: numbers[0] / numbers[1]),
    "round": _of_numbers(_round),
    "smallest": _of_numbers(min),
    "largest": _of_numbers(max),
    "age": _of_days(years_between),
    "years_between": _of_days(years_between),
    "days_between": _of_days(lambda first, second: (second - first).days),
    "join": _join,
    "first_of": _first,
}
