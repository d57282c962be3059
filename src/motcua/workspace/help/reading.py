"""The help texts: `pages/<key>.md` in Vietnamese, `pages/<key>.en.md` beside it; the key is the page's URL name.

The first line is the title (`# …`). The words are ours, yet HTML in them is shown as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

PAGES = Path(__file__).parent / "pages"
OFFICER_ACTS = (
    "rename-officer",
    "change-contact",
    "give-position",
    "change-roles",
    "end-position",
    "open-account",
    "close-account",
    "reopen-account",
    "unlock-account",
    "reset-password",
    "reset-second-factor",
    "end-sessions",
    "issue-token",
    "revoke-token",
)
SAME_HELP = {
    "help": "help-index",
    "dossier-file": "dossier",
    "paper-form": "paper-forms",
    "change-paper-form": "paper-forms",
    "notice-text": "notice-texts",
    "change-notice-text": "notice-texts",
    "tills": "till",
    "till-sheet": "till",
    "close-till": "till",
    "receipts": "receipt",
    "print-run": "print-papers",
    "posting": "postings",
    "register-closing": "register",
    "export": "exports",
    "certification-entry": "certification-register",
    "report": "reports",
    "overview-behind": "report-behind",
    "durations": "overview",
    "closed-reports": "report-closing",
    "closed-report": "report-closing",
    "closed-behind": "report-behind",
} | dict.fromkeys(OFFICER_ACTS, "officer")
"""Pages that are told of in the text of another page."""
TITLE = re.compile(r"# (.+)\n+")
KEY = re.compile(r"[a-z0-9-]{1,60}")
KEYCAP = re.compile(r"<code>(.+?)</code>")
SOURCE_LANGUAGE = "vi"


@dataclass(frozen=True, slots=True)
class HelpText:
    """A help text ready to be shown; `language` is the one it is written in."""

    key: str
    title: str
    body: Markup
    language: str


def keys() -> frozenset[str]:
    """Every page that has a help text of its own."""
    return frozenset(path.stem for path in PAGES.glob("*.md") if "." not in path.stem)


@cache
def help_text(key: str, language: str) -> HelpText | None:
    """The text for a page in that language, else in Vietnamese; None where there is none."""
    name = SAME_HELP.get(key, key)
    if not KEY.fullmatch(name):
        return None
    for suffix, written_in in (((f".{language}"), language), ("", SOURCE_LANGUAGE)):
        path = PAGES / f"{name}{suffix}.md"
        if path.is_file():
            return _drawn(name, path.read_text(encoding="utf-8"), written_in)
    return None


def _drawn(key: str, source: str, language: str) -> HelpText:
    title = TITLE.match(source)
    assert title is not None, f"{key}: the first line of a help text is its title"
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    drawn = reader.render(source[title.end() :])
    body = Markup(KEYCAP.sub(r"<kbd>\1</kbd>", drawn))  # noqa: S704  # escaped by the reader
    return HelpText(key, title.group(1).strip(), body, language)
