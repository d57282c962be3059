"""The words of a printed declaration, ready for its template; and the printing of it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import place_and_day
from motcua.papers.content.plain import TooManyLines, cleaned
from motcua.papers.data.declarations import (
    Declaration,
    DeclarationBlank,
    DeclarationEntry,
    DeclarationSection,
    DeclarationTable,
)
from motcua.papers.data.heads import CHARACTERS_MAX, RUN_MAX

ENTRIES_MAX: Final = 6_000
_LONG: Final = MappingProxyType({CHARACTERS_MAX: 10_000, RUN_MAX: 40})
_CELL: Final = MappingProxyType({CHARACTERS_MAX: 1_000, RUN_MAX: 14})
_WORDS: Final = MappingProxyType({"to": "Kính gửi", "index": "STT"})
_HINT: Final = "(Ký, ghi rõ họ tên)"
_DOTS: Final = "…" * 30
_BLANK_DAY: Final = "……………, ngày …… tháng …… năm 20……"


def declaration_content(data: Declaration) -> dict[str, Any]:
    """Plain words for `declaration.typ`. Refusals: TooManyLines."""
    count = sum(len(section.entries) for section in data.sections)
    if count > ENTRIES_MAX:
        raise TooManyLines(field="sections", count=count, count_max=ENTRIES_MAX)
    return {
        "title": cleaned(data.title),
        "running_code": cleaned(data.dossier_code)[:28],
        "margins": {},
        "copies": [""],
        "hidden": [],
        "words": dict(_WORDS),
        "addressed_to": _DOTS if data.is_blank else cleaned(data.addressed_to),
        "place_and_day": _BLANK_DAY
        if data.is_blank
        else place_and_day(cleaned(data.place_name), local_day(data.at)),
        "sections": [_section(section) for section in data.sections],
        "pledge": cleaned(data.pledge, _LONG),
        "signers": [
            {"heading": cleaned(heading), "name": cleaned(name), "hint": _HINT, "title": ""}
            for heading, name in data.signers
        ],
    }


def _section(section: DeclarationSection) -> dict[str, Any]:
    return {"title": cleaned(section.title), "entries": [_entry(one) for one in section.entries]}


def _entry(entry: DeclarationEntry | DeclarationTable | DeclarationBlank) -> dict[str, Any]:
    if isinstance(entry, DeclarationBlank):
        return _blank(entry)
    if isinstance(entry, DeclarationTable):
        return {
            "kind": "table",
            "label": cleaned(entry.label, _LONG),
            "heads": [cleaned(head, _CELL) for head in entry.heads],
            "rows": [[cleaned(value, _CELL) for value in row] for row in entry.rows],
        }
    return {
        "kind": "line" if entry.paragraphs else "heading",
        "label": cleaned(entry.label, _LONG),
        "paragraphs": [cleaned(one, _LONG) for one in entry.paragraphs],
        "beside": [[cleaned(label), cleaned(value)] for label, value in entry.beside],
        "level": min(entry.level, 3),
    }


def _blank(entry: DeclarationBlank) -> dict[str, Any]:
    return {
        "kind": "blank",
        "label": cleaned(entry.label, _LONG),
        "note": cleaned(entry.note, _LONG),
        "lines": entry.lines,
        "choices": [cleaned(one) for one in entry.choices],
        "beside": [
            [cleaned(label), [cleaned(c) for c in choices]] for label, choices in entry.beside
        ],
        "level": min(entry.level, 3),
    }
