"""The form that changes the words of a paper form: one field a word, in groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.kernel.refusal import Refusal
from motcua.papers.rules.words import (
    MARGIN_MAX,
    MARGIN_MIN,
    MARGINS,
    OPTIONAL,
    SIZE,
    Changes,
    FormWordsRefused,
    WordSheet,
    decide_changes,
    default_of,
    may_be_empty,
)
from motcua.papers.wording import REFUSALS
from motcua.workspace.from_a_day import FromADayForm
from motcua.workspace.paper_forms.showing import GROUPS, label_of

LONG_FROM = 60
FROM_HINT = gettext_lazy("Giấy lập từ ngày này in theo câu chữ mới; giấy cũ in lại như cũ.")
TYPED_MAX = 2_000
MARGIN_HINT = gettext_lazy("Milimét, từ %(least)s đến %(most)s; để trống thì theo mẫu.")
KEEP_HINT = gettext_lazy("Giữ chỗ điền dữ liệu: %(places)s")
BREAK_HINT = gettext_lazy("Gõ dấu | ở chỗ xuống dòng.")


class WordingForm(FromADayForm):
    """All words of a form as they shall be; those left as the sheet has them are no change."""

    def __init__(
        self, sheet: WordSheet, scopes: list[tuple[str, str]], data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(scopes, FROM_HINT, data, initial)
        self._sheet = sheet
        self._keys = tuple(key for key in sheet.keys if key != SIZE or len(sheet.sizes) > 1)
        for key in self._keys:
            self.fields[key] = _field(sheet, key)

    def clean(self) -> dict[str, Any]:
        """Every problem that the rule finds, in words at its field; the words once they are sound."""
        given = self.cleaned_data
        typed = {key: _typed(key, given[key]) for key in self._keys if key in given}
        try:
            given["words"] = decide_changes(self._sheet, typed)
        except FormWordsRefused as refusal:
            self.refuse(refusal.problems)
        return given

    @property
    def groups(self) -> Iterator[tuple[str, str, list[BoundField]]]:
        """Name, heading and words of each group, in the order of the sheet."""
        for group, heading in GROUPS.items():
            keys = [key for key in self._keys if key.partition(".")[0] == group]
            if keys:
                yield group, str(heading), [self[key] for key in keys]

    def refuse(self, problems: Iterable[Refusal]) -> None:
        """Each problem in words at its field."""
        for problem in problems:
            self.add_error(problem.field, _(REFUSALS[problem.code]) % problem.params)


def initial_words(sheet: WordSheet, changes: Changes) -> dict[str, Any]:
    """What the fields show first: the words in force."""
    return {key: changes.get(key, default_of(sheet, key)) for key in sheet.keys}


def _typed(key: str, value: Any) -> Any:
    if key not in MARGINS:
        return value
    text = value.strip()
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else text


def _field(sheet: WordSheet, key: str) -> forms.Field:
    label = label_of(sheet, key)
    if key.startswith(OPTIONAL):
        return forms.BooleanField(label=label, required=False)
    if key == SIZE:
        sizes = [(str(size), str(size)) for size in sheet.sizes]
        return forms.ChoiceField(label=label, choices=sizes)
    if key in MARGINS:
        hint = MARGIN_HINT % {"least": MARGIN_MIN, "most": MARGIN_MAX}
        return forms.CharField(label=label, required=False, max_length=20, help_text=hint)
    places = ", ".join(f"{{{name}}}" for name in sheet.placeholders(key))
    hint = KEEP_HINT % {"places": places} if places else ""
    is_title = key == "title.title"
    return forms.CharField(
        label=label,
        required=not may_be_empty(key),
        max_length=TYPED_MAX,
        help_text=BREAK_HINT if is_title else hint,
        widget=forms.Textarea if len(label) > LONG_FROM and not is_title else forms.TextInput,
        error_messages={"required": _(REFUSALS["paper-word-empty"])},
    )
