"""What printed page and workbook share: heads, numbering of rows, the lines beneath a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.kernel.dates_vi import short_moment
from motcua.papers.cleaning import visible_text
from motcua.reports.vocabulary import Check, Column, Report, Row
from motcua.reports.wording import (
    CLOSED,
    COUNTED,
    DRAFT,
    FAULT,
    GROUPS,
    IDENTITIES,
    MORE_FAULTS,
    NOTES,
    OF_AGENCIES,
    OWN_DEFINITION,
)

AGENCIES_NAMED_MAX = 40
FAULTS_NAMED_MAX = 20


@dataclass(frozen=True, slots=True)
class Span:
    """Neighboring columns under one head; without a head each stands alone."""

    head: str
    columns: tuple[Column, ...]


def spans(report: Report) -> tuple[Span, ...]:
    """The columns by the heads above them, in their order."""
    found: list[Span] = []
    for column in report.columns:
        head = str(GROUPS[column.group])
        if head and found and found[-1].head == head:
            found[-1] = Span(head, (*found[-1].columns, column))
        else:
            found.append(Span(head, (column,)))
    return tuple(found)


def numbered(report: Report) -> Iterator[tuple[str, Row]]:
    """Outer rows that hold others in Roman numerals, the others counted anew under each."""
    nested = any(row.depth for row in report.rows)
    outer = inner = 0
    for row in report.rows:
        if row.depth == 0:
            outer, inner = outer + 1, 0
            yield (roman(outer) if nested else str(outer)), row
        else:
            inner += 1
            yield str(inner), row


def roman(number: int) -> str:
    """`4` -> `IV`; numbers from 1 on."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def label(row: Row) -> str:
    """What the row is called, with the code of a procedure and the note beside it."""
    note = str(NOTES[row.note])
    named = f"{row.label} ({row.code})" if row.key.startswith("procedure/") else row.label
    return visible_text(f"{named} – {note}" if note else named)


def beneath(report: Report) -> Iterator[str]:
    """The lines under the table: whose figures, what does not add up, as known when, closed by whom."""
    if len(report.agencies) > 1:
        names = [one.name for one in report.agencies]
        more = ["…"] if len(names) > AGENCIES_NAMED_MAX else []
        yield str(OF_AGENCIES) % {"names": "; ".join([*names[:AGENCIES_NAMED_MAX], *more])}
    for check in report.faults[:FAULTS_NAMED_MAX]:
        yield fault_words(check, report)
    more_faults = len(report.faults) - FAULTS_NAMED_MAX
    if more_faults > 0:
        yield str(MORE_FAULTS) % {"count": more_faults}
    yield str(COUNTED) % {
        "moment": short_moment(report.counted_at),
        "source": source_words(report.source),
    }
    if report.closing is None:
        yield str(DRAFT)
        return
    yield str(CLOSED) % {
        "moment": short_moment(report.closing.closed_at),
        "by": ", ".join(filter(None, (report.closing.by, report.closing.title))),
        "digest": report.closing.digest[:16],
    }


def source_words(source: str) -> str:
    """On what a definition rests; what no text prescribes is said to be our own."""
    return "; ".join(str(OWN_DEFINITION) if one == "Design" else one for one in source.split("; "))


def fault_words(check: Check, report: Report) -> str:
    """Which arithmetic does not hold, in which row, and both of its sides."""
    labels = {row.key: row.label for row in (*report.rows, report.total)}
    where = {"row": labels.get(check.row_key, ""), "left": check.left, "right": check.right}
    return f"{IDENTITIES[check.identity]} – {str(FAULT) % where}"
