"""`./motcua load`: hands over to the working morning."""

from __future__ import annotations

from importlib import import_module


def run(argv: list[str]) -> int:
    code = import_module("motcua.jobs.load").main(argv)
    return int(code or 0)
