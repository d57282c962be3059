"""Conditions built from pickers: rows of single statements, all or any of which must hold. Pure.

A statement is an atom of `conditions` as JSON, or `{"not": atom}`; one that compares with what the
administrator types has None there: `{"at_least": ["age", None]}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from motcua.eforms.rules.formulas import a_number
from motcua.eforms.rules.shapes import Field, Form, Repeat
from motcua.eforms.rules.structure import Node, structure_of
from motcua.eforms.vocabulary import COMPOUND_PARTS, FieldKind
from motcua.kernel.identifiers.card_dates import CardDateBroken, parse_day
from motcua.kernel.identifiers.personal_id import FEMALE, MALE

Statement = dict[str, Any]
ROWS_MAX: Final = 12
_NUMBERS: Final = (FieldKind.NUMBER, FieldKind.MONEY_VND)
_DAYS: Final = (FieldKind.DATE, FieldKind.BIRTH_DATE)
OF_NUMBERS: Final = ("at_least", "at_most", "more_than", "less_than")
OF_DAYS: Final = ("before", "not_after")


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with what was typed beside it ("" where it needs nothing)."""

    statement: Statement
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Picked:
    """`is_any`: one of the rows is enough."""

    rows: tuple[Row, ...] = ()
    is_any: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """Statements about one question, named by its path."""

    path: str
    statements: tuple[Statement, ...]


def offers(form: Form, node: Node | None, *, with_itself: bool = False) -> tuple[Offer, ...]:
    """What an item (None: a page) may be made to depend on, in the order of the form; for what must
    hold of its answer also the item itself and its parts."""
    return tuple(_offers(form, node, with_itself=with_itself))


def _offers(form: Form, stands_at: Node | None, *, with_itself: bool) -> Iterator[Offer]:
    inside = stands_at.repeat if stands_at is not None else None
    for node in structure_of(form).nodes.values():
        item = node.item
        is_far = node.repeat is not None and node.repeat is not inside
        is_itself = node is stands_at
        if (is_itself and not with_itself) or is_far or not isinstance(item, Field | Repeat):
            continue
        if isinstance(item, Repeat):
            yield Offer(node.dotted, _numbers({"count": node.dotted}))
        elif item.kind is not FieldKind.NOTE:
            yield Offer(node.dotted, tuple(_about(item, node.dotted)))
            for part, kind in COMPOUND_PARTS.get(item.kind, {}).items():
                path = f"{node.dotted}.{part}"
                of_day = tuple(_of_day(path)) if kind in _DAYS else ()
                answered = ({"answered": path}, {"not": {"answered": path}}) if is_itself else ()
                if any(one.key == part for one in item.parts) and (of_day or answered):
                    yield Offer(path, (*of_day, *answered))


def _about(item: Field, path: str) -> Iterator[Statement]:
    values: tuple[Any, ...] = tuple(choice.code for choice in item.choices)
    if item.kind is FieldKind.YES_NO:
        values = (True, False)
    if item.kind is FieldKind.SEX:
        values = (MALE, FEMALE)
    word = "includes" if item.kind is FieldKind.CHOICES else "is"
    for value in values:
        yield {word: [path, value]}
    if item.kind is FieldKind.CHOICE and len(values) > 2:
        yield from ({"not": {"is": [path, value]}} for value in values)
    if item.kind in _NUMBERS or item.shown_as in _NUMBERS:
        yield from _numbers(path)
    if item.kind in _DAYS:
        yield from _of_day(path)
    yield {"answered": path}
    yield {"not": {"answered": path}}


def _numbers(of: Any) -> tuple[Statement, ...]:
    return tuple({word: [of, None]} for word in OF_NUMBERS)


def _of_day(path: str) -> Iterator[Statement]:
    yield from ({word: [path, None]} for word in OF_DAYS)
    yield {"age_at_least": [path, None]}
    yield {"not": {"age_at_least": [path, None]}}


