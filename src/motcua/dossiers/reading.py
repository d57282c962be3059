"""From rows and facts back to values: what a query hands to pages, papers and the API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from motcua.dossiers.models import DossierParty, FeeLine, SubmittedDocument
from motcua.dossiers.vocabulary import PaperIn, Party, PartyKind, PartyRole
from motcua.procedures.rules.fees import FeeLineCode, FeeSheetLine
from motcua.procedures.vocabulary import FeeKind


def party_from(row: DossierParty) -> Party:
    return Party(
        role=PartyRole(row.role),
        kind=PartyKind(row.kind),
        name=row.name,
        personal_id=row.personal_id,
        old_id=row.old_id,
        tax_code=row.tax_code,
        birth_date=row.birth_date,
        sex=row.sex,
        address=row.address,
        phone=row.phone,
        email=row.email,
        authority=row.authority,
    )


def paper_from(row: SubmittedDocument) -> PaperIn:
    return PaperIn(
        name=row.name,
        required_document_id=row.required_document_id,
        originals=row.originals,
        copies=row.copies,
        present_only=row.present_only,
        note=row.note,
    )


def fee_from(row: FeeLine) -> FeeSheetLine:
    return FeeSheetLine(
        fee_id=0,
        kind=FeeKind(row.kind),
        name=row.name,
        code=FeeLineCode(row.code),
        amount_vnd=row.amount_vnd,
        params=orjson.loads(row.params),
    )


def fee_in_fact(values: Mapping[str, Any]) -> FeeSheetLine:
    """A fee line as a fact keeps it, where empty values are left out (`rows.fee_values`)."""
    return FeeSheetLine(
        fee_id=0,
        kind=FeeKind(values["kind"]),
        name=values.get("name", ""),
        code=FeeLineCode(values["code"]),
        amount_vnd=values.get("amount_vnd", 0),
        params=orjson.loads(values.get("params", "{}")),
    )
