"""Which papers an office can look up itself instead of asking for them. Pure.

A paper is recognized by phrases in its name, in plain letters. What is filled in for the procedure
(declarations, requests, minutes) is never meant, even when it names such a paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.procedures.rules.search_words import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A database of the state that an office reads, from a day on (`valid_until` exclusive)."""

    code: str
    name_vi: str
    name_en: str
    phrases: tuple[str, ...]
    valid_from: date
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookups:
    """All registers known; `not_papers`: how the names of what is no paper of a register begin."""

    registers: tuple[Register, ...]
    not_papers: tuple[str, ...]

    def register_of(self, paper_name: str, day: date) -> Register | None:
        """The register in which the office finds what this paper says; None when it must be brought."""
        name = f"{' '.join(words_of(paper_name))} "
        if any(name.startswith(f"{begun} ") for begun in self.not_papers):
            return None
        return next(
            (
                one
                for one in self.registers
                if one.holds_on(day) and any(f" {phrase} " in f" {name}" for phrase in one.phrases)
            ),
            None,
        )
