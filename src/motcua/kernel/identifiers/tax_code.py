"""Mã số thuế: 10 digits with a check digit, 10-3 for dependent units, 12-digit personal number.

Sources: TT 105/2020/TT-BTC article 5 (structure and check digit); Luật Quản lý thuế 2019 article 35.7 and
TT 86/2024/TT-BTC: since 1/7/2025 the personal number is the tax code of individuals and households.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from motcua.kernel.characters import plain_code
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.identifiers.personal_id import DIGITS as PERSONAL_DIGITS
from motcua.kernel.identifiers.personal_id import parse_personal_id
from motcua.kernel.refusal import Refusal

_WEIGHTS: Final = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_MAIN_DIGITS: Final = 10
_WITH_BRANCH_DIGITS: Final = 13
_INDIVIDUAL: Final = "8"
_FORM: Final = re.compile(r"\d+|\d{10}-\d{3}", re.ASCII)


class TaxCodeEmpty(Refusal):
    """Nothing was typed."""

    code = "tax-code-empty"


class TaxCodeForm(Refusal):
    """Neither 10 digits, nor 10-3, nor 12 digits."""

    code = "tax-code-form"


class TaxCodeCheckDigit(Refusal):
    """The tenth digit does not fit the first nine: a digit was mistyped."""

    code = "tax-code-check-digit"


class TaxCodeBranchZero(Refusal):
    """Dependent units are numbered from 001."""

    code = "tax-code-branch-zero"


TaxCodeKind = Literal["main", "branch", "personal_id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxCode:
    """`tax_code` as printed: `0100109106`, `0100109106-001` or 12 digits; `main` is the unit it belongs to."""

    tax_code: str
    kind: TaxCodeKind
    main: str
    branch: str | None = None
    doubts: tuple[Doubt, ...] = ()


def check_digit(nine: str) -> int | None:
    """The tenth digit for the first nine; None when no code may start so (remainder 0)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, nine, strict=True))
    digit = 10 - total % 11
    return digit if digit < 10 else None


def _personal(number: str, today: date) -> TaxCode:
    person = parse_personal_id(number, today=today)
    note = Doubt("tax-code-is-personal-id", "tax_code")
    return TaxCode(tax_code=number, kind="personal_id", main=number, doubts=(note, *person.doubts))


def parse_tax_code(text: str, *, today: date) -> TaxCode:
    """A typed tax code; spaces and dots do not matter, 13 digits in a row are read as 10-3.

    Refuses: empty, another form, a wrong check digit, branch 000, a broken personal number.
    """
    typed = plain_code(text).replace(".", "")
    if not typed:
        raise TaxCodeEmpty(field="tax_code")
    digits = typed.replace("-", "")
    if not _FORM.fullmatch(typed):
        raise TaxCodeForm(field="tax_code")
    if len(digits) == PERSONAL_DIGITS:
        return _personal(digits, today)
    if len(digits) not in (_MAIN_DIGITS, _WITH_BRANCH_DIGITS):
        raise TaxCodeForm(field="tax_code")
    main, branch = digits[:_MAIN_DIGITS], digits[_MAIN_DIGITS:]
    if check_digit(main[:-1]) != int(main[-1]):
        raise TaxCodeCheckDigit(field="tax_code", tax_code=main)
    if branch == "000":
        raise TaxCodeBranchZero(field="tax_code")
    old_individual = main.startswith(_INDIVIDUAL)
    return TaxCode(
        tax_code=f"{main}-{branch}" if branch else main,
        kind="branch" if branch else "main",
        main=main,
        branch=branch or None,
        doubts=(Doubt("tax-code-old-individual", "tax_code"),) if old_individual else (),
    )
