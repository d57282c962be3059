"""XML and JSON as plain mappings and lists of text: the two forms in which OpenCPS gives the same data."""

from __future__ import annotations

from typing import Any, Final
from xml.parsers import expat  # document types, where the known attacks live, are refused

import orjson

from motcua.jobs.moving.opencps.refusals import ExportUnreadable

DEPTH_MAX: Final = 40
BOM: Final = b"\xef\xbb\xbf"
Element = dict[str, Any]
"""Of XML: child name to text, or to a list of elements where a child has children."""


def read(name: str, content: bytes) -> tuple[str, Any]:
    """(name of the root, what is in it); the root of JSON is "". Refusals: ExportUnreadable."""
    begin = content.removeprefix(BOM).lstrip()
    if begin[:1] in (b"{", b"["):
        try:
            return "", orjson.loads(content.removeprefix(BOM))
        except orjson.JSONDecodeError as fault:
            raise ExportUnreadable(file=name, problem="not-json") from fault
    return _xml(name, content)


class _Builder:
    """Builds mappings while expat reads; a child that repeats makes a list."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[tuple[str, Element, list[str]]] = []
        self.root: tuple[str, Any] | None = None

    def refuse_document_type(self, *_told: Any) -> None:
        raise ExportUnreadable(file=self._name, problem="document-type")

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= DEPTH_MAX:
            raise ExportUnreadable(file=self._name, problem="too-deep")
        self._open.append((tag.rpartition(":")[2], dict(attributes), []))

    def text(self, words: str) -> None:
        if self._open:
            self._open[-1][2].append(words)

    def end(self, _tag: str) -> None:
        tag, children, words = self._open.pop()
        value: Any = children or "".join(words).strip()
        if not self._open:
            self.root = (tag, value)
            return
        parent = self._open[-1][1]
        if isinstance(value, str):
            parent[tag] = value
            return
        before = parent.get(tag)
        parent[tag] = [*before, value] if isinstance(before, list) else [value]


def _xml(name: str, content: bytes) -> tuple[str, Any]:
    builder = _Builder(name)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = builder.refuse_document_type
    parser.StartElementHandler = builder.begin
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    try:
        parser.Parse(content, True)  # noqa: FBT003  # the parser's own second word
    except expat.ExpatError as fault:
        raise ExportUnreadable(file=name, problem="not-xml") from fault
    assert builder.root is not None
    return builder.root


def rows_below(element: Any, *names: str) -> list[Element]:
    """The elements at the end of that path: `rows_below(config, "processes", "ProcessOption")`."""
    found = [element] if isinstance(element, dict) else []
    for name in names:
        found = [child for one in found for child in _children(one, name)]
    return found


def _children(element: Element, name: str) -> list[Element]:
    children = element.get(name, [])
    children = children if isinstance(children, list) else [children]
    return [child for child in children if isinstance(child, dict)]
