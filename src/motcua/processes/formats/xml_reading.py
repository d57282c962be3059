"""XML from outside, read without risk: no document type, so no entities; no more than a bounded size."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from motcua.kernel.refusal import Refusal

BYTES_MAX: Final = 5_000_000
FORBIDDEN: Final = (b"<!DOCTYPE", b"<!ENTITY")


class ProcessFileUnreadable(Refusal):
    """The file is not what it should be; `why` is a code."""

    code = "process-file-unreadable"


def root_of(content: bytes) -> ET.Element:
    """The root element. Refusals: ProcessFileUnreadable."""
    if len(content) > BYTES_MAX:
        raise ProcessFileUnreadable(field="file", why="too-big")
    plain = content.replace(b"\x00", b"").upper()
    if any(word in plain for word in FORBIDDEN):
        raise ProcessFileUnreadable(field="file", why="document-type")
    try:
        return ET.fromstring(content)  # noqa: S314  # without a document type there are no entities
    except (ET.ParseError, ValueError, LookupError):
        raise ProcessFileUnreadable(field="file", why="not-xml") from None


def local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]
