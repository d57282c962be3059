"""What papers share: the head, who signs, and how a field wants to be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

RUN_MAX: Final = "run_max"
ROWS_MAX: Final = "rows_max"
IN_WORDS: Final = "in_words"
CHARACTERS_MAX: Final = "characters_max"
BREAKS_AT_SEPARATORS: Final = "breaks_at_separators"

CODE: Final[Mapping[str, Any]] = MappingProxyType({RUN_MAX: 28, CHARACTERS_MAX: 60})
"""A code is kept whole as long as any code of practice is."""
CODE_IN_ROW: Final[Mapping[str, Any]] = MappingProxyType(
    {RUN_MAX: 12, CHARACTERS_MAX: 60, BREAKS_AT_SEPARATORS: True}
)
"""A code in a column: an unusually long one is broken after its hyphens and points."""
NARROW: Final[Mapping[str, Any]] = MappingProxyType({RUN_MAX: 18})
LETTERHEAD: Final[Mapping[str, Any]] = MappingProxyType({RUN_MAX: 12, CHARACTERS_MAX: 200})
FULL_MOMENT: Final[Mapping[str, Any]] = MappingProxyType({IN_WORDS: True})
"""An instant inside a row, printed as `10 giờ 20 phút, ngày …` and not as `10:20 05/02/2026`."""
MANY_ROWS: Final[Mapping[str, Any]] = MappingProxyType({ROWS_MAX: 20_000})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """Top of every paper. `at` dates it, chooses the form in force and stamps the file.

    `number` is number and symbol as printed ("05/PYC-TTPVHCC"). `data_code_text` goes into the QR
    code at the left (`codes.paper_code_text`), `lookup_url` into the one at the right.
    """

    superior_agency: str = field(metadata=LETTERHEAD)
    agency: str = field(metadata=LETTERHEAD)
    place_name: str = field(metadata={CHARACTERS_MAX: 80})
    at: datetime
    number: str = field(default="", metadata=CODE)
    dossier_code: str = field(default="", metadata=CODE)
    data_code_text: str = ""
    lookup_url: str = ""

    def __post_init__(self) -> None:
        assert self.at.tzinfo is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs. `authority` stands above the title: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"."""

    name: str = field(default="", metadata=NARROW)
    title: str = field(default="", metadata=NARROW)
    authority: str = field(default="", metadata=NARROW)


NOBODY = Signer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask: a person or a desk, and a telephone. Empty text is printed as dots to fill in."""

    name: str = ""
    phone: str = ""


NO_CONTACT = Contact()
