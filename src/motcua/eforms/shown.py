"""A form on screen as plain frozen values, for the macros of `ui/eform.html`. Words are in the language of
the moment; nothing here decides anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

NO_ATTRS: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChoice:
    value: str
    label: str
    chosen: bool = False
    hint: str = ""
    attrs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOffer:
    """A button that takes over what is known; `turn` is what it posts."""

    label: str
    turn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    """One question. `control`: text, textarea, select, radio, checkboxes, commune, computed or note;
    `kept` are hidden names and values sent beside it; `redraws`: other questions depend on it."""

    path: str
    id: str
    name: str
    control: str
    label: str
    hint: str = ""
    value: str = ""
    choices: tuple[ShownChoice, ...] = ()
    errors: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    is_required: bool = False
    is_prefilled: bool = False
    redraws: bool = False
    width: str = "full"
    affix: str = ""
    attrs: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[tuple[str, str], ...] = ()
    shape: str = "field"

    @property
    def error(self) -> str:
        return " ".join(self.errors)

    @property
    def focus_id(self) -> str:
        """Where a link to the question leads: the first of several choices."""
        return f"{self.id}_0" if self.control in ("radio", "checkboxes") else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGroup:
    """Questions under one legend: a group, or the parts of a person, an address, a paper. `folded`: what
    the fold is called that holds them (""= none); `is_open`: whether it stands open."""

    path: str
    id: str
    label: str
    items: tuple[ShownItem, ...]
    hint: str = ""
    errors: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    is_required: bool = True
    is_prefilled: bool = False
    offers: tuple[ShownOffer, ...] = ()
    folded: str = ""
    is_open: bool = True
    shape: str = "group"

    @property
    def error(self) -> str:
        return " ".join(self.errors)

    @property
    def focus_id(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One item of a repeat; `remove` is what the button that takes it away posts ("" = it stays)."""

    path: str
    id: str
    label: str
    items: tuple[ShownItem, ...]
    remove: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRepeat:
    """Items as often as needed. `add` is what the button for one more posts ("" = no more)."""

    path: str
    id: str
    label: str
    item_label: str
    rows: tuple[ShownRow, ...]
    rows_name: str
    rows_value: int
    hint: str = ""
    errors: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    add: str = ""
    shape: str = "repeat"

    @property
    def error(self) -> str:
        return " ".join(self.errors)

    @property
    def focus_id(self) -> str:
        return self.id


ShownItem = ShownField | ShownGroup | ShownRepeat


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPage:
    key: str
    id: str
    title: str
    items: tuple[ShownItem, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFault:
    """A line of the summary of faults, in the shape of `ui.error_summary`."""

    text: str
    field_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownForm:
    """The pages that are asked now. `asked` are the paths of all that is drawn; `places` the names of
    communes by province, offered to browsers without script; `peoples` those to offer where one writes
    an ethnicity."""

    title: str
    hint: str
    pages: tuple[ShownPage, ...]
    faults: tuple[ShownFault, ...] = ()
    asked: tuple[str, ...] = ()
    places: tuple[tuple[str, tuple[str, ...]], ...] = ()
    peoples: tuple[str, ...] = ()
