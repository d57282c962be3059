"""In which forms a register is given out."""

from __future__ import annotations

from enum import StrEnum

from motcua.kernel.refusal import Refusal

AT_ONCE_MAX = 500
"""Lines up to which a file is made while one waits."""
ROWS_MAX = 20_000
"""Lines that one printed book takes; a workbook takes them too."""


class RegisterForm(StrEnum):
    PDF = "PDF"
    XLSX = "XLSX"


class RegisterTooLong(Refusal):
    """More lines than one file takes: choose a shorter time."""

    code = "register-too-long"
