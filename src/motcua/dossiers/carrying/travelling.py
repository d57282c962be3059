"""A dossier as it travels to another installation, and how it is received there.

Names and national codes travel, never numbers of rows: each installation has its own catalogue. What
this one does not know is refused by name, so that somebody can mend it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson

from motcua.agencies.queries import agency_on
from motcua.documents.queries.files import files_of
from motcua.dossiers.models import (
    Declaration,
    Dossier,
    DossierFile,
    DossierParty,
    FeeLine,
    SubmittedDocument,
)
from motcua.dossiers.rows import fee_values, paper_values, party_values
from motcua.dossiers.vocabulary import (
    Carried,
    Declared,
    FileIn,
    Limit,
    PaperIn,
    Party,
    PartyKind,
    PartyRole,
    ReceptionInput,
    ReturnMethod,
)
from motcua.eforms.queries.forms import form_in_force
from motcua.kernel.clock import local_day
from motcua.kernel.event import instant_text
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.catalogue import row_in_force, version_row
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.rules.content import Variant
from motcua.procedures.vocabulary import Channel
from motcua.worktime.vocabulary import Unit

Told = dict[str, Any]


class CarriedProcedureUnknown(Refusal):
    """The catalogue here has no such procedure on the day of reception; params: procedure."""

    code = "carried-procedure-unknown"


class CarriedFileMissing(Refusal):
    """A file that belongs to it has not come; params: name."""

    code = "carried-file-missing"


class CarriedCodeTaken(Refusal):
    """Another dossier here has this code; params: code."""

    code = "carried-code-taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Travelling:
    """What a dossier is, for its way: plain values, and the files that go before it."""

    values: Told
    files: tuple[Told, ...]


def travelling(dossier_id: int) -> Travelling:
    """The dossier as it is now. Seven queries. The caller answers for who is told."""
    row = Dossier.objects.get(pk=dossier_id)
    among: dict[str, Any] = {"dossier": row}
    catalogue = version_row(row.procedure_version_id)
    assert catalogue is not None
    detail = procedure_detail(row.procedure_version_id)
    declared = Declaration.objects.filter(**among).first()
    files = DossierFile.objects.filter(**among, is_removed=False).order_by("position")
    clock = orjson.loads(row.clock)
    values: Told = {
        "code": row.code,
        "agency": _agency_code(row.agency_id, row),
        "competent_agency": _agency_code(row.competent_agency_id, row),
        "procedure": catalogue.code,
        "variant": detail.variant(row.variant_id).name,
        "channel": row.channel,
        "return_method": row.return_method,
        "received_at": instant_text(row.received_at),
        "limit": {"unit": clock["unit"], "value": str(clock["value"])},
        "sets": row.sets,
        "note": row.note,
        "stage": row.stage,
        "parties": [
            party_values(one) for one in DossierParty.objects.filter(**among).order_by("id")
        ],
        "papers": [
            {
                **paper_values(one),
                "required_document_id": None,
                "is_asked": one.required_document_id is not None,
            }
            for one in SubmittedDocument.objects.filter(**among).order_by("position")
        ],
        "fees": [fee_values(one) for one in FeeLine.objects.filter(**among).order_by("position")],
        "answers": orjson.loads(declared.answers) if declared else None,
    }
    return Travelling(values=values, files=tuple(file_told(one) for one in files))


def _agency_code(agency_id: int, row: Dossier) -> str:
    agency = agency_on(agency_id, local_day(row.received_at))
    assert agency is not None
    return agency.code or agency.slug


def file_told(row: DossierFile) -> Told:
    return {
        "digest": row.digest,
        "name": row.name,
        "media_type": row.media_type,
        "size": row.size,
        "kind": row.kind,
        "paper_position": row.paper_position,
    }


def reception_of(
    told: Told, files: tuple[Told, ...], *, competent_agency_id: int, note: str, day: date
) -> ReceptionInput:
    """How to receive here what was received there. Refusals: CarriedProcedureUnknown,
    CarriedFileMissing, CarriedCodeTaken. Faults: ValueError, KeyError, TypeError for what is no dossier."""
    catalogue = row_in_force(str(told["procedure"]), day)
    if catalogue is None:
        raise CarriedProcedureUnknown(procedure=str(told["procedure"]))
    if Dossier.objects.filter(code=told["code"]).exists():
        raise CarriedCodeTaken(code=str(told["code"]))
    detail = procedure_detail(catalogue.version_id)
    variant = _variant(detail, str(told["variant"]))
    return ReceptionInput(
        procedure_version_id=catalogue.version_id,
        variant_id=variant.id,
        channel=Channel(told["channel"]),
        parties=tuple(_party(one) for one in told["parties"]),
        papers=tuple(_paper(one, variant) for one in told["papers"]),
        declared=_declared(told, detail, day),
        files=files_here(files),
        complete_confirmed=True,
        sets=int(told["sets"]),
        typed_limit=Limit(unit=Unit(told["limit"]["unit"]), value=Decimal(told["limit"]["value"])),
        return_method=ReturnMethod(told["return_method"]),
        received_at=datetime.fromisoformat(told["received_at"]),
        competent_agency_id=competent_agency_id,
        carried=Carried(code=str(told["code"]), fees=tuple(told["fees"])),
        note=note,
    )


def files_here(files: tuple[Told, ...]) -> tuple[FileIn, ...]:
    """Each file as it is kept here. Refusals: CarriedFileMissing."""
    here = files_of(str(one["digest"]) for one in files)
    for one in files:
        if one["digest"] not in here:
            raise CarriedFileMissing(name=str(one["name"]))
    return tuple(
        FileIn(
            digest=str(one["digest"]),
            name=str(one["name"]),
            media_type=str(here[one["digest"]].media_type),
            size=here[one["digest"]].size,
            paper_position=one.get("paper_position"),
        )
        for one in files
    )


def _variant(detail: ProcedureDetail, name: str) -> Variant:
    """The variant of that name, else the general one."""
    return next((one for one in detail.variants if one.name == name), detail.default_variant)


def _party(told: Told) -> Party:
    words = {name: str(value) for name, value in told.items() if name not in ("role", "kind")}
    kind = PartyKind(told.get("kind", PartyKind.CITIZEN))
    return Party(role=PartyRole(told["role"]), kind=kind, **words)


def _paper(told: Told, variant: Variant) -> PaperIn:
    """A paper that the catalogue asks for is known by its name."""
    name = str(told["name"])
    asked = next((one.id for one in variant.papers if one.name == name), None)
    return PaperIn(
        name=name,
        required_document_id=asked if told.get("is_asked") else None,
        originals=int(told.get("originals", 0)),
        copies=int(told.get("copies", 0)),
        present_only=bool(told.get("present_only", False)),
        note=str(told.get("note", "")),
    )


def _declared(told: Told, detail: ProcedureDetail, day: date) -> Declared | None:
    """Where this installation has no form for it, the declaration is among the papers and files."""
    form = form_in_force(detail.procedure_id, day)
    if told.get("answers") is None or form is None:
        return None
    return Declared(eform_version_id=form.version_id, answers=told["answers"])
