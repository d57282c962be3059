"""The declaration to print and fill in by hand: every question of the form with dots or boxes, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from django.utils.translation import override

from motcua.eforms.condition_words import called, condition_words
from motcua.eforms.declaration import COLUMNS_MAX, SIGNER, STANDS_BESIDE, label_on_paper
from motcua.eforms.rules.shapes import Field, Form, Group, Item, Part, Repeat, Text
from motcua.eforms.rules.structure import Node, structure_of
from motcua.eforms.showing_questions import part_label
from motcua.eforms.value_words import NO, YES
from motcua.eforms.vocabulary import COMPOUND_PARTS, FieldKind
from motcua.kernel.identifiers.personal_id import FEMALE, MALE
from motcua.papers.data.declarations import (
    Declaration,
    DeclarationBlank,
    DeclarationEntry,
    DeclarationSection,
    DeclarationTable,
)
from motcua.papers.rendering import render_declaration

Entry = DeclarationBlank | DeclarationEntry | DeclarationTable
ROWS_MIN: Final = 3
ITEMS_SHOWN: Final = 2
FIRST_LINE_LENGTH_MAX: Final = 75
CONDITION_LENGTH_MAX: Final = 140
IF_SO: Final = "Điền nếu %(condition)s"
IF_ANY: Final = "Điền nếu có"
MORE_ROWS: Final = "Nếu nhiều hơn thì ghi tiếp vào một tờ kèm theo."
_LINES: Final = {FieldKind.LONG_TEXT: 3, FieldKind.ADDRESS: 2, FieldKind.PAPER_REFERENCE: 2}
_HINTS: Final = {
    FieldKind.ADDRESS: "số nhà, đường, thôn, tổ dân phố; xã, phường; tỉnh, thành phố",
    FieldKind.PAPER_REFERENCE: "tên giấy tờ, số, ngày cấp, nơi cấp",
    FieldKind.MONEY_VND: "đồng",
}
_UNPRINTED: Final = (FieldKind.NOTE, FieldKind.COMPUTED)
_TOO_LONG: Final = frozenset({FieldKind.LONG_TEXT, FieldKind.ADDRESS, *COMPOUND_PARTS})


def print_blank(form: Form, *, at: datetime) -> bytes:
    """PDF, the same bytes for the same form and moment (`at` stamps the file, nothing else)."""
    return render_declaration(blank_of(form, at=at))


def blank_of(form: Form, *, at: datetime) -> Declaration:
    """Every question that is printed, in the order of the form."""
    with override("vi"), called(_on_paper):
        drawing = _Blank(form)
        sections = (
            DeclarationSection(title=page.title.vi, entries=tuple(drawing.page(page.fields)))
            for page in form.pages
        )
        return Declaration(
            title=form.paper_title.vi or form.title.vi.upper(),
            at=at,
            place_name="",
            is_blank=True,
            sections=tuple(one for one in sections if one.entries),
            pledge=form.pledge.vi,
            signers=tuple((one.label.vi, "") for one in form.signers) or ((SIGNER, ""),),
        )


def _on_paper(item: Item) -> Text:
    return label_on_paper(item) if isinstance(item, Field) else item.label


class _Blank:
    def __init__(self, form: Form) -> None:
        self._form = form
        self._nodes = structure_of(form).nodes

    def page(self, items: Sequence[Item]) -> Iterator[Entry]:
        yield from self._items(items, None, 0)

    def _items(self, items: Sequence[Item], parent: Node | None, level: int) -> Iterator[Entry]:
        for item in items:
            node = self._nodes[(*(parent.path if parent else ()), item.key)]
            if isinstance(item, Field):
                if item.is_printed and item.kind not in _UNPRINTED:
                    yield from self._field(node, item, level)
            elif isinstance(item, Group):
                yield self._heading(node, item.label.vi, level)
                yield from self._items(item.fields, node, level + 1)
            else:
                yield from self._repeat(node, item, level)

    def _heading(self, node: Node, label: str, level: int) -> DeclarationBlank:
        return DeclarationBlank(label=label, note=self._condition(node), lines=0, level=level)

    def _condition(self, node: Node) -> str:
        if node.item.shown_if is None:
            return ""
        words = condition_words(self._form, node.item.shown_if, node)
        return IF_ANY if len(words) > CONDITION_LENGTH_MAX else IF_SO % {"condition": words}

    def _field(self, node: Node, asked: Field, level: int) -> Iterator[Entry]:
        label = label_on_paper(asked).vi
        if asked.kind in (FieldKind.PERSON, FieldKind.ORGANIZATION):
            yield self._heading(node, label, level)
            yield from _parts(asked, level + 1)
            return
        notes = (self._condition(node), _HINTS.get(asked.kind, ""))
        note = "; ".join(one for one in notes if one)
        yield DeclarationBlank(
            label=label,
            note=note,
            lines=_LINES.get(asked.kind, 1) + (len(label + note) > FIRST_LINE_LENGTH_MAX),
            choices=_choices(asked),
            level=level,
        )

    def _repeat(self, node: Node, repeat: Repeat, level: int) -> Iterator[Entry]:
        columns = _columns(repeat)
        if columns:
            heads = tuple(label_on_paper(one).vi.rstrip("?") for one in columns)
            rows = max(ROWS_MIN, min(repeat.min_items, 10))
            yield self._heading(node, repeat.label.vi, level)
            yield DeclarationTable(label="", heads=heads, rows=(("",) * len(heads),) * rows)
        else:
            yield self._heading(node, repeat.label.vi, level)
            shown = max(repeat.min_items, min(ITEMS_SHOWN, repeat.max_items))
            for number in range(1, shown + 1):
                label = f"{repeat.item_label.vi} {number}"
                yield DeclarationBlank(label=label, lines=0, level=level + 1)
                yield from self._items(repeat.fields, node, level + 2)
        yield DeclarationEntry(label="", paragraphs=(MORE_ROWS,), level=level)


def _columns(repeat: Repeat) -> tuple[Field, ...]:
    printed = [
        one
        for one in repeat.fields
        if not isinstance(one, Field) or (one.is_printed and one.kind not in _UNPRINTED)
    ]
    fields = tuple(one for one in printed if isinstance(one, Field))
    is_short = len(fields) == len(printed) <= COLUMNS_MAX
    return fields if is_short and not any(one.kind in _TOO_LONG for one in fields) else ()


def _parts(asked: Field, level: int) -> Iterator[DeclarationBlank]:
    """A line for each part; short ones that belong together share one."""
    known = {part.key: part for part in asked.parts}
    for key, part in known.items():
        if STANDS_BESIDE.get(key, "") in known:
            continue
        beside = [one for one, left in STANDS_BESIDE.items() if left == key and one in known]
        yield DeclarationBlank(
            label=part_label(asked.kind, key),
            note=_HINTS.get(part.kind, ""),
            lines=_LINES.get(part.kind, 1),
            choices=_choices_of_kind(part.kind),
            beside=tuple(_beside(asked, known[one]) for one in beside),
            level=level,
        )


def _beside(asked: Field, part: Part) -> tuple[str, tuple[str, ...]]:
    return part_label(asked.kind, part.key), _choices_of_kind(part.kind)


def _choices(asked: Field) -> tuple[str, ...]:
    own = tuple(choice.label.vi for choice in asked.choices)
    return own or _choices_of_kind(asked.kind)


def _choices_of_kind(kind: FieldKind) -> tuple[str, ...]:
    known: dict[FieldKind, tuple[Any, ...]] = {
        FieldKind.SEX: (MALE, FEMALE),
        FieldKind.YES_NO: (YES, NO),
    }
    return tuple(str(one) for one in known.get(kind, ()))
