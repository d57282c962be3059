"""Between values and rows: what a party, a paper and a fee look like as plain values in a fact,
and what all rows of a dossier say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import orjson

from motcua.dossiers.models import (
    Declaration,
    Dossier,
    DossierCitizen,
    DossierFile,
    DossierParty,
    FeeLine,
    HandOver,
    Offer,
    ReliefClaim,
    Result,
    SubmittedDocument,
    SupplementRequest,
    UnpaidLeave,
)
from motcua.dossiers.vocabulary import PaperIn, Party
from motcua.kernel.event import plain
from motcua.kernel.words import kept_words
from motcua.ledger.rules.chain import canonical
from motcua.procedures.rules.fees import FeeSheetLine

PARTY_FIELDS = (
    "role",
    "kind",
    "name",
    "personal_id",
    "old_id",
    "tax_code",
    "birth_date",
    "sex",
    "address",
    "phone",
    "email",
    "authority",
)
PAPER_FIELDS = ("required_document_id", "name", "originals", "copies", "present_only", "note")
REQUEST_FIELDS = (
    "seq",
    "before_reception",
    "reason",
    "asked_at",
    "answered_at",
    "partly_answered_at",
)
RESULT_FIELDS = (
    "seq",
    "replaces_seq",
    "decision",
    "grounds",
    "decided_at",
    "decided_by",
    "decided_by_title",
    "document_number",
    "document_date",
    "subject",
    "signed_by",
    "issued_at",
    "correction_reason",
)
HAND_OVER_FIELDS = (
    "seq",
    "result_seq",
    "method",
    "recipient_name",
    "recipient_number",
    "authority",
    "tracking_number",
    "note",
    "returned_at",
)
OFFER_FIELDS = (
    "seq",
    "from_agency_id",
    "from_unit_id",
    "to_agency_id",
    "to_unit_id",
    "task",
    "limit_unit",
    "limit_value",
    "offered_at",
    "offered_by",
    "hold_due_at",
    "answer",
    "answered_at",
    "answered_by",
    "reason",
)
FILE_FIELDS = (
    "position",
    "digest",
    "name",
    "media_type",
    "size",
    "kind",
    "paper_position",
    "added_at",
    "added_by",
    "is_removed",
)
CLAIM_FIELDS = (
    "group",
    "kind",
    "source",
    "number",
    "issuer",
    "expires_on",
    "state",
    "reason",
    "claimed_at",
    "decided_at",
    "decided_by",
)
LEAVE_FIELDS = ("seq", "reason", "given_at", "given_by")
CITIZEN_FIELDS = ("citizen_id", "organization_id", "part")
FEE_FIELDS = ("kind", "code", "name", "amount_vnd", "params")


def without_empty(values: dict[str, Any]) -> dict[str, Any]:
    """Plain values with empty ones left out: small facts, equal after any round trip."""
    return {
        name: plain(value) for name, value in values.items() if value not in ("", None, 0, False)
    }


def party_values(party: Party | DossierParty) -> dict[str, Any]:
    return without_empty({name: getattr(party, name) for name in PARTY_FIELDS})


def paper_values(paper: PaperIn | SubmittedDocument) -> dict[str, Any]:
    return without_empty({name: getattr(paper, name) for name in PAPER_FIELDS})


def fee_values(line: FeeSheetLine | FeeLine) -> dict[str, Any]:
    """Also a line of 0 đồng says its amount: it is there to say why nothing is owed."""
    values = {name: getattr(line, name) for name in FEE_FIELDS}
    if not isinstance(line.params, str):
        values["params"] = canonical(plain(line.params))
    return {**without_empty(values), "amount_vnd": line.amount_vnd}


def request_values(row: SupplementRequest) -> dict[str, Any]:
    values = {name: plain(getattr(row, name)) for name in REQUEST_FIELDS}
    return {**values, "items": orjson.loads(row.items)}


def result_values(row: Result) -> dict[str, Any]:
    values = without_empty({name: getattr(row, name) for name in RESULT_FIELDS})
    digests = orjson.loads(row.digests)
    return {**values, "digests": digests} if digests else values


def hand_over_values(row: HandOver) -> dict[str, Any]:
    return without_empty({name: getattr(row, name) for name in HAND_OVER_FIELDS})


def offer_values(row: Offer) -> dict[str, Any]:
    lists = {"papers": orjson.loads(row.papers), "digests": orjson.loads(row.digests)}
    values = {name: getattr(row, name) for name in OFFER_FIELDS}
    return without_empty(values) | {name: value for name, value in lists.items() if value}


def claim_values(row: ReliefClaim) -> dict[str, Any]:
    return without_empty({name: getattr(row, name) for name in CLAIM_FIELDS})


def claim_row(dossier_id: int, values: dict[str, Any]) -> dict[str, Any]:
    """The row of what a fact keeps of a claim."""
    days = {name: date.fromisoformat(values[name]) for name in ("expires_on",) if name in values}
    whens = ("claimed_at", "decided_at")
    moments = {name: datetime.fromisoformat(values[name]) for name in whens if name in values}
    return {"dossier_id": dossier_id, **values, **days, **moments}


def leave_values(row: UnpaidLeave) -> dict[str, Any]:
    return {name: plain(getattr(row, name)) for name in LEAVE_FIELDS}


def file_values(row: DossierFile) -> dict[str, Any]:
    """Place 0 is a place: it is said, and so is a paper's."""
    values = without_empty({name: getattr(row, name) for name in FILE_FIELDS})
    places = {"position": row.position, "paper_position": row.paper_position, "size": row.size}
    return {**values, **{name: place for name, place in places.items() if place is not None}}


