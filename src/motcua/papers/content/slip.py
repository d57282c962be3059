"""From `SlipData` to the plain, cleaned words a template of Form 01 prints."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import moment_words, place_and_day
from motcua.papers.cleaning import TEXT_CHARACTERS_MAX, breakable, printable
from motcua.papers.codes import qr_svg
from motcua.papers.content.plain import TooManyLines
from motcua.papers.content.rating import rating_words
from motcua.papers.content.web_address import web_address
from motcua.papers.vocabulary import SlipData

PAPERS_MAX = 300
LINES_MAX = 50
COPIES_MAX = 5

# Longest run of letters without a space that surely fits: half a letterhead, a column, a line on A5.
_RUN_MAX = 34
_RUN_MAX_OF = {
    "superior_agency": 12,
    "agency": 12,
    "dossier_code": 28,
    "papers": 18,
    "submitter_signature_name": 18,
    "officer_name": 18,
    "officer_title": 18,
}
# Longest text where there is little room for it; elsewhere TEXT_CHARACTERS_MAX.
_CHARACTERS_MAX_OF = {"superior_agency": 200, "agency": 200, "dossier_code": 60, "place_name": 80}
_RUNNING_CODE_MAX = 28


def slip_content(data: SlipData, *, title: str) -> dict[str, Any]:
    """All texts of the slip, JSON-ready: strings cleaned, dates in words, QR codes as SVG.

    Refusals: TooManyLines, CodeTextTooLong.
    """
    _refuse_too_many(data)
    content: dict[str, Any] = {
        field: _cleaned(
            value,
            run_max=_RUN_MAX_OF.get(field, _RUN_MAX),
            characters_max=_CHARACTERS_MAX_OF.get(field, TEXT_CHARACTERS_MAX),
        )
        for field, value in asdict(data).items()
    }
    content["head"] = {
        "superior_agency": content["superior_agency"],
        "agency": content["agency"],
        "number": "",
        "dossier_code": content["dossier_code"],
        "place_and_day": place_and_day(content["place_name"], local_day(data.received_at)),
        "data_code": qr_svg(data.data_code_text, field="data_code_text"),
        "lookup_code": qr_svg(data.lookup_url, field="lookup_url"),
        "lookup_url": printable(data.lookup_url),
        "lookup_words": web_address(data.lookup_url),
    }
    return content | {
        **rating_words(data.rating_url),
        "title": f"{title} - {printable(data.dossier_code)}",
        "running_code": printable(data.dossier_code, characters_max=_RUNNING_CODE_MAX),
        "received_words": moment_words(data.received_at),
        "due_words": moment_words(data.due_at) if data.due_at else content["due_words"],
    }


def _refuse_too_many(data: SlipData) -> None:
    bounds = {"papers": PAPERS_MAX, "fees": LINES_MAX, "notes": LINES_MAX, "copies": COPIES_MAX}
    for field, count_max in bounds.items():
        count = len(getattr(data, field))
        if count > count_max:
            raise TooManyLines(field=field, count=count, count_max=count_max)


def _cleaned(value: Any, *, run_max: int, characters_max: int) -> Any:
    """Every text printable; instants left out (they are printed in words)."""
    if isinstance(value, str):
        return breakable(printable(value, characters_max=characters_max), run_max=run_max)
    if isinstance(value, dict):
        items = value.items()
        return {
            key: _cleaned(item, run_max=run_max, characters_max=characters_max)
            for key, item in items
        }
    if isinstance(value, (list, tuple)):
        return [_cleaned(item, run_max=run_max, characters_max=characters_max) for item in value]
    return None if isinstance(value, datetime) else value
