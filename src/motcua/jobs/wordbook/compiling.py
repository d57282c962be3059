"""Translations as the program reads them: each `.po` compiled to a `.mo` beside it."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[4] / "locale"


def translation_files(folder: Path = LOCALE) -> list[Path]:
    """Every `.po`, one per language."""
    return sorted(folder.glob("*/LC_MESSAGES/*.po"))


def compile_translations(folder: Path = LOCALE) -> list[Path]:
    """Compile those whose source is newer than what was compiled; which ones they were."""
    stale = [source for source in translation_files(folder) if _is_stale(source)]
    for source in stale:
        _compile(source)
    return stale


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compile(source: Path) -> None:
    with source.open("rb") as words:
        catalog = read_po(words)
    # Written aside and moved: a server that starts meanwhile never reads half a file.
    written = source.with_suffix(".mo.new")
    with written.open("wb") as compiled:
        write_mo(compiled, catalog)
    written.rename(source.with_suffix(".mo"))
