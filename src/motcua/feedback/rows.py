"""Between values and rows: what a petition says as plain values, in facts and from tables.

Texts and names are told by digest, with the salt of the petition, so that the ledger proves them
without holding them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from motcua.feedback.models import Petition, PetitionEnclosure, PetitionStep
from motcua.kernel.event import plain
from motcua.kernel.folding import fold

PLAIN_FIELDS = (
    "agency_id",
    "year",
    "number",
    "code",
    "kind",
    "channel",
    "state",
    "is_anonymous",
    "citizen_id",
    "dossier_code",
    "procedure_code",
    "about_unit_id",
    "about_holding_id",
    "unit_id",
    "handler_id",
    "offered_agency_id",
    "forwarded_from_id",
    "outside_body",
    "stamped_on",
    "received_at",
    "counts_from",
    "due_at",
    "answered_at",
    "answer_due_at",
    "ended_at",
    "publication",
    "published_at",
    "satisfaction",
)
TEXT_FIELDS = (
    "title",
    "content",
    "sender_name",
    "sender_address",
    "sender_phone",
    "sender_email",
    "proposal",
    "answer",
    "published_title",
    "published_text",
    "published_answer",
)


def sealed(salt: str, text: str) -> str:
    """The digest of a text; "" stays ""."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest() if text else ""


def told(salt: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Columns as a fact tells them. What is None is told as None: it has ended."""
    return {
        name: sealed(salt, value) if name in TEXT_FIELDS else plain(value)
        for name, value in values.items()
        if name in TEXT_FIELDS or name in PLAIN_FIELDS
    }


def step_told(act: str, text_digest: str, *, is_late: bool) -> list[Any]:
    """A step as facts and rows say it."""
    return [act, text_digest, is_late]


def petition_state(
    row: Petition, steps: Iterable[PetitionStep], files: Iterable[PetitionEnclosure]
) -> dict[str, Any]:
    """What the rows say, in the shape of `projections.fold`."""
    values = {name: getattr(row, name) for name in (*PLAIN_FIELDS, *TEXT_FIELDS)}
    return {
        **told(row.salt, values),
        "version": row.version,
        "steps": [
            step_told(one.act, sealed(row.salt, one.text), is_late=one.is_late) for one in steps
        ],
        "files": [one.digest for one in files],
    }


def search_key(code: str, title: str, content: str, name: str, dossier_code: str) -> str:
    """Folded text that the register is searched by."""
    return fold(f"{code} {title} {content} {name} {dossier_code}")
