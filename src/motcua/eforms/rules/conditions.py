"""When something is asked, and what must hold: conditions written as JSON, true, false or not known.

    {"is": ["marital_status", "divorced"]}          the answer is this value (text, true/false, number)
    {"is_one_of": ["relation", ["father", "mother"]]}
    {"includes": ["papers_asked", "birth"]}         one of several choices is ticked
    {"answered": "spouse"}                          there is an answer
    {"all": [c …]}, {"any": [c …]}, {"not": c}
    {"before": [a, b]}, {"not_after": [a, b]}       days; a and b are formulas
    {"at_least": [a, b]}, {"at_most": [a, b]}, {"more_than": [a, b]}, {"less_than": [a, b]}   numbers
    {"equal": [a, b]}                               two answers are the same
    {"age_at_least": [birth, years]}, {"age_at_least": [birth, years, day]}

What looks at something that is not answered is *not known* (None), and so is its `not`; a field is
asked only when its condition is true, and a check complains only when it is false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from motcua.eforms.rules.formulas import (
    ARGUMENTS_MAX,
    Answers,
    ExpressionFaulty,
    Formula,
    Reference,
    a_day,
    a_number,
    a_path,
    only_pair,
    read_formula,
    references_of,
    value_of,
    years_between,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One operation. `arguments`: conditions for all/any/not, formulas for comparisons, else the
    path and the value or values looked for."""

    operation: str
    arguments: tuple[Any, ...]


_COMPARISONS: Final = {
    "before": (2, 2),
    "not_after": (2, 2),
    "at_least": (2, 2),
    "at_most": (2, 2),
    "more_than": (2, 2),
    "less_than": (2, 2),
    "equal": (2, 2),
    "age_at_least": (2, 3),
}
_ABOUT_ONE: Final = ("is", "is_one_of", "includes")


def read_condition(document: Any, depth: int = 0) -> Condition:
    """A condition from JSON. Refusals: ExpressionFaulty."""
    operation, given = only_pair(document, depth)
    if operation in ("all", "any"):
        parts = _list(given, 1, ARGUMENTS_MAX)
        return Condition(operation, tuple(read_condition(one, depth + 1) for one in parts))
    if operation == "not":
        return Condition(operation, (read_condition(given, depth + 1),))
    if operation == "answered":
        return Condition(operation, (a_path(given),))
    if operation in _ABOUT_ONE:
        path, value = _list(given, 2, 2)
        looked_for = _scalars(value) if operation == "is_one_of" else (_scalar(value),)
        return Condition(operation, (a_path(path), looked_for))
    if operation in _COMPARISONS:
        parts = _list(given, *_COMPARISONS[operation])
        return Condition(operation, tuple(read_formula(one, depth + 1) for one in parts))
    raise ExpressionFaulty(why="unknown-operation", found=operation[:40])


def _list(given: Any, least: int, most: int) -> list[Any]:
    if isinstance(given, list) and least <= len(given) <= most:
        return given
    raise ExpressionFaulty(why="wrong-number-of-arguments")


def _scalar(value: Any) -> Any:
    if isinstance(value, str | bool) or (isinstance(value, int) and abs(value) < 10**18):
        return value
    raise ExpressionFaulty(why="not-a-value")


def _scalars(value: Any) -> tuple[Any, ...]:
    return tuple(_scalar(one) for one in _list(value, 1, ARGUMENTS_MAX))


def looked_at(condition: Condition) -> Iterator[Reference]:
    """Every path the condition looks at."""
    for atom in atoms(condition):
        if isinstance(atom.arguments[0], str):
            yield Reference(atom.arguments[0])
        for argument in atom.arguments:
            if isinstance(argument, Formula):
                yield from references_of(argument)


def atoms(condition: Condition) -> Iterator[Condition]:
    """The parts that are no all, any or not."""
    if condition.operation not in ("all", "any", "not"):
        yield condition
        return
    for part in condition.arguments:
        yield from atoms(part)


Truth = Callable[[Condition], bool | None]


def holds(condition: Condition, answers: Answers) -> bool | None:
    """True, False, or None when it cannot be known from what is answered."""
    return joined(condition, lambda atom: _holds(atom, answers))


def joined(condition: Condition, truth: Truth) -> bool | None:
    """all, any and not over the truth of the atoms (Kleene's three values)."""
    if condition.operation not in ("all", "any", "not"):
        return truth(condition)
    parts = [joined(part, truth) for part in condition.arguments]
    if condition.operation == "not":
        return None if parts[0] is None else not parts[0]
    decisive = condition.operation == "any"
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive


def _holds(atom: Condition, answers: Answers) -> bool | None:
    if atom.operation == "answered":
        return answers.one(atom.arguments[0]) is not None
    if atom.operation in _ABOUT_ONE:
        path, looked_for = atom.arguments
        return says(atom.operation, answers.one(path), looked_for)
    values = [value_of(formula, answers) for formula in atom.arguments]
    return None if None in values else _COMPARING[atom.operation](values, answers)


def says(operation: str, value: Any, looked_for: tuple[Any, ...]) -> bool | None:
    """Whether an answer is, or includes, what is looked for; true and 1 are two things."""
    if value is None:
        return None
    if operation == "includes":
        return isinstance(value, list) and looked_for[0] in value
    return any(type(value) is type(one) and value == one for one in looked_for)


def _of_days(compare: Callable[[Any, Any], bool]) -> Callable[[list[Any], Answers], bool | None]:
    def comparing(values: list[Any], _answers: Answers) -> bool | None:
        first, second = a_day(values[0]), a_day(values[1])
        return None if first is None or second is None else compare(first, second)

    return comparing


def _of_numbers(compare: Callable[[Any, Any], bool]) -> Callable[[list[Any], Answers], bool | None]:
    def comparing(values: list[Any], _answers: Answers) -> bool | None:
        first, second = a_number(values[0]), a_number(values[1])
        return None if first is None or second is None else compare(first, second)

    return comparing


def _age(values: list[Any], answers: Answers) -> bool | None:
    birth, years = a_day(values[0]), a_number(values[1])
    day = a_day(values[2]) if len(values) > 2 else answers.today
    if birth is None or years is None or day is None:
        return None
    return years_between(birth, day) >= years


def _equal(values: list[Any], _answers: Answers) -> bool:
    numbers = [a_number(value) for value in values]
    if None not in numbers:
        return numbers[0] == numbers[1]
    return type(values[0]) is type(values[1]) and bool(values[0] == values[1])


_COMPARING: Final[Mapping[str, Callable[[list[Any], Answers], bool | None]]] = {
    "before": _of_days(lambda first, second: first < second),
    "not_after": _of_days(lambda first, second: first <= second),
    "at_least": _of_numbers(lambda first, second: first >= second),
    "at_most": _of_numbers(lambda first, second: first <= second),
    "more_than": _of_numbers(lambda first, second: first > second),
    "less_than": _of_numbers(lambda first, second: first < second),
    "equal": _equal,
    "age_at_least": _age,
}
