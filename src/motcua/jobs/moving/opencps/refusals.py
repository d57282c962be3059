"""What cannot be read at all."""

from __future__ import annotations

from motcua.kernel.refusal import Refusal


class ExportUnreadable(Refusal):
    """`file` is no XML or JSON that could be an export; `problem` says why."""

    code = "opencps-export-unreadable"
