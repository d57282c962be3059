"""The leaflet of a procedure for the notice board: one page with a QR code that leads to its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletPart:
    """One question and its answers, in order; `more` says how many were left out for want of room."""

    title: str
    lines: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """Everything on the page. `at` stamps the file, so the same data give the same bytes.

    `address` is what the QR code says. `more` is the sentence for lines left out, with `%(count)s`.
    """

    at: datetime
    office: str
    title: str
    code_words: str
    parts: tuple[LeafletPart, ...]
    address: str
    scan_words: str
    more: str
    foot: tuple[str, ...] = ()
    language: str = "vi"
