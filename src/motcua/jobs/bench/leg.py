"""One database, in a process of its own: `python -m motcua.jobs.bench.leg ASKING PART…`.

The settings name the database before Django starts, so each gets its own process. It prints one
line of JSON for each figure and speaks to people on standard error.
"""

from __future__ import annotations

import sys
from importlib import import_module

import orjson

from motcua.jobs.command_line import django_ready


def main(words: list[str]) -> int:
    """`words`: the asking as JSON, then the parts to measure."""
    django_ready.prepare()
    # These have tables below them, which can only be imported once Django stands.
    parts = import_module("motcua.jobs.bench.parts")
    for line in parts.run(orjson.loads(words[0]), words[1:]):
        sys.stdout.buffer.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
