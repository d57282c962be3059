"""Scores line by line, for files: the whole, then each agency, field and procedure."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO

from django.utils.translation import gettext as _

from motcua.kernel.sorting import sort_key
from motcua.papers.cleaning import visible_text
from motcua.surveys.queries.satisfaction import Satisfaction
from motcua.surveys.rules.scores import Compared
from motcua.surveys.vocabulary import Score
from motcua.workspace.surveys.showing import (
    Key,
    agency_names,
    beside_words,
    procedure_names,
    sector_names,
)

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets take the letters for another alphabet."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file; `beside` is None where nothing may be said of it."""

    table: str
    name: str
    score: Score
    beside: Compared | None

    @property
    def numbers(self) -> tuple[float | None, ...]:
        """In the order of `heads`. Of what is hidden not even how many."""
        score = self.score
        return (
            score.percent,
            score.low,
            score.high,
            score.answered if score.invited else None,
            score.invited or None,
            score.response_percent,
            self.percent_of_others,
        )

    @property
    def percent_of_others(self) -> float | None:
        one = self.beside
        return round(100 * one.answered_b / one.invited_b, 2) if one else None


def heads() -> tuple[str, ...]:
    """What the numbers of a line are."""
    return (
        _("Hài lòng (%)"),
        _("Từ (%)"),
        _("Đến (%)"),
        _("Số phiếu"),
        _("Số người được mời"),
        _("Tỷ lệ trả lời (%)"),
        _("Các dòng khác trả lời (%)"),
    )


def lines_of(found: Satisfaction, day: date) -> list[list[Line]]:
    """Table by table: agencies, fields, procedures; each with the whole in its first line."""
    agencies = (_("Theo cơ quan"), agency_names(found, day))
    sectors = (_("Theo lĩnh vực"), sector_names(found))
    procedures = (_("Theo thủ tục"), procedure_names(found))
    return [
        [*_told(found.whole, *agencies, found.by_agency, found.agencies_compared)],
        [*_told(found.whole, *sectors, found.by_sector, found.sectors_compared)],
        [*_told(found.whole, *procedures, found.by_procedure, found.procedures_compared)],
    ]


def _told(
    whole: Score,
    table: str,
    names: Mapping[Key, str],
    scores: Mapping[Key, Score],
    compared: Mapping[Key, Compared],
) -> Iterator[Line]:
    yield Line(table, _("Tất cả"), whole, None)
    for key in sorted(scores, key=lambda one: sort_key(names[one])):
        yield Line(table, names[key], scores[key], compared.get(key))


def satisfaction_csv(found: Satisfaction, day: date) -> str:
    """Numbers with a point, nothing where nothing is told."""
    out = StringIO()
    writer = csv.writer(out)
    beside = _("Trả lời so với các dòng khác")
    writer.writerow([_("Bảng"), _("Tên"), *heads(), beside, _("Từ ngày"), _("Đến hết ngày")])
    days = (found.first.isoformat(), found.last.isoformat())
    for line in (line for table in lines_of(found, day) for line in table):
        told = ["" if one is None else one for one in line.numbers]
        how = beside_words(line.beside) if line.beside else ""
        writer.writerow([line.table, _plain(line.name), *told, how, *days])
    return BYTE_ORDER_MARK + out.getvalue()


def _plain(name: str) -> str:
    """A name that a spreadsheet would take for a formula is told as text."""
    name = visible_text(name)
    return f"'{name}" if name.startswith(FORMULA) else name
