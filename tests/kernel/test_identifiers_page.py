"""Every row of docs/explain/identifiers.md, run as it stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from motcua.kernel.folding import fold
from motcua.kernel.identifiers.citizen_card import parse_citizen_card
from motcua.kernel.identifiers.dossier_code import parse_dossier_code
from motcua.kernel.identifiers.personal_id import parse_personal_id
from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.identifiers.procedure_code import parse_procedure_code
from motcua.kernel.identifiers.tax_code import parse_tax_code
from motcua.kernel.refusal import Refusal
from motcua.kernel.vietqr import parse_vietqr

PAGE = (Path(__file__).parents[2] / "docs/explain/identifiers.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 20)
SIGNS = str.maketrans({"⏎": "\n", "␠": " ", "¦": "|"})
PARSERS: dict[str, Callable[[str], Any]] = {
    "Mã QR của thẻ căn cước": lambda text: parse_citizen_card(text, today=TODAY),
    "Số định danh cá nhân": lambda text: parse_personal_id(text, today=TODAY),
    "Mã số thuế": lambda text: parse_tax_code(text, today=TODAY),
    "Số điện thoại": parse_phone,
    "Mã hồ sơ": lambda text: parse_dossier_code(text, today=TODAY),
    "Mã thủ tục": parse_procedure_code,
    "VietQR": parse_vietqr,
}


def rows() -> Iterator[tuple[str, str, str, str]]:
    for section in PAGE.split("\n## ")[1:]:
        title = section.partition("\n")[0]
        for typed, verdict, code in re.findall(
            r"^\| `(.+?)` \| (\S.*?) \| (\S*) ?\|$", section, re.M
        ):
            yield title, typed.translate(SIGNS), verdict, code


def verdict_of(title: str, typed: str) -> tuple[str, str]:
    try:
        found = PARSERS[title](typed)
    except Refusal as refusal:
        return "từ chối", refusal.code
    return ("nghi" if found.doubts else "nhận"), ", ".join(doubt.code for doubt in found.doubts)


@pytest.mark.parametrize(("title", "typed", "verdict", "code"), list(rows()))
def test_a_row_of_the_page_is_true(title: str, typed: str, verdict: str, code: str) -> None:
    assert verdict_of(title, typed) == (verdict, code)


def test_every_section_has_rows_of_each_verdict_it_promises() -> None:
    seen = {title for title, *_ in rows()}
    assert seen == set(PARSERS)
    assert {verdict for _, _, verdict, _ in rows()} == {"nhận", "nghi", "từ chối"}


def test_the_keys_of_the_page_are_true() -> None:
    keys = re.findall(r"^\| `(.+?)` \| `(.+?)` \|$", PAGE, re.M)
    assert len(keys) == 3
    assert [fold(text.translate(SIGNS)) for text, _ in keys] == [key for _, key in keys]
