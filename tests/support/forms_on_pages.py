"""The forms of a page as a browser reads them: where they go, and what they send when nobody types."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

PROOFS = {"csrfmiddlewaretoken"}
SENT_AS_IT_STANDS = {"hidden", "text", "date", "search", "tel", "email", "number", ""}


@dataclass
class FormOnPage:
    """One form: `standing` is what it sends as it is, `offered` every value that its fields know."""

    method: str
    action: str
    standing: dict[str, list[str]] = field(default_factory=dict)
    offered: dict[str, list[str]] = field(default_factory=dict)

    def take(self, name: str, value: str, *, is_sent: bool) -> None:
        self.offered.setdefault(name, []).append(value)
        if is_sent:
            self.standing.setdefault(name, []).append(value)


class _Reader(HTMLParser):
    """Reads what is inside `main`: what is around it is not the page's own."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[FormOnPage] = []
        self.is_inside = False
        self.form: FormOnPage | None = None
        self.select = ""
        self.textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.is_inside = True
        if tag == "form" and self.is_inside:
            self.form = FormOnPage(given.get("method", "get").lower(), given.get("action", ""))
            self.forms.append(self.form)
        if self.form is not None and given.get("name") not in PROOFS:
            self._field(self.form, tag, given)

    def _field(self, form: FormOnPage, tag: str, given: dict[str, str]) -> None:
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            form.take(self.select, value, is_sent="selected" in given)
        elif tag == "textarea":
            self.textarea = name
            form.take(name, "", is_sent=False)
        elif tag == "input" and name:
            as_it_stands = given.get("type", "") in SENT_AS_IT_STANDS
            form.take(name, value, is_sent=as_it_stands or "checked" in given)
        elif tag == "button" and name:
            form.take(name, value, is_sent=False)

    def handle_data(self, data: str) -> None:
        if self.form is not None and self.textarea:
            self.form.take(self.textarea, data.strip(), is_sent=True)

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.is_inside = False
        elif tag == "form":
            self.form = None
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.textarea = ""


def forms_of(html: str) -> list[FormOnPage]:
    """Those inside `main` that have a field, without their proof against forgery."""
    reader = _Reader()
    reader.feed(html)
    return [form for form in reader.forms if form.offered]
