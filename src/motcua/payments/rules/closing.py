"""Counting a till at the end of the day. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.kernel.refusal import Refusal
from motcua.payments.vocabulary import DENOMINATIONS_VND, CashCount

NOTES_MAX = 100_000
AMOUNT_MAX_VND = 10**12
NOTE_MAX = 500


class CountMissing(Refusal):
    """Neither notes nor a sum were told."""

    code = "count-missing"


class CountFaulty(Refusal):
    """No such note, or not so many of it; or a sum below nothing."""

    code = "count-faulty"


class CountsDisagree(Refusal):
    """The sum typed is not the sum of the notes (`notes_vnd`)."""

    code = "counts-disagree"


class DifferenceUnexplained(Refusal):
    """More or less lies in the till than it should; the note must say why (`difference_vnd`)."""

    code = "difference-unexplained"


class TillNoteTooLong(Refusal):
    """The note is longer than `length_max`."""

    code = "till-note-too-long"


@dataclass(frozen=True, slots=True)
class Closing:
    """What is written down when a till is closed."""

    counted_vnd: int
    expected_vnd: int
    notes: tuple[tuple[int, int], ...]
    note: str

    @property
    def difference_vnd(self) -> int:
        return self.counted_vnd - self.expected_vnd


def counted(count: CashCount) -> int:
    """How much cash was counted. Refusals: CountMissing, CountFaulty, CountsDisagree."""
    for value, number in count.notes:
        if value not in DENOMINATIONS_VND or not 0 <= number <= NOTES_MAX:
            raise CountFaulty(field=f"note_{value}")
    if count.total_vnd is not None and not 0 <= count.total_vnd <= AMOUNT_MAX_VND:
        raise CountFaulty(field="total_vnd")
    if not count.notes:
        if count.total_vnd is None:
            raise CountMissing(field="total_vnd")
        return count.total_vnd
    of_notes = sum(value * number for value, number in count.notes)
    if count.total_vnd is not None and count.total_vnd != of_notes:
        raise CountsDisagree(field="total_vnd", notes_vnd=of_notes)
    return of_notes


def close(count: CashCount, *, expected_vnd: int) -> Closing:
    """Refusals: those of `counted`, DifferenceUnexplained, TillNoteTooLong."""
    note = " ".join(count.note.split())
    if len(note) > NOTE_MAX:
        raise TillNoteTooLong(field="note", length_max=NOTE_MAX)
    notes = tuple(sorted((one for one in count.notes if one[1]), reverse=True))
    closing = Closing(counted(count), expected_vnd, notes, note)
    if closing.difference_vnd and not note:
        raise DifferenceUnexplained(field="note", difference_vnd=closing.difference_vnd)
    return closing
