"""Texts as officers typed or pasted them into OpenCPS: HTML taken off, lines, numbers of documents."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser
from typing import Any, Final

_LINE_TAGS: Final = frozenset(
    {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table"}
)
_SILENT_TAGS: Final = frozenset({"script", "style"})
_TAG: Final = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_DOCUMENT: Final = re.compile(r"\d+(?:\.\d+)?/(?:\d{4}/)?[A-ZĐ][A-ZĐ0-9]*(?:[-–][A-ZĐ0-9]+)*")
_BULLET: Final = re.compile(r"^[\s\-–+*•.;:]+|[\s;]+$")
_MONEY: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d{4,}")
NATIONAL_CODE: Final = re.compile(r"(\d\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2}(?:\.H\d{2})?)?")


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, _attributes: Any) -> None:
        self._silent += tag in _SILENT_TAGS
        if tag in _LINE_TAGS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT_TAGS))
        if tag in _LINE_TAGS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def has_html(text: str) -> bool:
    return bool(_TAG.search(text))


def plain_lines(text: str) -> list[str]:
    """Lines without HTML, bullets and empty ones."""
    if has_html(text):
        reader = _Plain()
        reader.feed(text)
        reader.close()
        text = "".join(reader.words)
    lines = (_BULLET.sub("", " ".join(line.split())) for line in text.splitlines())
    return [line for line in lines if line]


def documents_named(text: str) -> list[str]:
    """Numbers of legal documents in a text, each once: `61/2018/NĐ-CP`."""
    return list(dict.fromkeys(_DOCUMENT.findall(" ".join(plain_lines(text)))))


def amounts_in(line: str) -> list[int]:
    """Amounts of money that a line names."""
    return [int(re.sub(r"[.,]", "", found)) for found in _MONEY.findall(line)]


def number(value: Any) -> Decimal | None:
    """A number as OpenCPS writes it: 5, "5", "2.5", "2,5"; None for what is none."""
    try:
        found = Decimal(str(value).strip().replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def whole(value: Any) -> int | None:
    """A whole number; None for what is none."""
    found = number(value)
    return int(found) if found is not None and found == int(found) else None


def said(element: dict[str, Any], *names: str) -> str:
    """The first text under one of these names; numbers become text."""
    for name in names:
        value = element.get(name)
        if (
            isinstance(value, str | int | float)
            and not isinstance(value, bool)
            and str(value).strip()
        ):
            return str(value).strip()
    return ""


def is_yes(value: Any) -> bool:
    """`true`, 1, "1": OpenCPS writes each of them."""
    return str(value).strip().lower() in {"true", "1"}
