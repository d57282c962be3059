"""A reference page as Markdown: a title, a line on where it comes from, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_MADE = "<!-- Made from the code by ./motcua docs; change the code, not this page. -->"


def page(title: str, intro: str, *parts: str) -> str:
    """One whole page, ending in a line end."""
    return "\n\n".join([f"# {title}", _MADE, intro, *parts]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; what would break a cell is made harmless."""
    lines = [_row(heads), _row(["---"] * len(heads)), *(_row(row) for row in rows)]
    return "\n".join(lines)


def code(text: str) -> str:
    return f"`{text}`" if text else ""


def first_sentence(docstring: str | None) -> str:
    """The first paragraph of a docstring on one line."""
    return " ".join((docstring or "").strip().split("\n\n")[0].split())


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
