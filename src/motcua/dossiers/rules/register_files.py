"""How long a register may be that is given out as one book."""

from __future__ import annotations

from motcua.kernel.refusal import Refusal

ROWS_MAX = 20_000
"""Lines that one printed book takes; a workbook takes them too."""


class RegisterTooLong(Refusal):
    """More lines than one file takes: choose a shorter time."""

    code = "register-too-long"
