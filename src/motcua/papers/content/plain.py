"""Any data class of `papers.data` as JSON-ready words: texts cleaned, instants and money in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime
from typing import Any, Final

from motcua.kernel.dates_vi import day_words, moment_words, short_day, short_moment
from motcua.kernel.money import dong, figures
from motcua.kernel.refusal import Refusal
from motcua.papers.cleaning import BREAK_POINT, TEXT_CHARACTERS_MAX, breakable, printable
from motcua.papers.data.heads import (
    BREAKS_AT_SEPARATORS,
    CHARACTERS_MAX,
    IN_WORDS,
    ROWS_MAX,
    RUN_MAX,
)

ROWS_OF_A_PAPER_MAX: Final = 300
_LINE_RUN_MAX: Final = 34
"""Longest run of letters without a space that surely fits a line on A5; in a column, the next one."""
_COLUMN_RUN_MAX: Final = 10
_CODE_IN_ROW_MAX: Final = 18
_SEPARATOR: Final = re.compile(r"[-./]")
_MONEY: Final = "_vnd"


class TooManyLines(Refusal):
    """More rows in `field` than a paper may have (`count` > `count_max`)."""

    code = "too-many-lines"


def plain(data: Any, *, in_row: bool = False) -> dict[str, Any]:
    """Every field of the data class `data`, ready for the template; `x_vnd` becomes `x` in words.

    `in_row`: data of a table row, where instants and money are short. Refusals: TooManyLines.
    """
    assert is_dataclass(data)
    return {
        spec.name.removesuffix(_MONEY): _plain(getattr(data, spec.name), spec, in_row=in_row)
        for spec in fields(data)
    }


def _plain(value: Any, spec: Field[Any], *, in_row: bool) -> Any:
    if isinstance(value, tuple):
        _refuse_too_many(value, spec)
        return [_item(item) for item in value]
    if is_dataclass(value):
        return plain(value, in_row=in_row)
    if spec.name.endswith(_MONEY):
        return _money(value, in_row=in_row)
    if isinstance(value, str):
        return cleaned(value, spec.metadata, in_row=in_row)
    return _told(value, in_row=in_row and not spec.metadata.get(IN_WORDS))


def _item(item: Any) -> Any:
    return plain(item, in_row=True) if is_dataclass(item) else cleaned(str(item))


def _refuse_too_many(rows: tuple[Any, ...], spec: Field[Any]) -> None:
    count_max = spec.metadata.get(ROWS_MAX, ROWS_OF_A_PAPER_MAX)
    if len(rows) > count_max:
        raise TooManyLines(field=spec.name, count=len(rows), count_max=count_max)


def _money(amount: int | None, *, in_row: bool) -> str:
    if amount is None:
        return ""
    return figures(amount) if in_row else dong(amount)


def _told(value: Any, *, in_row: bool) -> Any:
    """Instants and days in words; numbers, marks and None as they are."""
    if isinstance(value, datetime):
        return short_moment(value) if in_row else moment_words(value)
    if isinstance(value, date):
        return short_day(value) if in_row else day_words(value)
    return value


def cleaned(text: str, wants: Mapping[str, Any] | None = None, *, in_row: bool = False) -> str:
    """The text in letters the typeface has, with break points in runs that may not fit."""
    wants = wants or {}
    run_max = wants.get(RUN_MAX, _COLUMN_RUN_MAX if in_row else _LINE_RUN_MAX)
    characters_max = wants.get(CHARACTERS_MAX, TEXT_CHARACTERS_MAX)
    shown = printable(text, characters_max=characters_max)
    if wants.get(BREAKS_AT_SEPARATORS):
        return _code_in_row(shown, run_max)
    return breakable(shown, run_max=run_max)


def _code_in_row(code: str, run_max: int) -> str:
    """Whole as long as it fits a column."""
    if len(code) <= _CODE_IN_ROW_MAX:
        return code
    return breakable(_SEPARATOR.sub(rf"\g<0>{BREAK_POINT}", code), run_max=run_max)
