"""`./motcua help`: every command in one line."""

from __future__ import annotations

from motcua.jobs.command_line.catalogue import COMMANDS, Group
from motcua.jobs.command_line.speech import either, say

HEADINGS = {
    Group.OFFICE: ("Chạy một văn phòng", "Running an office"),
    Group.BATCH: ("Xử lý hàng loạt: JSON từng dòng vào và ra", "Batch: JSON lines in and out"),
    Group.WORKSHOP: ("Phát triển và kiểm chứng", "Building and proving"),
}


def run(_argv: list[str]) -> int:
    say(
        "Một Cửa – phần mềm tự do cho bộ phận một cửa",
        "Một Cửa – free software for the one-stop office",
    )
    for group, (vi, en) in HEADINGS.items():
        print()
        say(vi, en)
        for command in COMMANDS:
            if command.group is group:
                print(f"  {command.call:<46} {either(command.vi, command.en)}")
    return 0
