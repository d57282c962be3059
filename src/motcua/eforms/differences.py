"""What changes from one version of a form to another, in words, question by question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from motcua.eforms.condition_words import condition_words, formula_words
from motcua.eforms.rules.conditions import Condition
from motcua.eforms.rules.shapes import Field, Form, Item, Page, Repeat, Text
from motcua.eforms.rules.structure import Node, structure_of
from motcua.eforms.showing_questions import part_label
from motcua.eforms.value_words import NO, YES, words_of
from motcua.eforms.vocabulary import FieldKind
from motcua.eforms.wording import ADDRESS_FORMS, KINDS

GROUP_KIND, REPEAT_KIND = _("Nhóm câu hỏi"), _("Phần lặp lại")
ADDED, REMOVED = _("Thêm câu hỏi"), _("Bỏ câu hỏi")
PAGE_ADDED, PAGE_REMOVED = _("Thêm trang"), _("Bỏ trang")
ORDER = _("Thứ tự câu hỏi")
PAGES_ORDER = _("Thứ tự các trang")
THE_FORM = pgettext_lazy("một", "Biểu mẫu")
Saying = Callable[[Any, Form, Node | None], str]


@dataclass(frozen=True, slots=True)
class FormChange:
    """At `place` (a label), `what` was `before` and is `after`; "" where there was or is nothing."""

    place: str
    what: str
    before: str
    after: str


def differences(before: Form, after: Form) -> tuple[FormChange, ...]:
    """Every difference, in the order of the later form; what is gone comes last."""
    return (
        *_of_form(before, after),
        *_of_pages(before, after),
        *_of_items(before, after),
    )


def _said(text: Text) -> str:
    """Both languages, so that a change of the English words shows too."""
    return " / ".join(one for one in (text.vi, text.en) if one)


def _label(item: Item) -> str:
    return item.label.said(get_language() or "vi")


def _title(page: Page) -> str:
    return page.title.said(get_language() or "vi")


def _of_form(before: Form, after: Form) -> Iterator[FormChange]:
    for name, what in _FORM_WORDS.items():
        old, new = _said(getattr(before, name)), _said(getattr(after, name))
        if old != new:
            yield FormChange(str(THE_FORM), str(what), old, new)


def _of_pages(before: Form, after: Form) -> Iterator[FormChange]:
    old = {page.key: page for page in before.pages}
    new = {page.key: page for page in after.pages}
    for key, page in new.items():
        if key not in old:
            yield FormChange(_title(page), str(PAGE_ADDED), "", _said(page.title))
            continue
        for what, say in _PAGE_WORDS.items():
            was, now = say(old[key], before), say(page, after)
            if was != now:
                yield FormChange(_title(page), str(what), was, now)
    for key, page in old.items():
        if key not in new:
            yield FormChange(_title(page), str(PAGE_REMOVED), _said(page.title), "")
    both = [key for key in new if key in old]
    if both != [key for key in old if key in new]:
        titles = [", ".join(_title(page) for page in form.pages) for form in (before, after)]
        yield FormChange(str(THE_FORM), str(PAGES_ORDER), *titles)


def _of_items(before: Form, after: Form) -> Iterator[FormChange]:
    old, new = structure_of(before).nodes, structure_of(after).nodes
    for path, node in new.items():
        if path not in old:
            yield FormChange(_label(node.item), str(ADDED), "", _kind(node.item, after, node))
            continue
        for what, say in _ITEM_WORDS.items():
            was, now = say(old[path].item, before, old[path]), say(node.item, after, node)
            if was != now:
                yield FormChange(_label(node.item), str(what), was, now)
    for path, node in old.items():
        if path not in new:
            yield FormChange(_label(node.item), str(REMOVED), _kind(node.item, before, node), "")
    yield from _order(before, after)


def _order(before: Form, after: Form) -> Iterator[FormChange]:
    """Questions of a page that changed places, or came from another page."""
    old = {page.key: [item.key for item in page.fields] for page in before.pages}
    known = {path[0] for path in structure_of(before).nodes if len(path) == 1}
    kept = {path[0] for path in structure_of(after).nodes if len(path) == 1} & known
    for page in after.pages:
        if page.key not in old:
            continue
        was = [key for key in old[page.key] if key in kept]
        now = [item.key for item in page.fields if item.key in kept]
        if was != now:
            labels = {
                path[0]: _label(node.item)
                for form in (before, after)
                for path, node in structure_of(form).nodes.items()
            }
            said = [", ".join(labels[key] for key in keys) for keys in (was, now)]
            yield FormChange(_title(page), str(ORDER), *said)


def _condition(condition: Condition | None, form: Form, node: Node | None) -> str:
    return condition_words(form, condition, node) if condition is not None else ""


def _kind(item: Item, _form: Form, _node: Node | None) -> str:
    return str(kind_words(item))


def kind_words(item: Item) -> Any:
    """What sort of question it is."""
    if isinstance(item, Field):
        return KINDS[item.kind]
    return REPEAT_KIND if isinstance(item, Repeat) else GROUP_KIND


def _of_field(name: str, say: Callable[[Any], str]) -> Saying:
    def saying(item: Any, _form: Form, _node: Node | None) -> str:
        return say(getattr(item, name)) if hasattr(item, name) else ""

    return saying


def _conditional(name: str) -> Saying:
    def saying(item: Any, form: Form, node: Node | None) -> str:
        return _condition(getattr(item, name, None), form, node)

    return saying


def _formula(item: Any, form: Form, node: Node | None) -> str:
    formula = getattr(item, "formula", None)
    return formula_words(form, formula, node) if formula is not None else ""


def _checks(item: Any, form: Form, node: Node | None) -> str:
    said = (f"{_condition(one.holds, form, node)}: {_said(one.say)}" for one in item.checks)
    return "; ".join(said)


def _parts(item: Any, _form: Form, _node: Node | None) -> str:
    parts = getattr(item, "parts", ())
    return ", ".join(
        part_label(item.kind, one.key) + ("*" if one.is_required else "") for one in parts
    )


def _choices(choices: Any) -> str:
    return "; ".join(f"{_said(one.label)} {_said(one.help)}".strip() for one in choices)


def _yes(value: Any) -> str:
    return str(YES if value else NO)


def _bound(value: Any) -> str:
    if value is None:
        return ""
    return words_of(FieldKind.DATE, value) if isinstance(value, str) else str(value)


def _kind_of_value(value: Any) -> str:
    return str(KINDS[value]) if value else ""


_FORM_WORDS: Final[Mapping[str, Any]] = {
    "title": _("Tên biểu mẫu"),
    "help": _("Lời dặn"),
    "paper_title": _("Tên tờ khai in ra"),
    "pledge": _("Lời cam đoan"),
}
_PAGE_WORDS: Final[Mapping[Any, Callable[[Page, Form], str]]] = {
    _("Tên trang"): lambda page, _form: _said(page.title),
    _("Lời dặn"): lambda page, _form: _said(page.help),
    _("Chỉ hỏi khi"): lambda page, form: _condition(page.shown_if, form, None),
}
_ITEM_WORDS: Final[Mapping[Any, Saying]] = {
    _("Loại câu hỏi"): _kind,
    _("Câu hỏi"): _of_field("label", _said),
    _("Lời dặn"): _of_field("help", _said),
    _("Tên mục trên tờ khai"): _of_field("paper_label", _said),
    _("Tên của mỗi mục"): _of_field("item_label", _said),
    _("Bắt buộc"): _of_field("is_required", _yes),
    _("Bắt buộc khi"): _conditional("required_if"),
    _("Chỉ hỏi khi"): _conditional("shown_if"),
    _("Các lựa chọn"): _of_field("choices", _choices),
    _("Các phần"): _parts,
    _("Các dạng địa chỉ"): _of_field(
        "address_forms", lambda forms: ", ".join(str(ADDRESS_FORMS[one]) for one in forms)
    ),
    _("Công thức"): _formula,
    _("In ra như"): _of_field("shown_as", _kind_of_value),
    _("Từ"): _of_field("min", _bound),
    _("Đến"): _of_field("max", _bound),
    _("Số ký tự nhiều nhất"): _of_field("length_max", _bound),
    _("Số chữ số sau dấu phẩy"): _of_field("decimals", _bound),
    _("Ít nhất"): _of_field("min_items", _bound),
    _("Nhiều nhất"): _of_field("max_items", _bound),
    _("Kiểm tra thêm"): _checks,
    _("In trên tờ khai"): _of_field("is_printed", _yes),
    _("Điền từ thông tin đã có"): _of_field("fills", str),
    _("Chỉ điền sẵn khi"): _conditional("fills_if"),
}
