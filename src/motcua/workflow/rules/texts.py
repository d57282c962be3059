"""What is written about a task: pure."""

from __future__ import annotations

from typing import Final

from motcua.kernel.refusal import Refusal

TEXT_MAX: Final = 4000


class TextMissing(Refusal):
    """Something must be told here, in words."""

    code = "task-text-missing"


class TextTooLong(Refusal):
    """More than a task keeps."""

    code = "task-text-too-long"
