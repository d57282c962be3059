"""All pages of docs/reference by file name, and how they are written and compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.utils import translation

from motcua.jobs.reference.api import api_page
from motcua.jobs.reference.commands import commands_page
from motcua.jobs.reference.facts import events_page, refusals_page
from motcua.jobs.reference.rights import acts_page, permissions_page
from motcua.jobs.reference.settings import settings_page

FOLDER = Path(__file__).resolve().parents[4] / "docs" / "reference"
PAGES: dict[str, Callable[[], str]] = {
    "acts.md": acts_page,
    "api.md": api_page,
    "commands.md": commands_page,
    "events.md": events_page,
    "permissions.md": permissions_page,
    "refusals.md": refusals_page,
    "settings.md": settings_page,
}


def made() -> dict[str, str]:
    """Every page as the code gives it now, with Vietnamese words."""
    with translation.override("vi"):
        return {name: make() for name, make in PAGES.items()}


def stale() -> list[str]:
    """Pages that differ from the code, and files that no page of the code makes."""
    kept = {path.name: path.read_text() for path in FOLDER.glob("*")}
    now = made()
    return sorted(name for name in kept.keys() | now.keys() if kept.get(name) != now.get(name))


def write() -> list[str]:
    """Write what is stale; the names of the files written or removed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    now, changed = made(), stale()
    for name in changed:
        if name in now:
            (FOLDER / name).write_text(now[name])
        else:
            (FOLDER / name).unlink()
    return changed