def picked_of(form: Form, document: Any, node: Node | None) -> Picked | None:
    """The condition as rows; None when it says more than rows can."""
    if document is None:
        return Picked()
    operation, given = next(iter(document.items()))
    if operation in ("all", "any"):
        rows = [row for part in given for row in _rows(form, part, node, is_any=operation == "any")]
        return None if None in rows else Picked(_known(rows), operation == "any")
    rows = list(_rows(form, document, node, is_any=True))
    return None if None in rows else Picked(_known(rows), len(rows) > 1)


def _known(rows: list[Row | None]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row is not None)


def _rows(form: Form, part: Any, node: Node | None, *, is_any: bool) -> Iterator[Row | None]:
    operation, given = next(iter(part.items()))
    if operation == "is_one_of" and (is_any or len(given[1]) == 1):
        for value in given[1]:
            yield _row(form, {"is": [given[0], value]}, node)
    elif operation == "not" and isinstance(given, dict):
        row = _row(form, given, node)
        yield Row({"not": row.statement}, row.typed) if row else None
    else:
        yield _row(form, part, node)


def _row(form: Form, atom: Any, node: Node | None) -> Row | None:
    operation, given = next(iter(atom.items()))
    if operation == "answered":
        path = _full(form, given, node)
        return Row({operation: path}) if path else None
    if operation in ("is", "includes"):
        path = _full(form, given[0], node)
        return Row({operation: [path, given[1]]}) if path else None
    if operation in (*OF_NUMBERS, *OF_DAYS, "age_at_least") and len(given) == 2:
        return _compared(form, operation, given, node)
    return None


def _compared(form: Form, operation: str, given: list[Any], node: Node | None) -> Row | None:
    of, value = given
    typed = _typed(operation, value)
    if isinstance(of, str):
        of = _full(form, of, node)
    elif isinstance(of, dict) and "count" in of:
        of = {"count": _full(form, of["count"], node)}
    else:
        return None
    return Row({operation: [of, None]}, typed) if of and typed else None


def _typed(operation: str, value: Any) -> str:
    if operation in OF_DAYS:
        day = value.get("day") if isinstance(value, dict) else None
        return ".".join(reversed(day.split("-"))).replace(".", "/") if isinstance(day, str) else ""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value).replace(".", ",") if is_number else ""


def _full(form: Form, path: str, node: Node | None) -> str:
    """The path from the top of the form; "" where it leads nowhere."""
    target = structure_of(form).target(path, node)
    return ".".join((*target.node.path, *target.parts)) if target is not None else ""


def needs_words(statement: Statement) -> bool:
    """Whether something must be typed beside the statement."""
    inner = statement.get("not", statement)
    given = next(iter(inner.values()))
    return isinstance(given, list) and len(given) == 2 and given[1] is None


def built(picked: Picked) -> Any:
    """The condition of the rows as JSON; None without rows. What is typed and cannot be read makes the
    row faulty: `faulty_row` tells which."""
    parts = [_filled(row) for row in picked.rows]
    known = [one for one in parts if one is not None]
    if not known:
        return None
    if len(known) == 1:
        return known[0]
    return {"any" if picked.is_any else "all": known}


def faulty_row(picked: Picked) -> int | None:
    """The first row whose typed value cannot be read."""
    faulty = (at for at, row in enumerate(picked.rows) if _filled(row) is None)
    return next(faulty, None)


def _filled(row: Row) -> Any:
    if not needs_words(row.statement):
        return row.statement
    inner = row.statement.get("not", row.statement)
    operation, (of, _none) = next(iter(inner.items()))
    value = _value(operation, row.typed)
    if value is None:
        return None
    filled = {operation: [of, value]}
    return {"not": filled} if "not" in row.statement else filled


def _value(operation: str, typed: str) -> Any:
    if operation in OF_DAYS:
        try:
            return {"day": parse_day(typed, "day").isoformat()}
        except CardDateBroken:
            return None
    number = a_number(typed.strip().replace(".", "").replace(",", "."))
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
