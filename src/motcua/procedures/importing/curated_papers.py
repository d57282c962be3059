"""Corrections of paper lists that a person made after reading them: guidance that the source lists
as a paper, alternatives listed as duties, copies listed as originals, names nobody can read.

Each correction is bound to a procedure and to the digest of the very words that were read. Words
that have changed since are left as they come, and the record says that its papers need a reader
again. The correction applies to the raw and the compact shape alike, since both give the same name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from motcua.procedures.rules.content import Document
from motcua.procedures.vocabulary import Era

DIGEST_LENGTH = 12
_APPLICATION = re.compile(
    r"^\W*(\(i\)\W*)?(tờ khai|đơn|giấy đề nghị|văn bản đề nghị|phiếu|thông báo|mẫu .{0,10}điện tử)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What to say instead; None leaves the source's word. `reason` says why, for reviewers."""

    reason: str
    name: str | None = None
    group: str | None = None
    is_note: bool | None = None
    is_optional: bool | None = None
    present_only: bool | None = None
    originals: int | None = None
    copies: int | None = None


Corrections = Mapping[str, Correction]
"""Digest of the words in the source -> what to say instead, for one procedure."""
NO_CORRECTIONS: Corrections = {}
_REPLACED = ("group", "is_note", "is_optional", "present_only", "originals", "copies")


def paper_digest(document: Document) -> str:
    """Names the words of one row: its name and its heading as they are read, before correction."""
    words = f"{document.name}\n{document.group}".encode()
    return hashlib.sha256(words).hexdigest()[:DIGEST_LENGTH]


def corrected(documents: Sequence[Document], corrections: Corrections) -> list[Document]:
    """The documents as corrected, in the order of the source; untouched without corrections."""
    return [_corrected(one, corrections.get(paper_digest(one))) for one in documents]


def outdated(documents: Iterable[Document], corrections: Corrections) -> tuple[str, ...]:
    """Digests of corrections that no row answers to any more: the source has changed."""
    return tuple(sorted(corrections.keys() - {paper_digest(one) for one in documents}))


def in_reading_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """What everyone needs first, the application before the rest; then what some need; then notes."""
    return tuple(sorted(documents, key=_reading_place))


def _reading_place(document: Document) -> tuple[bool, bool, bool, bool]:
    is_application = bool(_APPLICATION.match(document.name))
    return (
        document.is_note,
        document.is_optional,
        not is_application,
        document.present_only,
    )


def _corrected(document: Document, correction: Correction | None) -> Document:
    if correction is None:
        return document
    changes: dict[str, Any] = {
        key: getattr(correction, key) for key in _REPLACED if getattr(correction, key) is not None
    }
    if correction.name:
        said = (document.name, document.details)
        changes |= {"name": correction.name, "details": "; ".join(filter(None, said))}
    return replace(document, **changes)


def read_corrections(entries: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], Corrections]:
    """(code, era) -> corrections, from the shipped `papers.json`; a fault when it is malformed."""
    found: dict[tuple[str, str], dict[str, Correction]] = {}
    for entry in entries:
        correction = Correction(reason=entry["reason"], **entry["say"])
        for code, digests in entry["rows"].items():
            here = found.setdefault((code, str(Era(entry["era"]))), {})
            here.update(dict.fromkeys(digests, correction))
    return {key: dict(corrections) for key, corrections in found.items()}
