"""Between values and rows: an entry as plain values, in facts and from tables."""

from __future__ import annotations

from typing import Any

from motcua.certifications.models import Certification
from motcua.kernel.event import plain
from motcua.kernel.folding import fold

ENTRY_FIELDS = (
    "agency_id",
    "kind",
    "year",
    "number",
    "dossier_id",
    "position",
    "document_name",
    "pages",
    "copies",
    "sheets",
    "requester_name",
    "requester_number",
    "fee_vnd",
    "signer_name",
    "signer_title",
    "entered_at",
    "entered_on",
    "entered_by_id",
    "note",
)
SIGNING_FIELDS = ("signer_name", "signer_title", "certified_at")
CANCEL_FIELDS = ("cancelled_at", "cancelled_by", "reason")
LINE = ("number", "document_name", "pages", "copies", "requester_name", "fee_vnd", "state")
"""What of an entry is fixed by the closing of its book."""


def search_key(
    number: int, document_name: str, requester_name: str, requester_number: str, code: str
) -> str:
    """Folded text that the search looks into."""
    return fold(f"{number} {document_name} {requester_name} {requester_number} {code}")


def entry_state(row: Certification) -> dict[str, Any]:
    """What the row of an entry says, in the shape of `projections.fold`."""
    names = (*ENTRY_FIELDS, "certified_at", "state", *CANCEL_FIELDS)
    return {name: plain(getattr(row, name)) for name in names}
