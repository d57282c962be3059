"""A browser's part: what the only form of a page would post, as it stands or with some fields filled in."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import urlencode

from django.http import QueryDict


class _Reader(HTMLParser):
    """Successful controls in their order (HTML 4.10.22.4), without buttons."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.posted: list[tuple[str, str]] = []
        self._select = ""
        self._textarea = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input":
            self._input(given)
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select and "selected" in given:
            self.posted.append((self._select, given["value"]))
        elif tag == "textarea":
            self._textarea, self._text = given["name"], ""

    def _input(self, given: Mapping[str, str]) -> None:
        is_tick = given.get("type") in ("radio", "checkbox")
        if given.get("name") and (not is_tick or "checked" in given):
            self.posted.append((given["name"], given.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        if tag == "textarea":
            text = self._text.removeprefix("\n").replace("\n", "\r\n")
            self.posted.append((self._textarea, text))
            self._textarea = ""


def posted_by(page: str) -> QueryDict:
    """What the form of the page posts as it stands."""
    reader = _Reader()
    reader.feed(page)
    return QueryDict(urlencode(reader.posted))


def filled_in(page: str, fields: Mapping[str, str | list[str]]) -> QueryDict:
    """What it posts when these names are filled in (or chosen) by hand."""
    data = posted_by(page).copy()
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data
