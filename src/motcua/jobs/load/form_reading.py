"""A form on a page as a browser would send it."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import urlencode

Attributes = dict[str, str | None]


class FormReader(HTMLParser):
    """The fields of the form with this id. Of choices none of which is chosen, the first is taken."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._form_id = form_id
        self._is_inside = False
        self._select: tuple[str, list[tuple[str, bool]]] | None = None
        self._text: tuple[str, list[str]] | None = None
        self._radios: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            self._is_inside = told.get("id") == self._form_id
        name = told.get("name")
        if self._is_inside and name and tag == "input":
            self._input(name, told)
        elif self._is_inside and name and tag == "select":
            self._select = (name, [])
        elif self._is_inside and name and tag == "textarea":
            self._text = (name, [])
        elif tag == "option" and self._select:
            self._select[1].append((told.get("value") or "", "selected" in told))

    def handle_data(self, data: str) -> None:
        if self._text:
            self._text[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self._select:
            name, options = self._select
            chosen = [value for value, is_chosen in options if is_chosen]
            offered = [value for value, _chosen in options if value]
            self.fields.append((name, (chosen or offered or [""])[0]))
            self._select = None
        elif tag == "textarea" and self._text:
            self.fields.append((self._text[0], "".join(self._text[1]).removeprefix("\n")))
            self._text = None
        elif tag == "form" and self._is_inside:
            self._is_inside = False
            self.fields += self._radios.items()

    def _input(self, name: str, told: Attributes) -> None:
        kind, value = told.get("type"), told.get("value") or ""
        if kind == "radio":
            if "checked" in told:
                self._radios[name] = value
            else:
                self._radios.setdefault(name, value)
        elif kind == "checkbox":
            self.fields += [(name, value or "on")] * ("checked" in told)
        elif kind not in ("file", "submit", "button"):
            self.fields.append((name, value))


def form_of(page: str, form_id: str, typed: Mapping[str, str]) -> bytes:
    """The body of the form with what was typed over it. Faults: LookupError where the page has no
    such form."""
    reader = FormReader(form_id)
    reader.feed(page)
    if not reader.fields:
        raise LookupError(form_id)
    kept = [(name, value) for name, value in reader.fields if name not in typed]
    return urlencode([*kept, *typed.items()]).encode()
