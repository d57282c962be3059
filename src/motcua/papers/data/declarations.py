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
class DeclarationSection:
    title: str
    entries: tuple[DeclarationEntry | DeclarationTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """Everything on the paper. `at` dates it and stamps the file, so the same data give the same
    bytes. `addressed_to` is who decides ("Ủy ban nhân dân xã Gia Lâm"), `dossier_code` runs on top of
    later pages, `pledge` stands above the signatures: of `signers` (heading and name, one or two)."""

    title: str
    at: datetime
    place_name: str
    addressed_to: str = ""
    dossier_code: str = ""
    sections: tuple[DeclarationSection, ...]
    pledge: str = ""
    signers: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        assert self.at.tzinfo is not None
        assert len(self.signers) <= SIGNERS_MAX
