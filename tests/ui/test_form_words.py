"""A form that says nothing of its own says in plain words what to do, in both languages."""

from __future__ import annotations

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override


class Plain(forms.Form):
    name = forms.CharField()
    count = forms.IntegerField()
    kind = forms.ChoiceField(choices=[("a", "A")])
    kinds = forms.MultipleChoiceField(choices=[("a", "A")])
    file = forms.FileField()


NOTHING = {
    "name": ("Chưa nhập. Nhập vào ô này.", "Nothing entered. Fill in this field."),
    "count": ("Chưa nhập. Nhập vào ô này.", "Nothing entered. Fill in this field."),
    "kind": ("Chưa chọn. Chọn một mục.", "Nothing chosen. Choose one."),
    "kinds": ("Chưa chọn. Chọn ít nhất một mục.", "Nothing chosen. Choose at least one."),
    "file": ("Chưa chọn tệp. Chọn một tệp.", "No file chosen. Choose a file."),
}
OTHERWISE = {
    "count": "Nhập một số nguyên, chỉ gồm chữ số.",
    "kind": "“b” không có trong danh sách. Chọn một mục.",
    "kinds": "“b” không có trong danh sách. Chọn lại.",
    "file": "Tệp này rỗng. Chọn tệp khác.",
}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_empty_says_what_to_do(language: str) -> None:
    with override(language):
        told = {name: str(words[0]) for name, words in Plain({}, {}).errors.items()}
    assert told == {name: words[language == "en"] for name, words in NOTHING.items()}


def test_what_is_something_else_says_what_to_do() -> None:
    data = {"name": "An", "count": "hai", "kind": "b", "kinds": ["b"]}
    form = Plain(data, {"file": SimpleUploadedFile("a.csv", b"")})
    assert {name: str(words[0]) for name, words in form.errors.items()} == OTHERWISE


def test_a_form_with_words_of_its_own_keeps_them() -> None:
    class Own(forms.Form):
        name = forms.CharField(error_messages={"required": "Chưa có tên."})

    assert Own({}).errors["name"] == ["Chưa có tên."]
