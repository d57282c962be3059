"""`./motcua words [--check]`: the translation files brought up to date, or only compared."""

from __future__ import annotations

from motcua.jobs.command_line.speech import complain, say
from motcua.jobs.wordbook.compiling import LOCALE, compile_translations
from motcua.jobs.wordbook.extraction import Translation, compare_all, update_all


def run(argv: list[str]) -> int:
    """0 when every language has every word (with --check: and its file is current)."""
    checking = "--check" in argv
    states = compare_all() if checking else update_all()
    compile_translations()
    return max([_report(state, checking=checking) for state in states], default=0)


def _report(state: Translation, *, checking: bool) -> int:
    name = state.path.relative_to(LOCALE.parent)
    if checking and not state.is_current:
        complain(f"{name} không khớp mã nguồn: ./motcua words", f"{name} is stale: ./motcua words")
    if state.missing:
        complain(
            f"{name}: thiếu {len(state.missing)} lời dịch:",
            f"{name}: {len(state.missing)} translations missing:",
        )
        for word in state.missing:
            print(f"    {word!r}")
    if state.missing or (checking and not state.is_current):
        return 1
    say(f"✓ {name}: đủ lời dịch.", f"✓ {name}: nothing missing.")
    return 0
