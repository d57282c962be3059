"""A Django form field turned into the plain values that our field components draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

_TEXT_KINDS = {"text", "email", "url", "tel", "number", "password", "search", "hidden", "file"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One thing to choose; `group` is the heading it stands under in a select, if any."""

    value: str
    label: str
    chosen: bool
    group: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldView:
    """What a page must know to draw one field.

    `kind`: text, email, url, tel, number, password, search, hidden, file, textarea, select,
    radio, checkboxes, checkbox, or `other` (then `html` is the widget drawn by itself).
    """

    kind: str
    id: str
    name: str
    label: str
    hint: str
    errors: tuple[str, ...]
    required: bool
    value: str = ""
    disabled: bool = False
    multiple: bool = False
    choices: tuple[Choice, ...] = ()
    attrs: dict[str, Any] = field(default_factory=dict)
    html: str = ""

    @property
    def error(self) -> str:
        return " ".join(self.errors)


def _kind(widget: forms.Widget) -> str:
    by_class: tuple[tuple[type[forms.Widget], str], ...] = (
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radio"),
        (forms.Select, "select"),
        (forms.CheckboxInput, "checkbox"),
        (forms.Textarea, "textarea"),
    )
    for kind_class, kind in by_class:
        if isinstance(widget, kind_class):
            return kind
    input_type = getattr(widget, "input_type", None)
    if isinstance(widget, forms.MultiWidget) or input_type is None:
        return "other"
    return input_type if input_type in _TEXT_KINDS else "text"


def _choices(widget: forms.Widget, bound: BoundField) -> tuple[Choice, ...]:
    if not isinstance(widget, forms.widgets.ChoiceWidget):
        return ()
    values = widget.format_value(bound.value())
    return tuple(
        Choice(
            value=str(option["value"]),
            label=str(option["label"]),
            chosen=bool(option["selected"]),
            group=str(group or ""),
        )
        for group, options, _index in widget.optgroups(bound.html_name, values)
        for option in options
    )


def _value(widget: forms.Widget, bound: BoundField) -> str:
    if isinstance(widget, forms.widgets.ChoiceWidget | forms.MultiWidget):
        return ""
    shown = widget.format_value(bound.value())
    return "" if shown is None else str(shown)


def _attrs(widget: forms.Widget, bound: BoundField) -> dict[str, Any]:
    """The widget's own attributes without those that the component sets itself."""
    own = bound.build_widget_attrs({}, widget)
    set_by_us = {
        "id",
        "required",
        "aria-describedby",
        "aria-invalid",
        "class",
        "type",
        "value",
        "disabled",
    }
    given = {**widget.attrs, **own}
    kept = {
        key: value
        for key, value in given.items()
        if key not in set_by_us and value not in (None, False)
    }
    return {key: "" if value is True else value for key, value in kept.items()}


def in_groups(choices: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Choices (objects or mappings) under their headings, in the order given; "" for those without."""

    def heading(choice: Any) -> str:
        found = choice.get("group") if isinstance(choice, Mapping) else getattr(choice, "group", "")
        return str(found or "")

    return [(group, list(members)) for group, members in groupby(choices, key=heading)]


def field_of(bound: BoundField, *, label: str | None = None, hint: str | None = None) -> FieldView:
    """The field as plain values; `label` and `hint` replace those of the form."""
    widget = bound.field.widget
    kind = "hidden" if bound.is_hidden else _kind(widget)
    identity = bound.id_for_label or bound.auto_id or bound.html_name
    if kind in {"radio", "checkboxes"}:
        identity = str(bound.auto_id or bound.html_name)
    return FieldView(
        kind=kind,
        id=str(identity),
        name=bound.html_name,
        label=str(bound.label) if label is None else label,
        hint=str(bound.help_text) if hint is None else hint,
        errors=tuple(str(error) for error in bound.errors),
        required=bound.field.required,
        value="1" if kind == "checkbox" and bound.value() else _value(widget, bound),
        disabled=bound.field.disabled,
        multiple=bool(getattr(widget, "allow_multiple_selected", False)),
        choices=_choices(widget, bound),
        attrs=_attrs(widget, bound),
        html=bound.as_widget() if kind == "other" else "",
    )
