"""From the words typed to the module of the command; what it refuses is said in words."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec

from motcua.jobs.command_line.catalogue import BY_NAME, TELLS_MORE, Command, Group
from motcua.jobs.command_line.speech import complain, either

EXIT_INTERRUPTED = 130
OPTIONS_OF_HELP = {"-h", "--help"}
HELP_WORDS = OPTIONS_OF_HELP | {"help"}


def main(argv: list[str]) -> int:
    """Run one command; its exit code. Unknown words: 2, with what to type."""
    name = "help" if not argv or argv[0] in HELP_WORDS else argv[0]
    command = BY_NAME.get(name)
    if command is None:
        complain(
            f"Không có lệnh “{name}”. Gõ ./motcua help để xem các lệnh.",
            f"There is no command “{name}”. Type ./motcua help for the table.",
        )
        return 2
    if argv[1:2] and argv[1] in OPTIONS_OF_HELP and name not in TELLS_MORE:
        # Nothing is served, migrated or tested because somebody asked what that would do.
        print(command.call, either(command.vi, command.en), sep="\n  ")
        return 0
    try:
        return _start(command, [name, *argv[1:]] if command.group is Group.BATCH else argv[1:])
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has closed it (`| head`); nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _start(command: Command, words: list[str]) -> int:
    if find_spec(command.module) is None:
        return complain(
            f"Lệnh “{command.name}” chưa có trong bản này.",
            f"The command “{command.name}” is not part of this version.",
        )
    if command.needs_django:
        import_module("motcua.jobs.command_line.django_ready").prepare()
    if command.needs_tables:
        import_module("motcua.jobs.command_line.tables_ready").prepare()
    code = import_module(command.module).run(words)
    assert isinstance(code, int)
    return code
