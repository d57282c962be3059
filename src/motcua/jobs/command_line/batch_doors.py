"""The batch commands: JSON lines in, JSON lines out. Django is never imported here."""

from __future__ import annotations

import sys
from importlib import import_module

from motcua.jobs.batch import lines
from motcua.jobs.command_line.speech import complain


def run(argv: list[str]) -> int:
    """Answer every line of standard input by the door named first; 0 when all were answered."""
    door, *rest = argv
    if rest:
        complain(
            f"Lệnh {door} không có tham số; dữ liệu đi qua đầu vào chuẩn.",
            f"{door} takes no words; the data comes by standard input.",
        )
        return 2
    answer = import_module(f"motcua.jobs.batch.{door}").answer
    return lines.run(answer, sys.stdin.buffer, sys.stdout.buffer)
