"""Every fault has its sentence, in words and with its values filled in."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.eforms import rules
from motcua.eforms.rules import publishing
from motcua.eforms.rules.publishing import PublishingFault
from motcua.eforms.rules.validation import Fault, check
from motcua.eforms.vocabulary import ALL_ADDRESS_PARTS, COMPOUND_PARTS, AddressForm, FieldKind
from motcua.eforms.wording import (
    ADDRESS_FORMS,
    FAULTS,
    KINDS,
    PARTS,
    PUBLISHING_FAULTS,
    TEXT_NAMES,
    fault_words,
    publishing_words,
)
from tests.eforms.rules.sample_forms import PATIENT
from tests.eforms.rules.test_properties import EVERY, ON, _disturbed

RULES = Path(rules.__file__).parent
CODE = re.compile(
    r'"((?:answer|number|date|choice|yes-no|email|too|province|commune|person)-[a-z-]+)"'
)


def test_every_code_of_a_fault_in_the_rules_has_its_sentence() -> None:
    said = (RULES / name for name in ("leaves.py", "compounds.py", "validation.py", "sheet.py"))
    codes = {code for path in said for code in CODE.findall(path.read_text())}
    assert {"answer-required", "person-sex-differs"} <= codes
    assert codes - FAULTS.keys() == set()


def _codes_of_publishing() -> set[str]:
    calls = [
        node
        for node in ast.walk(ast.parse((RULES / "publishing.py").read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PublishingFault"
    ]
    codes = {argument.value for call in calls for argument in call.args[1:2] if _is_text(argument)}
    return codes | publishing._FIELD_RULES.keys()


def _is_text(node: Any) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_code_that_stops_publishing_has_its_sentence() -> None:
    codes = _codes_of_publishing()
    assert {"cycle", "unreachable", "words-missing", "bounds-crossed"} <= codes
    assert codes == PUBLISHING_FAULTS.keys()


def test_words_that_are_missing_are_named_as_the_editor_names_them() -> None:
    fault = PublishingFault("p.q", "words-missing", {"name": "label", "language": "en"})
    assert publishing_words(fault) == (
        "Thiếu tiếng Anh ở mục “Câu hỏi”. Hãy viết đủ tiếng Việt, tiếng Anh."
    )
    names = set(re.findall(r'_text\([^,]+, "(\w+)"', (RULES / "publishing.py").read_text()))
    assert {"label", "say", "title"} <= names
    assert names - TEXT_NAMES.keys() == set()


def test_every_kind_part_and_form_of_address_has_its_word() -> None:
    assert KINDS.keys() == set(FieldKind)
    assert ADDRESS_FORMS.keys() == set(AddressForm)
    parts = set().union(*COMPOUND_PARTS.values()) | ALL_ADDRESS_PARTS - {"form"}
    assert parts - PARTS.keys() == set()


@PATIENT
@given(_disturbed())
def test_whatever_is_wrong_can_be_said(answers: object) -> None:
    checked = check(EVERY, answers, on=ON)
    said = [fault_words(fault) for fault in (*checked.faults, *checked.doubts)]
    assert [words for words in said if not words or "%(" in words] == []


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault("it", "date-too-late", {"latest": "2026-11-22"}), "22/11/2026"),
        (Fault("it", "number-too-big", {"most": 10_000}), "10.000"),
        (Fault("it", "personal-id-length", {"digits": 4}), "12 chữ số"),
        (Fault("it", "not-so", {"vi": "Sai rồi", "en": "Wrong"}), "Sai rồi"),
    ],
)
def test_values_are_written_as_people_write_them(fault: Fault, words: str) -> None:
    assert words in fault_words(fault)


@PATIENT
@given(st.sampled_from(sorted(FAULTS)))
def test_every_sentence_says_what_to_do(code: str) -> None:
    assert "Hãy" in str(FAULTS[code])
