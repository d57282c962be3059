"""A Django form field becomes a drawn field with its label, hint, error and chosen values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django import forms

from motcua.ui.fields import field_of

Draw = Callable[..., str]


class Intake(forms.Form):
    name = forms.CharField(label="Họ tên", help_text="Như trên giấy tờ", max_length=60)
    phone = forms.CharField(
        label="Điện thoại", required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    channel = forms.ChoiceField(
        label="Kênh", choices=[("D", "Trực tiếp"), ("O", "Trực tuyến")], widget=forms.RadioSelect
    )
    ward = forms.ChoiceField(label="Nơi ở", choices=[("", "–"), ("Hà Nội", [("1", "Gia Lâm")])])
    wishes = forms.MultipleChoiceField(
        label="Cách nhận",
        choices=[("P", "Bưu chính"), ("C", "Tại quầy")],
        widget=forms.CheckboxSelectMultiple,
    )
    agreed = forms.BooleanField(label="Đã đọc lại", required=False)
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea, required=False)
    secret = forms.CharField(label="Mật khẩu", widget=forms.PasswordInput)
    mark = forms.CharField(widget=forms.HiddenInput)
    when = forms.SplitDateTimeField(label="Lúc", required=False)


FILLED: dict[str, Any] = {
    "name": "Đặng <b>",
    "channel": "O",
    "ward": "1",
    "wishes": ["P"],
    "agreed": "on",
    "mark": "m",
}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("name", "text"),
        ("channel", "radio"),
        ("ward", "select"),
        ("wishes", "checkboxes"),
        ("agreed", "checkbox"),
        ("note", "textarea"),
        ("secret", "password"),
        ("mark", "hidden"),
        ("when", "other"),
    ],
)
def test_the_kind_of_a_field_is_known_by_its_widget(name: str, kind: str) -> None:
    assert field_of(Intake()[name]).kind == kind


def test_typed_values_come_back() -> None:
    form = Intake(FILLED)
    assert field_of(form["name"]).value == "Đặng <b>"
    assert [choice.value for choice in field_of(form["channel"]).choices if choice.chosen] == ["O"]
    assert [choice.value for choice in field_of(form["wishes"]).choices if choice.chosen] == ["P"]
    assert [choice.group for choice in field_of(form["ward"]).choices if choice.chosen] == [
        "Hà Nội"
    ]


def test_own_attributes_of_the_widget_are_kept() -> None:
    assert field_of(Intake()["phone"]).attrs == {"inputmode": "tel"}
    assert field_of(Intake()["name"]).attrs == {"maxlength": "60"}


def test_a_label_and_a_hint_can_be_replaced() -> None:
    view = field_of(Intake()["name"], label="Người nộp", hint="")
    assert (view.label, view.hint) == ("Người nộp", "")


def test_a_prefixed_form_keeps_its_fields_apart() -> None:
    view = field_of(Intake(prefix="owner")["name"])
    assert (view.name, view.id) == ("owner-name", "id_owner-name")


def test_a_drawn_field_ties_label_hint_and_error(draw: Draw) -> None:
    form = Intake({})
    drawn = draw("{{ ui.field_for(form['name']) }}", form=form)
    assert 'for="id_name"' in drawn
    assert 'aria-describedby="id_name-hint id_name-error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'maxlength="60"' in drawn


def test_a_drawn_field_escapes_what_was_typed(draw: Draw) -> None:
    drawn = draw("{{ ui.field_for(form['name']) }}", form=Intake(FILLED))
    assert 'value="Đặng &lt;b&gt;"' in drawn


def test_a_ticked_box_comes_back_ticked(draw: Draw) -> None:
    assert " checked" in draw("{{ ui.field_for(form['agreed']) }}", form=Intake(FILLED))
    assert " checked" not in draw("{{ ui.field_for(form['agreed']) }}", form=Intake({}))


def test_a_hidden_field_has_no_label(draw: Draw) -> None:
    drawn = draw("{{ ui.field_for(form['mark']) }}", form=Intake(FILLED))
    assert 'type="hidden"' in drawn
    assert "<label" not in drawn


def test_the_summary_leads_to_the_first_choice_of_a_group(draw: Draw) -> None:
    drawn = draw("{{ ui.error_summary_for(form) }}", form=Intake({}))
    assert 'href="#id_channel_0"' in drawn
    assert 'href="#id_name"' in drawn
    assert 'id="id_channel_0"' in draw("{{ ui.field_for(form['channel']) }}", form=Intake({}))


def test_a_widget_of_several_parts_is_drawn_by_itself(draw: Draw) -> None:
    drawn = draw("{{ ui.field_for(form['when']) }}", form=Intake())
    assert 'name="when_0"' in drawn
    assert "<legend" in drawn
