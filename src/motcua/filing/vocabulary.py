"""Stored codes of drafts, and the typed values that commands take and queries give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from motcua.documents.vocabulary import MediaType, PageSeen, ScanState
from motcua.dossiers.vocabulary import ProofIn, ProofKind, ReturnMethod


class ForWhom(StrEnum):
    """In what part the citizen files: whose matter it is, and who stands behind him."""

    MYSELF = "MYSELF"
    REPRESENTATIVE = "REPRESENTATIVE"
    HELPER = "HELPER"
    ORGANIZATION = "ORGANIZATION"


class DraftKind(StrEnum):
    """What is being written: a new dossier, or the reply to a request to complete one."""

    NEW = "NEW"
    REPLY = "REPLY"


class PaperWay(StrEnum):
    """How a required paper comes: sent here, with the form, brought to the desk, not needed here, looked
    up, or as the result of another matter of the same group."""

    SEND = "SEND"
    FORM = "FORM"
    BRING = "BRING"
    NOT_MINE = "NOT_MINE"
    LOOKED_UP = "LOOKED_UP"
    RESULT = "RESULT"


class PreparedState(StrEnum):
    """How far the looking through of a paper has come. UNREADABLE: nobody could, and it goes as it is."""

    WAITING = "WAITING"
    READY = "READY"
    UNREADABLE = "UNREADABLE"


class FileSource(StrEnum):
    """Where a file of a draft is from: sent now, or taken from an earlier dossier of one's own."""

    SENT = "SENT"
    OWN = "OWN"


AUTHORITY: Final = "authority"
OTHER: Final = "other"
"""Keys of papers that no catalogue asks for: the ground of a representative, and anything more."""


def paper_key(required_document_id: int) -> str:
    return f"p{required_document_id}"


def item_key(place: int) -> str:
    """What is sent for an item of a request to complete."""
    return f"i{place}"


def document_id_of(key: str) -> int | None:
    """The required paper that a key names; None for the other two."""
    number = key[1:]
    return int(number) if key[:1] == "p" and number.isascii() and number.isdigit() else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Beneficiary:
    """Whose matter it is, when it is not the citizen's own. `authority`: the ground for acting."""

    name: str = ""
    birth_date: str = ""
    personal_id: str = ""
    phone: str = ""
    address: str = ""
    authority: str = ""


def proof_plain(proof: ProofIn) -> dict[str, str]:
    """A proof as a draft keeps it; what is empty is left out."""
    day = proof.expires_on.isoformat() if proof.expires_on else ""
    values = {name: str(getattr(proof, name)) for name in ("group", "kind", "number", "issuer")}
    return {name: value for name, value in {**values, "expires_on": day}.items() if value}


def proof_from(told: Mapping[str, str]) -> ProofIn:
    day = told.get("expires_on")
    return ProofIn(
        group=told["group"],
        kind=ProofKind(told["kind"]),
        number=told.get("number", ""),
        issuer=told.get("issuer", ""),
        expires_on=date.fromisoformat(day) if day else None,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """What is chosen beside the form. `ways`: by key of paper; SEND where nothing is said. `left_out`:
    members of the group that are not asked for."""

    variant_id: int | None = None
    copies: int = 1
    pages: int = 1
    preference_groups: tuple[str, ...] = ()
    proofs: tuple[ProofIn, ...] = ()
    fee_choices: tuple[int, ...] = ()
    return_method: ReturnMethod = ReturnMethod.ONLINE
    post_address: str = ""
    note: str = ""
    left_out: tuple[str, ...] = ()
    ways: Mapping[str, PaperWay] = field(default_factory=dict)

    def way_of(self, key: str, usual: PaperWay = PaperWay.SEND) -> PaperWay:
        return self.ways.get(key, usual)

    def with_way(self, key: str, way: PaperWay) -> Choices:
        return replace(self, ways={**self.ways, key: way})

    def to_plain(self) -> dict[str, Any]:
        values = {spec.name: getattr(self, spec.name) for spec in fields(self)}
        plain = {name: value for name, value in values.items() if value not in (None, "", (), {})}
        return {
            **plain,
            "preference_groups": list(self.preference_groups),
            "proofs": [proof_plain(one) for one in self.proofs],
            "fee_choices": list(self.fee_choices),
            "left_out": list(self.left_out),
            "return_method": str(self.return_method),
            "ways": {key: str(way) for key, way in sorted(self.ways.items())},
        }

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> Choices:
        known = {spec.name for spec in fields(Choices)}
        told = {name: value for name, value in plain.items() if name in known}
        return Choices(
            **{
                **told,
                "preference_groups": tuple(told.get("preference_groups", ())),
                "proofs": tuple(proof_from(one) for one in told.get("proofs", ())),
                "fee_choices": tuple(told.get("fee_choices", ())),
                "left_out": tuple(told.get("left_out", ())),
                "return_method": ReturnMethod(told.get("return_method", ReturnMethod.ONLINE)),
                "ways": {key: PaperWay(way) for key, way in told.get("ways", {}).items()},
            }
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """An answer that another device had written, and that the later one took the place of."""

    path: str
    theirs: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class PageSaved:
    """What stands on a page after it was saved. `version` goes with the next saving of it."""

    version: int
    answers: dict[str, Any]
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftFileRow:
    """One file of a paper, in its place."""

    id: int
    paper_key: str
    position: int
    digest: str
    name: str
    media_type: MediaType
    size: int
    source: FileSource
    scan: ScanState = ScanState.UNSCANNED


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftPaperRow:
    """A paper of a draft: its files, and what was made and seen of them."""

    key: str
    files: tuple[DraftFileRow, ...]
    state: PreparedState
    digest: str = ""
    size: int = 0
    media_type: MediaType | None = None
    pages: tuple[PageSeen, ...] = ()
    pages_said: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftRow:
    """A draft as its citizen sees it. `group_version_id`: of the group that is asked for. `page_versions`: of the pages of the form that were saved."""

    id: int
    token: str
    kind: DraftKind
    organization_id: int | None
    procedure_version_id: int
    agency_id: int | None
    eform_version_id: int | None
    group_version_id: int | None
    for_whom: ForWhom
    beneficiary: Beneficiary
    choices: Choices
    answers: dict[str, Any]
    page_versions: Mapping[str, int]
    step: str
    started_at: datetime
    updated_at: datetime
    expires_at: datetime
    sent_at: datetime | None
    dossier_id: int | None
    dossier_code: str
    request_seq: int | None

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPaper:
    """A paper that the citizen already gave or got. `given_on`: how fresh it is."""

    digest: str
    name: str
    media_type: MediaType
    size: int
    kind: str
    dossier_code: str
    paper_name: str
    given_on: datetime
    required_document_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageRow:
    """One message between a citizen and the office about a dossier. `author`: of the office's side."""

    id: int
    seq: int
    from_office: bool
    author: str
    text: str
    written_at: datetime
    seen_at: datetime | None
