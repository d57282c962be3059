"""`./motcua migrate`: the tables of this version."""

from __future__ import annotations

from motcua.jobs.command_line.speech import say
from motcua.jobs.serving.preparation import migrate


def run(_argv: list[str]) -> int:
    count = migrate(lambda words: print(f"• {words}", flush=True))
    say(f"✓ Đã áp dụng {count} bước.", f"✓ {count} steps applied.")
    return 0
