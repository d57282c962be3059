"""Two versions in words: every difference and nothing else."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from motcua.eforms.differences import differences
from motcua.eforms.rules.definition import form_of
from motcua.eforms.rules.editing import changed_at, moved, removed, with_item
from tests.eforms.rules.sample_forms import YES_OR_NO, a_field, a_form
from tests.eforms.shipped_cases import FORMS

BEFORE = a_form(a_field("kind", "choice", choices=YES_OR_NO), a_field("name", "text"))
KIND, NAME = "pages.0.fields.0", "pages.0.fields.1"


@pytest.mark.parametrize("code", sorted(FORMS))
def test_a_form_does_not_differ_from_itself(code: str) -> None:
    assert differences(FORMS[code], FORMS[code]) == ()


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (changed_at(BEFORE, NAME, {"is_required": True}), [("name", "Bắt buộc", "Không", "Có")]),
        (
            changed_at(BEFORE, NAME, {"shown_if": {"is": ["kind", "a"]}}),
            [("name", "Chỉ hỏi khi", "", "“kind” là “A”")],
        ),
        (
            changed_at(BEFORE, NAME, {"label": {"vi": "Tên", "en": "name (en)"}}),
            [("Tên", "Câu hỏi", "name / name (en)", "Tên / name (en)")],
        ),
        (with_item(BEFORE, "pages.0", "date", "Ngày")[0], [("Ngày", "Thêm câu hỏi", "", "Ngày")]),
        (removed(BEFORE, NAME), [("name", "Bỏ câu hỏi", "Chữ, một dòng", "")]),
        (
            moved(BEFORE, NAME, -1),
            [("Trang", "Thứ tự câu hỏi", "kind, name", "name, kind")],
        ),
        (
            changed_at(BEFORE, KIND, {"choices": YES_OR_NO[:1]}),
            [("kind", "Các lựa chọn", "A / A (en); B / B (en)", "A / A (en)")],
        ),
        (
            changed_at(BEFORE, "pages.0", {"title": {"vi": "Đầu", "en": "First"}}),
            [("Đầu", "Tên trang", "Trang / Trang (en)", "Đầu / First")],
        ),
    ],
)
def test_a_difference_is_told_where_it_is(after: Any, told: list[tuple[str, ...]]) -> None:
    found = differences(form_of(BEFORE), form_of(copy.deepcopy(after)))
    assert [(one.place, one.what, one.before, one.after) for one in found] == told
