"""Conditions and formulas as people say them, for the editor, for differences between versions and for
the declaration printed to be filled in by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.eforms.rules.conditions import Condition
from motcua.eforms.rules.formulas import Formula, a_day
from motcua.eforms.rules.shapes import Field, Form, Item, Text
from motcua.eforms.rules.structure import Node, structure_of
from motcua.eforms.value_words import NO, YES, value_words, words_of
from motcua.eforms.vocabulary import FieldKind
from motcua.eforms.wording import PARTS

AND, OR, NOT = _(" và "), _(" hoặc "), _("không phải là (%(condition)s)")
QUOTED = _("“%(words)s”")
TODAY = _("hôm nay")
_ABOUT_ONE: Final = {
    "is": _("%(path)s là %(values)s"),
    "is_one_of": _("%(path)s là %(values)s"),
    "includes": _("%(path)s có chọn %(values)s"),
}
ANSWERED = _("đã điền %(path)s")
_COMPARISONS: Final = {
    "before": _("%(first)s trước %(second)s"),
    "not_after": _("%(first)s không sau %(second)s"),
    "at_least": _("%(first)s từ %(second)s trở lên"),
    "at_most": _("%(first)s không quá %(second)s"),
    "more_than": _("%(first)s lớn hơn %(second)s"),
    "less_than": _("%(first)s nhỏ hơn %(second)s"),
    "equal": _("%(first)s bằng %(second)s"),
    "age_at_least": _("người sinh ngày %(first)s đủ %(second)s tuổi"),
}
AGE_ON = _("người sinh ngày %(first)s đủ %(second)s tuổi vào %(third)s")
_SIGNS: Final = {"add": " + ", "subtract": " − ", "multiply": " × ", "divide": " : "}
_LABEL: Final[ContextVar[Callable[[Item], Text]]] = ContextVar(
    "label", default=lambda one: one.label
)
_CALLS: Final = {
    "count": _("số %(inside)s"),
    "sum_of": _("tổng %(inside)s"),
    "age": _("tuổi của người sinh ngày %(inside)s"),
    "years_between": _("số năm giữa %(inside)s"),
    "days_between": _("số ngày giữa %(inside)s"),
    "round": _("làm tròn (%(inside)s)"),
    "smallest": _("số nhỏ nhất của %(inside)s"),
    "largest": _("số lớn nhất của %(inside)s"),
    "first_of": _("câu đầu tiên đã điền của %(inside)s"),
    "join": _("ghép %(inside)s"),
}


@contextmanager
def called(label_of: Callable[[Item], Text]) -> Iterator[None]:
    """Within it, questions are called so: on paper they have names of their own."""
    before = _LABEL.set(label_of)
    try:
        yield
    finally:
        _LABEL.reset(before)


def condition_words(form: Form, condition: Condition, node: Node | None) -> str:
    """A condition of an item (None: of a page) in the language of the moment."""
    operation, arguments = condition.operation, condition.arguments
    if operation in ("all", "any"):
        parts = [_inner(form, one, node, operation) for one in arguments]
        return str(AND if operation == "all" else OR).join(parts)
    if operation == "not":
        return str(NOT % {"condition": condition_words(form, arguments[0], node)})
    if operation == "answered":
        return str(ANSWERED % {"path": path_words(form, arguments[0], node)})
    if operation in _ABOUT_ONE:
        return _about_one(form, condition, node)
    said = [formula_words(form, one, node) for one in arguments]
    words = AGE_ON if len(said) > 2 else _COMPARISONS[operation]
    return str(words % dict(zip(("first", "second", "third"), said, strict=False)))


def _inner(form: Form, condition: Condition, node: Node | None, around: str) -> str:
    words = condition_words(form, condition, node)
    is_other = condition.operation in ("all", "any") and condition.operation != around
    return f"({words})" if is_other and len(condition.arguments) > 1 else words


def _about_one(form: Form, condition: Condition, node: Node | None) -> str:
    path, looked_for = condition.arguments
    target = structure_of(form).target(path, node)
    asked = target.node.item if target is not None and not target.parts else None
    said = [_quoted(_value(asked, one)) for one in looked_for]
    params = {"path": path_words(form, path, node), "values": str(OR).join(said)}
    return str(_ABOUT_ONE[condition.operation] % params)


def _value(asked: Any, value: Any) -> str:
    if isinstance(value, bool):
        return str(YES if value else NO)
    return (value_words(asked, value) if isinstance(asked, Field) else "") or str(value)


def _quoted(words: str) -> str:
    return str(QUOTED % {"words": words})


def path_words(form: Form, path: str, node: Node | None) -> str:
    """What a path leads to, by its label; a path that leads nowhere as it is written."""
    target = structure_of(form).target(path, node)
    if target is None:
        return _quoted(path)
    label = _LABEL.get()(target.node.item).said(get_language() or "vi")
    parts = [str(PARTS.get(part, part)) for part in target.parts]
    return _quoted(" – ".join((label.rstrip("?"), *parts)))


def formula_words(form: Form, formula: Formula, node: Node | None) -> str:
    """A formula in the language of the moment."""
    operation, arguments = formula.operation, formula.arguments
    if operation == "ref":
        return path_words(form, arguments[0], node)
    if operation == "constant":
        return _constant(arguments[0])
    if operation == "today":
        return str(TODAY)
    if operation in ("count", "sum_of"):
        return str(_CALLS[operation] % {"inside": path_words(form, arguments[0], node)})
    said = [formula_words(form, one, node) for one in arguments]
    if operation in _SIGNS:
        return _SIGNS[operation].join(
            _in_brackets(one, arguments, said) for one in range(len(said))
        )
    inside = str(AND).join(said) if operation.endswith("between") else "; ".join(said)
    return str(_CALLS[operation] % {"inside": inside})


def _in_brackets(at: int, arguments: tuple[Any, ...], said: list[str]) -> str:
    is_sum = arguments[at].operation in _SIGNS
    return f"({said[at]})" if is_sum else said[at]


def _constant(value: Any) -> str:
    if isinstance(value, Decimal):
        return words_of(FieldKind.NUMBER, format(value, "f"))
    return words_of(FieldKind.BIRTH_DATE, value) if a_day(value) else _quoted(str(value))
