"""What a command takes, and what is said to somebody who typed it another way, in the office's words."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from motcua.jobs.command_line.speech import complain, either

EXIT_TYPED_WRONG: Final = 2
_SAID: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"the following arguments are required: (.+)", "Còn thiếu: {0}."),
        (r"unrecognized arguments: (.+)", "Không có tham số này: {0}."),
        (
            r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.+)\)",
            "{0} không nhận “{1}”. Chọn một trong: {2}.",
        ),
        (r"argument (\S+): invalid int value: '(.*)'", "{0} phải là số nguyên, không phải “{1}”."),
        (
            r"argument (\S+): invalid (?:date|fromisoformat) value: '(.*)'",
            "{0} phải là ngày dạng 2025-07-01, không phải “{1}”.",
        ),
        (r"argument (\S+): expected one argument", "Sau {0} còn thiếu một giá trị."),
        (r"argument (\S+): expected .+", "Sau {0} còn thiếu giá trị."),
        (r"argument (\S+): not allowed with argument (\S+)", "{0} không đi cùng {1}."),
        (r"argument (\S+): ignored explicit argument '(.*)'", "{0} không nhận giá trị “{1}”."),
        (r"ambiguous option: (\S+) could match (.+)", "{0} chưa rõ; ý là {1}?"),
    )
)
"""What Python's own parser says in English, and how the office says it."""


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        spoken = either("Cách dùng: ", "Usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, spoken)


class Asker(argparse.ArgumentParser):
    """Python's parser of arguments, speaking Vietnamese, or English where LANG starts with `en`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter, **settings}, add_help=False)
        self._positionals.title = either("phải có", "arguments")
        self._optionals.title = either("lựa chọn", "options")
        self.add_argument(
            "-h", "--help", action="help", help=either("lời hướng dẫn này", "this help")
        )

    def error(self, message: str) -> NoReturn:
        """Says how the command is typed, then what was wrong; exit code 2."""
        self.print_usage(sys.stderr)
        complain(worded(message), message)
        sys.exit(EXIT_TYPED_WRONG)


def worded(message: str) -> str:
    """The Vietnamese sentence for a complaint of Python's parser."""
    for pattern, words in _SAID:
        match = pattern.fullmatch(message)
        if match:
            return words.format(*match.groups())
    return "Cách gõ chưa đúng; xem dòng cách dùng ở trên."
