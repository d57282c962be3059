"""The printed declaration (tờ khai): what an applicant stated in an interactive form and signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

SIGNERS_MAX: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationEntry:
    """A label with what was stated, a paragraph each. Without paragraphs: a heading over what follows.
    `beside` are short things on the same line, label and value; `level` says how far it stands in."""

    label: str
    paragraphs: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationTable:
    """Several things of the same kind, a row each; every row as long as `heads`."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationBlank:
    """A question to answer by hand: so many dotted lines, or a box at each of `choices`. Without either a
    heading. `note` stands in small print; `beside` are short questions on the same line."""

    label: str
    note: str = ""
    lines: int = 1
    choices: tuple[str, ...] = ()
    beside: tuple[tuple[str, tuple[str, ...]], ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationSection:
    title: str
    entries: tuple[DeclarationEntry | DeclarationTable | DeclarationBlank, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """Everything on the paper. `at` dates it and stamps the file, so the same data give the same
    bytes. `addressed_to` is who decides ("Ủy ban nhân dân xã Gia Lâm"), `dossier_code` runs on top of
    later pages, `pledge` stands above the signatures: of `signers` (heading and name, one or two).
    `is_blank`: to be filled in by hand, also to whom, where and when."""

    title: str
    at: datetime
    place_name: str
    addressed_to: str = ""
    dossier_code: str = ""
    is_blank: bool = False
    sections: tuple[DeclarationSection, ...]
    pledge: str = ""
    signers: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        assert self.at.tzinfo is not None
        assert len(self.signers) <= SIGNERS_MAX
