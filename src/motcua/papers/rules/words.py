"""The words of a form: the sheet of defaults beside its template, and what an office changed on it.

Every word has a key: `lines.phone` a text, `optional.applicant.email` whether a line is printed,
`page.size` and `page.left` the sheet and its margins. A change is a mapping from keys to values
(`str`, `bool`, `int`); what it does not name stays as the sheet has it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.papers.cleaning import REPERTOIRE, visible_text
from motcua.papers.vocabulary import PaperSize

Changes = Mapping[str, str | bool | int]

UNCHANGED: Final[Changes] = MappingProxyType({})
OPTIONAL: Final = "optional."
SIZE: Final = "page.size"
MARGINS: Final = ("page.top", "page.bottom", "page.left", "page.right")
MARGIN_MIN, MARGIN_MAX = 5, 40
_MARGIN_BOUNDS: Final = {"least": MARGIN_MIN, "most": MARGIN_MAX}
SHORT_MAX: Final = 60
TEXT_MAX: Final = 200
SENTENCE_MAX: Final = 600
_SENTENCES: Final = "sentences."
_SHORT: Final = ("head.", "columns.", "kinds.", "copies.")
"""Words with little room: above the title, in a column, in brackets."""
_GROUPS_OF_TEXT: Final = (
    "title",
    "head",
    "lines",
    "columns",
    "sentences",
    "kinds",
    "copies",
    "signatures",
)
PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


class WordUnknown(Refusal):
    """The form has no word `field`, or none that takes such a value."""

    code = "paper-word-unknown"


class WordEmpty(Refusal):
    """The word may not be left empty."""

    code = "paper-word-empty"


class WordTooLong(Refusal):
    """The word is longer than `count_max` characters."""

    code = "paper-word-too-long"


class LetterNotPrintable(Refusal):
    """The typeface has no such `letter`."""

    code = "paper-letter-not-printable"


class PlaceholderUnknown(Refusal):
    """The form cannot fill `{placeholder}`; those it can are `known`."""

    code = "paper-placeholder-unknown"


class PlaceholderMissing(Refusal):
    """The word lost `{placeholder}`, without which the paper would not say what it must."""

    code = "paper-placeholder-missing"


class PageValueNotValid(Refusal):
    """A margin outside `least`..`most` millimeters."""

    code = "paper-page-value-not-valid"


class FormWordsRefused(ManyProblems):
    """The words cannot be set as given; `problems` names every reason with its field."""

    code = "form-words-refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSheet:
    """The defaults of one form. `texts` by key; `optional` lines by the path of what they print;
    `fills` says which datum stands for a placeholder; `sizes` are the sheets it may be printed on,
    the first by default."""

    texts: Mapping[str, str]
    optional: Mapping[str, str]
    fills: Mapping[str, str]
    sizes: tuple[PaperSize, ...]

    def placeholders(self, key: str) -> tuple[str, ...]:
        return tuple(PLACEHOLDER.findall(self.texts[key]))

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything that may be changed, in the order of the sheet."""
        lines = tuple(OPTIONAL + path for path in self.optional)
        return (*self.texts, *lines, SIZE, *MARGINS)


def read_sheet(paths: Iterable[Path]) -> WordSheet:
    """The sheet of a form from its files; a later file says more, and again what differs."""
    texts: dict[str, str] = {}
    merged: dict[str, dict[str, str]] = {"optional": {}, "fills": {}}
    sizes: list[str] = []
    for path in paths:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        for group in _GROUPS_OF_TEXT:
            texts |= {f"{group}.{name}": text for name, text in document.get(group, {}).items()}
        for group, found in merged.items():
            found |= document.get(group, {})
        sizes = document.get("page", {}).get("sizes", sizes)
    return WordSheet(
        texts=_in_group_order(texts),
        optional=merged["optional"],
        fills=merged["fills"],
        sizes=tuple(PaperSize(size) for size in sizes),
    )


def _in_group_order(texts: Mapping[str, str]) -> dict[str, str]:
    ordered = sorted(texts, key=lambda key: _GROUPS_OF_TEXT.index(key.partition(".")[0]))
    return {key: texts[key] for key in ordered}


def decide_changes(sheet: WordSheet, given: Mapping[str, Any]) -> dict[str, str | bool | int]:
    """What really differs from the sheet, tidied. Refusal: FormWordsRefused, with every problem."""
    problems: list[Refusal] = []
    changes: dict[str, str | bool | int] = {}
    for key, value in given.items():
        found = _problem(sheet, key, value)
        if found:
            problems.append(found)
        elif value is not None and _tidied(value) != default_of(sheet, key):
            changes[key] = _tidied(value)
    if problems:
        raise FormWordsRefused(problems)
    return changes


def default_of(sheet: WordSheet, key: str) -> str | bool | None:
    """What the sheet has for the key; a margin has None: it depends on the sheet of paper."""
    if key in sheet.texts:
        return sheet.texts[key]
    if key == SIZE:
        return str(sheet.sizes[0])
    return True if key.startswith(OPTIONAL) else None


def length_max(key: str) -> int:
    """How long a text may be, by the room there is for it."""
    if key.startswith(_SHORT):
        return SHORT_MAX
    return SENTENCE_MAX if key.startswith(_SENTENCES) else TEXT_MAX


def may_be_empty(key: str) -> bool:
    """A sentence may go as a whole; a word that names something may not."""
    return key.startswith(_SENTENCES)


def _tidied(value: Any) -> Any:
    return visible_text(value) if isinstance(value, str) else value


def _problem(sheet: WordSheet, key: str, value: Any) -> Refusal | None:
    if key in sheet.texts:
        return _text_problem(sheet, key, value)
    if key == SIZE:
        return None if value in sheet.sizes else WordUnknown(field=key)
    if key in MARGINS:
        return _margin_problem(key, value)
    if key.startswith(OPTIONAL) and key.removeprefix(OPTIONAL) in sheet.optional:
        return None if isinstance(value, bool) else WordUnknown(field=key)
    return WordUnknown(field=key)


def _margin_problem(key: str, value: Any) -> Refusal | None:
    """None (the default of the sheet) or whole millimeters."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    valid = value is None or (whole and MARGIN_MIN <= value <= MARGIN_MAX)
    return None if valid else PageValueNotValid(field=key, **_MARGIN_BOUNDS)


def _text_problem(sheet: WordSheet, key: str, value: Any) -> Refusal | None:
    if not isinstance(value, str):
        return WordUnknown(field=key)
    text = visible_text(value)
    count_max = length_max(key)
    if len(text) > count_max:
        return WordTooLong(field=key, count=len(text), count_max=count_max)
    strange = next((letter for letter in text if ord(letter) not in REPERTOIRE), None)
    if strange is not None:
        return LetterNotPrintable(field=key, letter=strange)
    return _placeholder_problem(sheet, key, text)


def _placeholder_problem(sheet: WordSheet, key: str, text: str) -> Refusal | None:
    """A sentence may go as a whole; while it stands it says what it must."""
    if not text:
        return None if may_be_empty(key) else WordEmpty(field=key)
    used, needed = set(PLACEHOLDER.findall(text)), sheet.placeholders(key)
    known = ", ".join(f"{{{name}}}" for name in needed)
    for name in sorted(used - set(needed)):
        return PlaceholderUnknown(field=key, placeholder=name, known=known or "–")
    for name in needed:
        if name not in used:
            return PlaceholderMissing(field=key, placeholder=name)
    return None
