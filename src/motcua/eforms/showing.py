"""A form with its answers and faults as plain views to draw: one page at a time or all on one screen.

    view = show(form, answers, on=today, page_key="child", telling=tell_all)
    posted_answers(form, data)      # what a browser posts of the view checks to the same answers again

Answers may be anything; they are checked here. Which faults are told is the caller's choice: none on a
page seen for the first time, only those of fields that stood on it when more have appeared.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.eforms.posted import ROWS, TurnKind, name_of
from motcua.eforms.rules.reusing import Reuse
from motcua.eforms.rules.shapes import Field, Form, Group, Item, Page, Repeat
from motcua.eforms.rules.structure import Node, structure_of
from motcua.eforms.rules.validation import Checked, Fault, check, check_page
from motcua.eforms.showing_fields import HINTS
from motcua.eforms.showing_questions import Question, question
from motcua.eforms.showing_scene import Scene, id_of
from motcua.eforms.shown import (
    ShownFault,
    ShownForm,
    ShownGroup,
    ShownItem,
    ShownPage,
    ShownRepeat,
    ShownRow,
)
from motcua.eforms.vocabulary import ETHNIC_GROUPS, PartyRole
from motcua.eforms.wording import fault_words
from motcua.kernel.folding import fold
from motcua.kernel.places import communes_of

Telling = Callable[[str], bool]
NEAR: Final = _("Gần giống: %(names)s.")
_STILL_READ: Final = frozenset({"not-so", "answer-required"})


def tell_all(_path: str) -> bool:
    return True


def tell_nothing(_path: str) -> bool:
    return False


def show(
    form: Form,
    answers: Mapping[str, Any],
    *,
    on: date,
    page_key: str = "",
    telling: Telling = tell_nothing,
    prefilled: Collection[str] = (),
    is_own: bool = False,
    reuse: Reuse | None = None,
) -> ShownForm:
    """One page (`page_key`) or the whole form. `prefilled` are paths that were filled in from what is
    known; `is_own`: the reader answers about himself, so browsers may offer what they know of him.
    `reuse`: who is known, so that one press takes over what was said of them or
    elsewhere in the form; None offers nothing."""
    offered = _with_least_items(_all_items(form), answers)
    whole = check(form, offered, on=on)
    checked = _checked(form, answers, on, page_key)
    unreadable = frozenset(one.path for one in checked.faults if one.code not in _STILL_READ)
    scene = Scene(
        form=form,
        raw=offered,
        on=on,
        language=get_language() or "vi",
        unreadable=unreadable,
        prefilled=prefilled,
        is_own=is_own,
        reuse=reuse,
    )
    drawing = _Drawing(scene, whole, checked.answers)
    drawing.pages(page_key)
    told = [one for one in checked.faults if telling(scene.place_of(one.path))]
    scene.errors = _by_place(scene, told)
    scene.doubts = _by_place(scene, checked.doubts)
    pages = drawing.pages(page_key)
    return ShownForm(
        title=scene.said(form.title),
        hint=scene.said(form.help),
        pages=pages,
        faults=tuple(_summary(scene, told)),
        asked=tuple(scene.drawn),
        places=tuple((code, tuple(communes_of(code).values())) for code in sorted(scene.provinces)),
        peoples=ETHNIC_GROUPS if scene.offers_peoples else (),
    )


def _checked(form: Form, answers: Mapping[str, Any], on: date, page_key: str) -> Checked:
    return check_page(form, page_key, answers, on=on) if page_key else check(form, answers, on=on)


def _by_place(scene: Scene, found: Iterable[Fault]) -> dict[str, tuple[str, ...]]:
    """The sentences at each place that is drawn, each once."""
    placed: dict[str, list[str]] = {}
    for one in found:
        words = fault_words(one)
        if one.code == "commune-not-in-list":
            words = f"{words} {_near(scene, one.path)}".rstrip()
        told = placed.setdefault(scene.place_of(one.path), [])
        if words not in told:
            told.append(words)
    return {place: tuple(words) for place, words in placed.items()}


def _near(scene: Scene, path: str) -> str:
    """Communes of the province called nearly so."""
    address = scene.typed_at(path.rpartition(".")[0])
    names = communes_of(str(address.get("province_code"))).values()
    wanted = fold(str(address.get("commune")))
    folded = {bare: name for name in names for bare in (fold(name), fold(name.split(" ", 1)[-1]))}
    found = difflib.get_close_matches(wanted, folded, n=3, cutoff=0.75)
    near = dict.fromkeys(folded[one] for one in found)
    return str(NEAR % {"names": ", ".join(near)}) if near else ""


def _summary(scene: Scene, told: Iterable[Fault]) -> list[ShownFault]:
    lines: dict[tuple[str, str], None] = {}
    for one in told:
        place = scene.drawn.get(scene.place_of(one.path))
        words = fault_words(one)
        text = f"{place.label}: {words}" if place else words
        lines[(text, place.focus_id if place else "")] = None
    return [ShownFault(text=text, field_id=field_id) for text, field_id in lines]


def _all_items(form: Form) -> tuple[Item, ...]:
    return tuple(item for page in form.pages for item in page.fields)


def _with_least_items(items: tuple[Item, ...], answers: Any) -> dict[str, Any]:
    """The answers with empty items for every repeat that has fewer than it asks for."""
    given = dict(answers) if isinstance(answers, Mapping) else {}
    for item in items:
        found = given.get(item.key)
        if isinstance(item, Group):
            below = _with_least_items(item.fields, found)
            if below:
                given[item.key] = below
        elif isinstance(item, Repeat) and item.min_items:
            rows = list(found) if isinstance(found, list) else []
            given[item.key] = rows + [{} for _missing in range(item.min_items - len(rows))]
    return given


class _Drawing:
    """Goes through the form in its order; `whole` has the items that are only offered too."""

    def __init__(self, scene: Scene, whole: Checked, kept: Mapping[str, Any]) -> None:
        self._scene = scene
        self._whole = whole
        self._kept = kept
        self._structure = structure_of(scene.form)

    def pages(self, page_key: str) -> tuple[ShownPage, ...]:
        return tuple(
            self._page(page)
            for page in self._scene.form.pages
            if page.key in self._whole.pages and page_key in ("", page.key)
        )

    def _page(self, page: Page) -> ShownPage:
        said = self._scene.said
        return ShownPage(
            key=page.key,
            id=f"p-{page.key}",
            title=said(page.title),
            hint=said(page.help),
            items=self._items(page.fields, None, self._whole.answers, "", None),
        )

    def _items(
        self,
        items: tuple[Item, ...],
        parent: Node | None,
        given: Any,
        above: str,
        index: int | None,
    ) -> tuple[ShownItem, ...]:
        answers = given if isinstance(given, Mapping) else {}
        shown = []
        for item in items:
            path = f"{above}{item.key}"
            node = self._structure.nodes[(*(parent.path if parent else ()), item.key)]
            if path not in self._whole.hidden:
                shown.append(self._item(node, answers.get(item.key), path, index))
        return tuple(shown)

    def _item(self, node: Node, value: Any, path: str, index: int | None) -> ShownItem:
        item = node.item
        if isinstance(item, Field):
            return self._question(node, item, value, path, index)
        self._scene.draw(path, self._scene.said(item.label), id_of(path))
        if isinstance(item, Group):
            return self._group(node, item, value, path, index)
        return self._repeat(node, item, value, path)

    def _question(
        self, node: Node, asked: Field, value: Any, path: str, index: int | None
    ) -> ShownItem:
        scene = self._scene
        role, _dot, part = asked.fills.partition(".")
        is_own = scene.is_own and role == PartyRole.APPLICANT
        hints = (scene.said(asked.help), str(HINTS.get(asked.kind, "")))
        one = Question(
            path=path,
            kind=asked.kind,
            label=scene.said(asked.label),
            hint=" ".join(hint for hint in hints if hint),
            is_required=scene.is_required(asked, node, index),
            asked=asked,
            own_part=(part or "*") if is_own else "",
        )
        return question(scene, one, value)

    def _group(
        self, node: Node, group: Group, value: Any, path: str, index: int | None
    ) -> ShownGroup:
        scene = self._scene
        return ShownGroup(
            path=path,
            id=id_of(path),
            label=scene.said(group.label),
            hint=scene.said(group.help),
            errors=scene.errors_at(path),
            doubts=scene.doubts_at(path),
            items=self._items(group.fields, node, value, f"{path}.", index),
        )

    def _repeat(self, node: Node, repeat: Repeat, value: Any, path: str) -> ShownRepeat:
        scene = self._scene
        rows = value if isinstance(value, list) else []
        kept = _count(self._kept, path)
        return ShownRepeat(
            path=path,
            id=id_of(path),
            label=scene.said(repeat.label),
            item_label=scene.said(repeat.item_label),
            hint=scene.said(repeat.help),
            errors=scene.errors_at(path),
            doubts=scene.doubts_at(path),
            rows_name=name_of(f"{path}.{ROWS}"),
            rows_value=kept,
            add=f"{TurnKind.ADD}:{path}" if len(rows) < repeat.max_items else "",
            rows=tuple(
                self._row(node, repeat, (at, row), path, len(rows)) for at, row in enumerate(rows)
            ),
        )

    def _row(
        self, node: Node, repeat: Repeat, numbered: tuple[int, Any], path: str, count: int
    ) -> ShownRow:
        at, row = numbered
        here = f"{path}.{at}"
        return ShownRow(
            path=here,
            id=id_of(here),
            label=f"{self._scene.said(repeat.item_label)} {at + 1}",
            items=self._items(repeat.fields, node, row, f"{here}.", at),
            remove=f"{TurnKind.REMOVE}:{here}" if count > repeat.min_items else "",
        )


def _count(answers: Mapping[str, Any], path: str) -> int:
    """How many items a repeat really has."""
    found: Any = answers
    for key in path.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return len(found) if isinstance(found, list) else 0
