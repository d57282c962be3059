"""What a form is made of: pages of fields, groups and repeats. Frozen values; read by `definition`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from motcua.eforms.rules.conditions import Condition
from motcua.eforms.rules.formulas import Formula
from motcua.eforms.vocabulary import AddressForm, FieldKind

LANGUAGES: Final = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """Words in both languages; empty where nothing was written (publishing asks for what is missing)."""

    vi: str = ""
    en: str = ""

    def said(self, language: str) -> str:
        """In that language, else in Vietnamese."""
        return (self.en if language.startswith("en") else self.vi) or self.vi

    def __bool__(self) -> bool:
        return bool(self.vi or self.en)


NO_TEXT: Final = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    code: str
    label: Text
    help: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What must hold of the answers; when it is false, `say` tells the person what to do."""

    holds: Condition
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a person, an organization or a paper that is asked for."""

    key: str
    kind: FieldKind
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. `min` and `max` are whole numbers, or a day ("2025-07-01", "today"); `length_max`
    of texts; `parts` of compounds; `paper_label` stands on the
    declaration instead of the question, and what is not `is_printed` does not stand there; `shown_as` is how a computed value is printed; `fills` says which
    part of which party this is: "applicant" or "applicant.phone"; with `fills_if` only when that holds."""

    key: str
    kind: FieldKind
    label: Text
    help: Text = NO_TEXT
    is_required: bool = False
    required_if: Condition | None = None
    shown_if: Condition | None = None
    choices: tuple[Choice, ...] = ()
    formula: Formula | None = None
    shown_as: FieldKind | None = None
    min: int | str | None = None
    max: int | str | None = None
    length_max: int | None = None
    decimals: int = 0
    paper_label: Text = NO_TEXT
    is_printed: bool = True
    parts: tuple[Part, ...] = ()
    address_forms: tuple[AddressForm, ...] = ()
    fills: str = ""
    fills_if: Condition | None = None
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together: a dict in the answers."""

    key: str
    label: Text
    fields: tuple[Item, ...]
    help: Text = NO_TEXT
    shown_if: Condition | None = None
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """The same fields as often as needed: a list of dicts. `item_label` names one of them."""

    key: str
    label: Text
    item_label: Text
    fields: tuple[Item, ...]
    min_items: int = 0
    max_items: int
    help: Text = NO_TEXT
    shown_if: Condition | None = None
    checks: tuple[Check, ...] = ()


Item = Field | Group | Repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A step of the portal, a heading at the desk and on paper."""

    key: str
    title: Text
    fields: tuple[Item, ...]
    help: Text = NO_TEXT
    shown_if: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs the declaration: a heading, and the path of the name below it ("man.name")."""

    label: Text
    name: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Form:
    """A whole form. `paper_title` heads the printed declaration, `pledge` closes it, `signers` (one or
    two) sign it; without any the applicant does.

    Compared by identity: what stands in memory is read once per version and kept.
    """

    code: str
    title: Text
    pages: tuple[Page, ...]
    help: Text = NO_TEXT
    paper_title: Text = NO_TEXT
    pledge: Text = NO_TEXT
    signers: tuple[Signer, ...] = ()
    legal_basis: tuple[str, ...] = ()


def every_item(items: tuple[Item, ...]) -> Iterator[Item]:
    """The items and all within them, in the order of the form."""
    for item in items:
        yield item
        if not isinstance(item, Field):
            yield from every_item(item.fields)
