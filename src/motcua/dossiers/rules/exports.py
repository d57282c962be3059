"""Lists as files: which, in which forms, how long, how many at a time."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from motcua.kernel.refusal import Refusal

PIECE = 2_000
"""Lines read, written and forgotten at a time."""
AT_ONCE_MAX = 500
"""Lines up to which a file is made while one waits."""
RUNNING_MAX = 3
"""Files that one person may have in the making."""
SHEET_ROWS_MAX = 1_048_575
"""Lines of one sheet of a workbook, below its heading."""
KEPT_FOR = timedelta(days=3)
"""How long a file waits to be fetched: it is full of personal data, and can be made again."""
ATTEMPTS_MAX = 5
"""Workers that take a run up by themselves; after that a person must say so."""
STILL_AFTER = timedelta(minutes=2)
"""A run that has said nothing for so long has lost its worker."""


class Exported(StrEnum):
    """What a file is of: dossiers found, a list of work, lines of a register, or the official book."""

    DOSSIERS = "DOSSIERS"
    WORK = "WORK"
    REGISTER = "REGISTER"
    REGISTER_BOOK = "REGISTER_BOOK"


class FileForm(StrEnum):
    XLSX = "XLSX"
    CSV = "CSV"
    JSONL = "JSONL"
    PDF = "PDF"


LIST_FORMS = (FileForm.XLSX, FileForm.CSV, FileForm.JSONL)
FORMS_OF = {
    Exported.DOSSIERS: LIST_FORMS,
    Exported.WORK: LIST_FORMS,
    Exported.REGISTER: LIST_FORMS,
    Exported.REGISTER_BOOK: (FileForm.PDF, FileForm.XLSX),
}
MEDIA_OF = {
    FileForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileForm.CSV: "text/csv; charset=utf-8",
    FileForm.JSONL: "application/jsonl; charset=utf-8",
    FileForm.PDF: "application/pdf",
}


class RunOutcome(StrEnum):
    """How a run in the background ended."""

    DONE = "DONE"
    FAILED = "FAILED"
    CANCELED = "CANCELED"


class ExportFormUnfit(Refusal):
    """This list is not given out in this form."""

    code = "export-form-unfit"


class ExportUnreadable(Refusal):
    """The filter is not one of this list."""

    code = "export-filter-faulty"


class TooManyExports(Refusal):
    """As many files as one person may have in the making are being made."""

    code = "too-many-exports"


class ExportTooLong(Refusal):
    """More lines than one sheet takes: the other forms take any number."""

    code = "export-too-long"


class ExportOutdated(Refusal):
    """The rights by which the file was made are no longer those of whoever fetches it."""

    code = "export-outdated"


class ExportFault(Refusal):
    """Something broke that is nobody's mistake; there is no file."""

    code = "export-fault"


def check_form(what: Exported, form: FileForm) -> None:
    """Refusals: ExportFormUnfit."""
    if form not in FORMS_OF[what]:
        raise ExportFormUnfit(field="form", forms=", ".join(FORMS_OF[what]))


def check_length(form: FileForm, count: int) -> None:
    """Refusals: ExportTooLong."""
    if form is FileForm.XLSX and count > SHEET_ROWS_MAX:
        raise ExportTooLong(field="form", count=count, count_max=SHEET_ROWS_MAX)
