"""Check your answers: each page as a list of what was answered, in words, each with its way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.eforms.rules.shapes import Field, Form, Group, Item, Page, Repeat
from motcua.eforms.rules.structure import structure_of
from motcua.eforms.rules.validation import Checked, Fault, check, page_of
from motcua.eforms.showing_questions import part_label
from motcua.eforms.showing_scene import id_of
from motcua.eforms.value_words import part_lines, value_words
from motcua.eforms.vocabulary import FieldKind
from motcua.eforms.wording import fault_words

NOT_ANSWERED: Final = _("Chưa điền")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One answer in words. `anchor` is where its question stands on the page ("#…" of a link);
    `problems` are sentences of faults, `doubts` of what is worth a look."""

    path: str
    label: str
    words: str
    anchor: str
    is_answered: bool = True
    problems: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPart:
    """Lines under one heading ("" = those of the page itself)."""

    heading: str
    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    key: str
    title: str
    parts: tuple[ReviewPart, ...]
    problems: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        every = (line for part in self.parts for line in part.lines)
        return not self.problems and not any(line.problems for line in every)


def review(form: Form, answers: Mapping[str, Any], *, on: date) -> tuple[ReviewPage, ...]:
    """The pages that are asked, with what was answered and what is still wrong."""
    checked = check(form, answers, on=on)
    reviewing = _Reviewing(form, checked)
    pages = []
    for page in form.pages:
        if page.key in checked.pages:
            faults = [one for one in checked.faults if page_of(form, one.path) == page.key]
            doubts = [one for one in checked.doubts if page_of(form, one.path) == page.key]
            pages.append(reviewing.page(page, faults, doubts))
    return tuple(page for page in pages if page.parts or page.problems)


class _Reviewing:
    def __init__(self, form: Form, checked: Checked) -> None:
        self._answers = checked.answers
        self._hidden = checked.hidden
        self._language = get_language() or "vi"
        nodes = structure_of(form).nodes.values()
        self._labels = {node.dotted: node.item.label.said(self._language) for node in nodes}

    def page(self, page: Page, faults: list[Fault], doubts: list[Fault]) -> ReviewPage:
        parts = [
            ReviewPart(heading=heading, lines=tuple(lines))
            for heading, lines in self._parts(page.fields, self._answers, "", "")
            if lines
        ]
        placed, loose = _placed(parts, faults, "problems", self._labels)
        placed, _loose = _placed(placed, doubts, "doubts", self._labels)
        title = page.title.said(self._language)
        return ReviewPage(key=page.key, title=title, parts=tuple(placed), problems=tuple(loose))

    def _parts(
        self, items: tuple[Item, ...], given: Any, above: str, heading: str
    ) -> Iterator[tuple[str, list[ReviewLine]]]:
        """Headings with their lines; a new heading for each group, person and item of a repeat."""
        answers = given if isinstance(given, Mapping) else {}
        lines: list[ReviewLine] = []
        for item in items:
            path = f"{above}{item.key}"
            if path in self._hidden:
                continue
            value = answers.get(item.key)
            if isinstance(item, Field) and item.kind not in (
                FieldKind.PERSON,
                FieldKind.ORGANIZATION,
            ):
                lines += self._line(item, value, path)
                continue
            yield heading, lines
            lines = []
            yield from self._below(item, value, path, heading)
        yield heading, lines

    def _below(
        self, item: Item, value: Any, path: str, heading: str
    ) -> Iterator[tuple[str, list[ReviewLine]]]:
        label = item.label.said(self._language)
        if isinstance(item, Group):
            yield from self._parts(item.fields, value, f"{path}.", label)
        elif isinstance(item, Repeat):
            rows = value if isinstance(value, list) else []
            for at, row in enumerate(rows):
                name = f"{item.item_label.said(self._language)} {at + 1}"
                yield from self._parts(item.fields, row, f"{path}.{at}.", name)
            if not rows and item.min_items:
                yield heading, [_unanswered(path, label)]
        else:
            yield label, list(self._person(item, value, path))

    def _person(self, asked: Field, value: Any, path: str) -> Iterator[ReviewLine]:
        said: dict[str, tuple[str, str]] = {}
        if isinstance(value, Mapping):
            said = {key: (name, words) for key, name, words in part_lines(asked, value)}
        for part in asked.parts:
            here = f"{path}.{part.key}"
            if part.key in said:
                name, words = said[part.key]
                yield ReviewLine(path=here, label=name, words=words, anchor=id_of(here))
            elif part.is_required and (said or asked.is_required):
                yield _unanswered(here, part_label(asked.kind, part.key))

    def _line(self, asked: Field, value: Any, path: str) -> Iterator[ReviewLine]:
        if asked.kind is FieldKind.NOTE or (value is None and asked.kind is FieldKind.COMPUTED):
            return
        label = asked.label.said(self._language)
        words = value_words(asked, value)
        if words:
            yield ReviewLine(path=path, label=label, words=words, anchor=id_of(path))
        else:
            yield _unanswered(path, label)


def _unanswered(path: str, label: str) -> ReviewLine:
    words = str(NOT_ANSWERED)
    return ReviewLine(path=path, label=label, words=words, anchor=id_of(path), is_answered=False)


def _placed(
    parts: list[ReviewPart], faults: list[Fault], name: str, labels: Mapping[str, str]
) -> tuple[list[ReviewPart], list[str]]:
    """Each sentence at the line it is about, or at the one above it; the others are loose."""
    paths = {line.path for part in parts for line in part.lines}
    by_path: dict[str, list[str]] = {}
    loose: list[str] = []
    for one in faults:
        place = one.path
        while place and place not in paths:
            place = place.rpartition(".")[0]
        told, words = by_path.setdefault(place, []), fault_words(one)
        if not place:
            told, words = loose, f"{_label_at(labels, one.path)}: {words}"
        if words not in told:
            told.append(words)
    changed = [
        replace(
            part, lines=tuple(_told(line, by_path.get(line.path, []), name) for line in part.lines)
        )
        for part in parts
    ]
    return changed, loose


def _label_at(labels: Mapping[str, str], path: str) -> str:
    """What is called so: the item of the form at this path, or the one it belongs to."""
    plain = ".".join(key for key in path.split(".") if not key.isdigit())
    while plain not in labels and plain:
        plain = plain.rpartition(".")[0]
    return labels.get(plain, "")


def _told(line: ReviewLine, sentences: list[str], name: str) -> ReviewLine:
    told = tuple(sentences)
    return replace(line, problems=told) if name == "problems" else replace(line, doubts=told)
