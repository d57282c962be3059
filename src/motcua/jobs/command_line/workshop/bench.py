"""`./motcua bench`: hands over to the benchmark."""

from __future__ import annotations

from importlib import import_module


def run(argv: list[str]) -> int:
    code = import_module("motcua.jobs.bench").main(argv)
    return int(code or 0)
