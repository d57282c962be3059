"""What is to be looked at after a table was read: said once, beside the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.processes.formats.table import TableFile, UnreadTime
from motcua.processes.rules.adding_up import Verdict, path_sums
from motcua.processes.rules.shapes import Process, StepLimit
from motcua.processes.vocabulary import StepAct
from motcua.processes.wording import ACTS, limit_words, sums_words
from motcua.worktime.vocabulary import Unit

WORDS_QUOTED_MAX: Final = 60
UNREAD: Final = {
    "not-read": gettext_lazy("Không đọc được thời gian: %(steps)s. Ghi lại ở bảng."),
    "negative": gettext_lazy("Thời gian nhỏ hơn 0: %(steps)s. Ghi lại ở bảng."),
    "too-long": gettext_lazy(
        "Thời gian quá dài, một bước nhiều nhất 10 năm: %(steps)s. Ghi lại ở bảng."
    ),
    "not-exact": gettext_lazy("Không đổi được đúng ra giờ: %(steps)s. Ghi lại bằng giờ ở bảng."),
}


def _quoted(times: Iterable[UnreadTime]) -> str:
    """The steps with what stands there, as whoever wrote the table will know it."""
    return "; ".join(
        _("bước %(number)s ghi “%(words)s”")
        % {"number": one.number, "words": one.words[:WORDS_QUOTED_MAX]}
        for one in times
    )


def table_notes(read: TableFile, procedure_limit: StepLimit | None = None) -> tuple[str, ...]:
    """In the order in which people look: what could not be read, how it was read, what does not agree."""
    return tuple(_notes(read, read.process.limit or procedure_limit))


def acts_note(process: Process, keys: Sequence[str]) -> str:
    """Which acts were proposed, for whoever is to look at them; "" where none was."""
    told = [
        _("bước %(number)s: %(act)s")
        % {"number": step.number or step.key, "act": ACTS[StepAct(step.act)]}
        for step in process.steps
        if step.key in keys and step.act
    ]
    if not told:
        return ""
    return _(
        "Máy đề nghị thao tác trên hồ sơ theo tên việc và người làm: %(steps)s. Xem lại ở ô “Thao tác trên hồ"
        " sơ làm xong bước” của từng bước."
    ) % {"steps": "; ".join(told)}


def _notes(read: TableFile, limit: StepLimit | None) -> Iterator[str]:
    for why in dict.fromkeys(one.why for one in read.unread):
        yield str(UNREAD[why]) % {"steps": _quoted(one for one in read.unread if one.why == why)}
    if read.days is Unit.WORKING_DAYS:
        yield _(
            "“Ngày” trong bảng được hiểu là ngày làm việc. Bước nào tính cả ngày nghỉ thì sửa ở bảng."
        )
    elif read.days is not None:
        yield _("“Ngày” trong bảng được hiểu là ngày tính cả ngày nghỉ, như thời hạn chung.")
    if read.total is not None:
        yield from _total(read, read.total, limit)


def _total(read: TableFile, total: StepLimit, limit: StepLimit | None) -> Iterator[str]:
    """The row of the total against the steps, and against the time that holds for the whole."""
    sums = path_sums(read.process, total)
    if sums and sums[0].told is not Verdict.EQUAL:
        told = {"total": limit_words(total), **sums_words(read.process, total)[0]}
        yield _("Dòng tổng của tệp ghi %(total)s; cộng các bước %(path)s: %(verdict)s.") % told
    if limit is not None and limit != total:
        told = {"total": limit_words(total), "limit": limit_words(limit)}
        yield _("Dòng tổng của tệp ghi %(total)s, thời hạn chung là %(limit)s.") % told
