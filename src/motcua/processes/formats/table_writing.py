"""A process as the table officials know, in a workbook: with two columns more for what that table leaves to
words (Tiếp theo, Trả lại). `formats.table` reads it back the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final

from django.utils import translation
from xlsxwriter import Workbook

from motcua.processes.rules.shapes import Process, Step, StepLimit
from motcua.processes.vocabulary import Split
from motcua.processes.who_words import who_words
from motcua.processes.wording import limit_words
from motcua.worktime.vocabulary import Unit

AT_ONCE: Final = "cùng lúc"
OVER: Final = "hết"
OUTSIDE: Final = "ngoài cơ quan"
RESULT: Final = "Kết quả:"
WIDTHS: Final = (8, 44, 30, 18, 40, 34, 12)
HEADS: Final = (
    "Bước",
    "Trình tự",
    "Trách nhiệm",
    "Thời gian",
    "Biểu mẫu/Kết quả",
    "Tiếp theo",
    "Trả lại",
)
DAYS_OFF_TOO: Final = "(cả ngày nghỉ)"
Names = Mapping[str, str]


def table_workbook(process: Process, names: Names) -> bytes:
    """The table as a workbook. The words of its columns are Vietnamese: they are read back by them."""
    file = BytesIO()
    with translation.override("vi"), Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Quy trình")
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        for at, (width, title) in enumerate(zip(WIDTHS, HEADS, strict=True)):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, title, head)
        for line, step in enumerate(process.steps, start=1):
            for at, text in enumerate(row_of(process, step, names)):
                sheet.write_string(line, at, text, cell)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    return file.getvalue()


def row_of(process: Process, step: Step, names: Names) -> tuple[str, ...]:
    """The cells of a step."""
    results = [f"{RESULT} {step.gives_out}"] if step.gives_out else []
    back = [process.step(key).number for key in step.returns_to if process.has(key)]
    return (
        step.number,
        step.name,
        who_words(step.who, names),
        OUTSIDE if step.is_outside else time_cell(step.limit),
        "\n".join([*([step.form] if step.form else []), *results]),
        _onward(process, step),
        ", ".join(back),
    )


def _onward(process: Process, step: Step) -> str:
    branches = [
        process.step(one.to).number + (f" ({one.label})" if one.label else "")
        for one in step.next
        if process.has(one.to)
    ]
    at_once = [AT_ONCE] if step.split is Split.ALL and len(branches) > 1 else []
    return "; ".join([*branches, *at_once]) or OVER


def time_cell(limit: StepLimit | None) -> str:
    """In such a table a day is a working day, so days that count days off say so."""
    words = limit_words(limit)
    is_calendar = limit is not None and limit.unit is Unit.CALENDAR_DAYS
    return f"{words} {DAYS_OFF_TOO}" if is_calendar else words
