"""Originals given back with the result: told in the note of the hand-over, read from it again."""

from __future__ import annotations

from collections.abc import Sequence

GIVEN_BACK = "Trả lại bản chính: "
"""Official text on a receipt, so Vietnamese whatever the language of the screen."""
BETWEEN = "; "
NOTE_MAX = 300
NAME_MAX = 60


def note_with(papers: Sequence[str], note: str) -> str:
    """The note of a hand-over that also names the papers given back; long names are cut."""
    plain = " ".join(note.split())
    if not papers:
        return plain
    names = [_short(name) for name in papers]
    while len(_told(names, plain)) > NOTE_MAX and len(names) > 1:
        names = [*names[:-2], f"và {len(papers) - len(names) + 2} giấy tờ khác"]
    return _told(names, plain)


def _told(names: Sequence[str], note: str) -> str:
    told = GIVEN_BACK + BETWEEN.join(names)
    return f"{told}. {note}" if note else told


def _short(name: str) -> str:
    plain = " ".join(name.replace(";", ",").replace(". ", ", ").split()).rstrip(".")
    return plain if len(plain) <= NAME_MAX else plain[: NAME_MAX - 1].rstrip() + "…"


def papers_in(note: str) -> tuple[tuple[str, ...], str]:
    """The papers that the note names, and what else it says."""
    if not note.startswith(GIVEN_BACK):
        return (), note
    told, _point, rest = note.removeprefix(GIVEN_BACK).partition(". ")
    return tuple(told.split(BETWEEN)), rest
