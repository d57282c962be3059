"""The printed declaration of a form and its answers, in Vietnamese whatever the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.translation import override

from motcua.eforms.rules.parties import parties_of
from motcua.eforms.rules.shapes import Field, Form, Group, Item, Repeat, Text
from motcua.eforms.rules.validation import check
from motcua.eforms.value_words import part_lines, value_words
from motcua.eforms.vocabulary import COMPOUND_PARTS, FieldKind
from motcua.kernel.clock import local_day
from motcua.papers.data.declarations import (
    Declaration,
    DeclarationEntry,
    DeclarationSection,
    DeclarationTable,
)
from motcua.papers.rendering import render_declaration

Entry = DeclarationEntry | DeclarationTable
COLUMNS_MAX: Final = 5
SIGNER: Final = "Người khai"
STANDS_BESIDE: Final = {
    "sex": "birth_date",
    "nationality": "ethnicity",
    "email": "phone",
    "representative_title": "representative_name",
}
_LONG_KINDS: Final = frozenset({FieldKind.LONG_TEXT, FieldKind.ADDRESS, *COMPOUND_PARTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationHead:
    """What the form itself does not know. `at` dates the paper."""

    at: datetime
    place_name: str
    addressed_to: str = ""
    dossier_code: str = ""


def print_declaration(form: Form, answers: Mapping[str, Any], head: DeclarationHead) -> bytes:
    """PDF, the same bytes for the same form, answers and head. Refusals: TooManyLines."""
    return render_declaration(declaration_of(form, answers, head))


def declaration_of(form: Form, answers: Mapping[str, Any], head: DeclarationHead) -> Declaration:
    """What is printed: only what is asked now and answered, in the order of the form."""
    with override("vi"):
        checked = check(form, answers, on=local_day(head.at))
        return Declaration(
            title=form.paper_title.vi or form.title.vi.upper(),
            at=head.at,
            place_name=head.place_name,
            addressed_to=head.addressed_to,
            dossier_code=head.dossier_code,
            sections=tuple(_sections(form, checked.answers)),
            pledge=form.pledge.vi,
            signers=_signers(form, checked.answers),
        )


def _signers(form: Form, answers: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Those whom the form names; else the applicant, an organization through its representative."""
    if form.signers:
        return tuple((one.label.vi, _name_at(answers, one.name)) for one in form.signers)
    applicant = parties_of(form, answers).get("applicant", {})
    name = applicant.get("representative_name") or applicant.get("name")
    return ((SIGNER, name if isinstance(name, str) else ""),)


def _name_at(answers: Any, path: str) -> str:
    for key in path.split("."):
        answers = answers.get(key) if isinstance(answers, Mapping) else None
    return answers if isinstance(answers, str) else ""


def _sections(form: Form, answers: Mapping[str, Any]) -> Iterator[DeclarationSection]:
    for page in form.pages:
        entries = tuple(_entries(page.fields, answers, 0))
        if entries:
            yield DeclarationSection(title=page.title.vi, entries=entries)


def _entries(items: Sequence[Item], answers: Any, level: int) -> Iterator[Entry]:
    given = answers if isinstance(answers, Mapping) else {}
    for item in items:
        value = given.get(item.key)
        if value is None or (isinstance(item, Field) and not item.is_printed):
            continue
        if isinstance(item, Field):
            yield from _field(item, value, level)
        elif isinstance(item, Group):
            yield DeclarationEntry(label=item.label.vi, level=level)
            yield from _entries(item.fields, value, level + 1)
        else:
            yield from _repeat(item, value, level)


def _field(asked: Field, value: Any, level: int) -> Iterator[Entry]:
    label = label_on_paper(asked).vi
    if asked.kind in (FieldKind.PERSON, FieldKind.ORGANIZATION) and isinstance(value, Mapping):
        yield DeclarationEntry(label=label, level=level)
        yield from _person(asked, value, level + 1)
        return
    paragraphs = tuple(line for line in value_words(asked, value).splitlines() if line)
    if paragraphs:
        yield DeclarationEntry(label=label, paragraphs=paragraphs, level=level)


def _person(asked: Field, value: Mapping[str, Any], level: int) -> Iterator[Entry]:
    """A line for each part; short parts that belong together share one."""
    said = {key: (label, words) for key, label, words in part_lines(asked, value)}
    for key, (label, words) in said.items():
        if key in STANDS_BESIDE and STANDS_BESIDE[key] in said:
            continue
        beside = tuple(
            said[one] for one, left in STANDS_BESIDE.items() if left == key and one in said
        )
        yield DeclarationEntry(label=label, paragraphs=(words,), beside=beside, level=level)


def label_on_paper(asked: Field) -> Text:
    return asked.paper_label or asked.label


def _repeat(repeat: Repeat, value: Any, level: int) -> Iterator[Entry]:
    """A table where every item is short; else item after item under a heading of its own."""
    items = [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
    columns = _columns(repeat, items)
    if columns:
        yield DeclarationTable(
            label=repeat.label.vi,
            heads=tuple(label_on_paper(one).vi.rstrip("?") for one in columns),
            rows=tuple(
                tuple(value_words(one, item.get(one.key)) for one in columns) for item in items
            ),
        )
        return
    yield DeclarationEntry(label=repeat.label.vi, level=level)
    for number, item in enumerate(items, start=1):
        yield DeclarationEntry(label=f"{repeat.item_label.vi} {number}", level=level + 1)
        yield from _entries(repeat.fields, item, level + 2)


def _columns(repeat: Repeat, items: Sequence[Mapping[str, Any]]) -> tuple[Field, ...]:
    """The fields that anything was answered in, if all are short and few enough for a table."""
    printed = [one for one in repeat.fields if not isinstance(one, Field) or one.is_printed]
    used = [one for one in printed if any(item.get(one.key) is not None for item in items)]
    fields = tuple(one for one in used if isinstance(one, Field))
    short = len(fields) == len(used) <= COLUMNS_MAX
    return fields if short and not any(one.kind in _LONG_KINDS for one in fields) else ()