def file_rows(dossier_id: int, files: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows of files that come in with the dossier."""
    for file in files:
        added_at = datetime.fromisoformat(file["added_at"])
        yield {"dossier_id": dossier_id, **file, "added_at": added_at}


def citizen_values(row: DossierCitizen | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return without_empty({name: getattr(row, name) for name in CITIZEN_FIELDS})


def declaration_values(row: Declaration | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {"eform_version_id": row.eform_version_id, "answers": orjson.loads(row.answers)}


def declaration_row(dossier_id: int, values: dict[str, Any]) -> dict[str, Any]:
    """The row of what a fact keeps of a declaration."""
    return {
        "dossier_id": dossier_id,
        "eform_version_id": values["eform_version_id"],
        "answers": canonical(values["answers"]),
    }


def rows_of(dossier_id: int, values: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows that belong to one dossier, of the values its fact keeps: what is left out is empty."""
    return ({"dossier_id": dossier_id, **row} for row in values)


def in_places(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows that are kept in their order."""
    return ({"position": place, **row} for place, row in enumerate(rows))


def search_key(code: str, version_id: int, parties: tuple[Party, ...]) -> str:
    """The words that one search box looks into: of code, names, numbers and phones; and the mark of
    the procedure's version, by whose name a dossier is found too."""
    texts = [code]
    for party in parties:
        texts += [party.name, party.personal_id, party.old_id, party.tax_code, party.phone]
    return kept_words(texts, version_id)


PLAIN_FIELDS = (
    "code",
    "status",
    "stage",
    "is_accepted",
    "assignee_id",
    "held_agency_id",
    "held_unit_id",
    "held_assignee_id",
    "offered_agency_id",
    "offered_unit_id",
    "is_turned_back",
    "group_id",
    "awaits_companion",
    "register_year",
    "register_number",
    "agency_id",
    "competent_agency_id",
    "unit_id",
    "counter_id",
    "procedure_version_id",
    "variant_id",
    "channel",
    "return_method",
    "fee_total_vnd",
    "sets",
    "received_at",
    "original_due_at",
    "due_at",
    "due_soon_at",
    "appointment_at",
    "ended_at",
    "timeliness",
    "decision",
    "returned_at",
    "supplement_count",
    "supplement_allowed",
    "version",
)


def states_of(dossiers: list[Dossier]) -> Iterator[tuple[Dossier, dict[str, Any]]]:
    """What the rows of each dossier say, in the shape of `projections.fold`. Twelve queries."""
    among = {"dossier__in": [dossier.pk for dossier in dossiers]}
    parties = _by_dossier(DossierParty.objects.filter(**among).order_by("id"))
    papers = _by_dossier(SubmittedDocument.objects.filter(**among).order_by("position"))
    fees = _by_dossier(FeeLine.objects.filter(**among).order_by("position"))
    requests = _by_dossier(SupplementRequest.objects.filter(**among).order_by("seq"))
    results = _by_dossier(Result.objects.filter(**among).order_by("seq"))
    hand_overs = _by_dossier(HandOver.objects.filter(**among).order_by("seq"))
    offers = _by_dossier(Offer.objects.filter(**among).order_by("seq"))
    files = _by_dossier(DossierFile.objects.filter(**among).order_by("position"))
    claims = _by_dossier(ReliefClaim.objects.filter(**among).order_by("group"))
    leaves = _by_dossier(UnpaidLeave.objects.filter(**among).order_by("seq"))
    sent = {row.dossier_id: row for row in DossierCitizen.objects.filter(**among)}
    declared = {row.pk: row for row in Declaration.objects.filter(**among)}
    for dossier in dossiers:
        yield (
            dossier,
            {
                **{name: plain(getattr(dossier, name)) for name in PLAIN_FIELDS},
                "clock": orjson.loads(dossier.clock),
                "note": dossier.note or None,
                "parties": [party_values(row) for row in parties[dossier.pk]],
                "papers": [paper_values(row) for row in papers[dossier.pk]],
                "fees": [fee_values(row) for row in fees[dossier.pk]],
                "requests": [request_values(row) for row in requests[dossier.pk]],
                "results": [result_values(row) for row in results[dossier.pk]],
                "hand_overs": [hand_over_values(row) for row in hand_overs[dossier.pk]],
                "offers": [offer_values(row) for row in offers[dossier.pk]],
                "files": [file_values(row) for row in files[dossier.pk]],
                "claims": [claim_values(row) for row in claims[dossier.pk]],
                "leaves": [leave_values(row) for row in leaves[dossier.pk]],
                "citizen": citizen_values(sent.get(dossier.pk)),
                "declaration": declaration_values(declared.get(dossier.pk)),
            },
        )


def _by_dossier(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.dossier_id].append(row)
    return found
