"""How many copies of what a declaration asks for, so that no fee has to ask again.

A repeat whose items have a number question `copies` (and, where it matters, `pages`) says so: each of its
items is one paper of so many pages, wanted in so many copies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from motcua.eforms.rules.shapes import Field, Form, Repeat
from motcua.eforms.rules.validation import check
from motcua.eforms.vocabulary import FieldKind

COPIES: Final = "copies"
PAGES: Final = "pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesWanted:
    """Of one paper. `pages` is None where the form does not ask for it."""

    copies: int
    pages: int | None = None


def copies_wanted(form: Form, answers: Mapping[str, Any], *, on: date) -> tuple[CopiesWanted, ...]:
    """One for each paper of which a number of copies can be read; none where the form asks for none."""
    repeats = [
        item
        for page in form.pages
        for item in page.fields
        if isinstance(item, Repeat) and COPIES in _numbers_of(item)
    ]
    if not repeats:
        return ()
    told = check(form, answers, on=on).answers
    rows = [row for repeat in repeats for row in told.get(repeat.key) or ()]
    return tuple(
        CopiesWanted(copies=row[COPIES], pages=_count(row.get(PAGES)))
        for row in rows
        if _count(row.get(COPIES)) is not None
    )


def _numbers_of(repeat: Repeat) -> frozenset[str]:
    return frozenset(
        item.key
        for item in repeat.fields
        if isinstance(item, Field) and item.kind is FieldKind.NUMBER
    )


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and value > 0 else None
