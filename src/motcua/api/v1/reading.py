"""From the body of a reception to the typed input of `receive_dossier`, and what to look at twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from motcua.agencies.queries import agency_with_code
from motcua.api.fields_told import PLACE_OF_ROLE
from motcua.api.refusals import AgencyUnknown, FeeChoiceUnknown
from motcua.api.v1.parties import ReadParty, read_party
from motcua.api.v1.shapes.acts import AmendIn
from motcua.api.v1.shapes.interlinked import InterlinkedIn
from motcua.api.v1.shapes.reception import LimitIn, MatterIn, PaperGiven
from motcua.dossiers.preparation import ProcedureUnknown
from motcua.dossiers.rules.intake import PaperUnknown, ReceptionRefused
from motcua.dossiers.vocabulary import Declared, Limit, PaperIn, ReceptionInput
from motcua.eforms.queries.forms import form_in_force
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.rules.content import Document, Variant
from motcua.procedures.rules.fees import awaits_local_amount


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReception:
    """What was understood. `doubts`: each with the path of its value in the request."""

    given: ReceptionInput
    doubts: tuple[tuple[str, Doubt], ...]


def read_reception(body: MatterIn, *, at: datetime) -> ReadReception:
    """Refusals: ProcedureUnknown; AgencyUnknown; ReceptionRefused with everything that could not be read."""
    detail = _procedure(body, local_day(body.received_at or at))
    variant = _variant(detail, body.variant_id)
    parties = read_parties(body, today=local_day(at))
    problems = [problem for party in parties for problem in party.problems]
    problems += _paper_problems(body, variant)
    problems += _fee_problems(body, detail)
    if problems:
        raise ReceptionRefused(problems)
    given = ReceptionInput(
        procedure_version_id=detail.version_id,
        variant_id=variant.id,
        channel=body.channel,
        parties=tuple(party.party for party in parties),
        papers=(*_named_papers(body, variant), *_all_papers(body, variant)),
        declared=_declared(body, detail, local_day(body.received_at or at)),
        complete_confirmed=body.complete_confirmed,
        sets=body.sets,
        copies=body.copies,
        pages=body.pages,
        preference_groups=tuple(str(group) for group in body.preference_groups),
        fee_choices=tuple(body.fee_choices),
        local_fees=tuple((fee.fee_id, fee.amount_vnd) for fee in body.local_fees),
        typed_limit=limit_of(body.limit),
        return_method=body.return_method,
        received_at=body.received_at,
        competent_agency_id=_competent(body, local_day(body.received_at or at)),
        note=body.note,
    )
    return ReadReception(given=given, doubts=doubts_of(parties))


def limit_of(given: LimitIn | None) -> Limit | None:
    return Limit(unit=given.unit, value=given.value) if given else None


def read_parties(body: MatterIn | AmendIn | InterlinkedIn, *, today: date) -> list[ReadParty]:
    """The applicant and whoever else is named, in the order of their roles."""
    named = [(role, place, getattr(body, place)) for role, place in PLACE_OF_ROLE.items()]
    return [read_party(role, place, given, today=today) for role, place, given in named if given]


def doubts_of(parties: list[ReadParty]) -> tuple[tuple[str, Doubt], ...]:
    return tuple(doubt for party in parties for doubt in party.doubts)


def _procedure(body: MatterIn, day: date) -> ProcedureDetail:
    try:
        if body.procedure_version_id is not None:
            return procedure_detail(body.procedure_version_id)
    except NotFound:
        raise ProcedureUnknown(field="procedure_version_id") from None
    found = version_in_force(body.procedure, day) if body.procedure else None
    if found is None:
        raise ProcedureUnknown(field="procedure")
    return found


def _competent(body: MatterIn, day: date) -> int | None:
    """The agency with this code; None for the receiving one."""
    if not body.competent_agency:
        return None
    found = agency_with_code(body.competent_agency, day)
    if found is None:
        raise AgencyUnknown(field="competent_agency")
    return found.id


def _declared(body: MatterIn, detail: ProcedureDetail, day: date) -> Declared | None:
    """The answers with the form they are for; 0 where the procedure has none, which the rule tells."""
    if body.declaration is None:
        return None
    version_id = body.declaration.form_version_id
    if version_id is None:
        found = form_in_force(detail.procedure_id, day)
        version_id = found.version_id if found else 0
    return Declared(eform_version_id=version_id, answers=body.declaration.answers)


def _variant(detail: ProcedureDetail, variant_id: int | None) -> Variant:
    try:
        return detail.variant(variant_id)
    except NotFound:
        raise ProcedureUnknown(field="variant_id") from None


def _document_of(paper: PaperGiven, variant: Variant) -> Document | None:
    """The document of the catalogue that is meant: by its id, else by its exact name."""
    if paper.document_id is not None:
        return next((one for one in variant.papers if one.id == paper.document_id), None)
    return next((one for one in variant.papers if fold(one.name) == fold(paper.name)), None)


def _paper_problems(body: MatterIn, variant: Variant) -> Iterator[Refusal]:
    for place, paper in enumerate(body.papers):
        named = paper.document_id is None and paper.name
        if not named and _document_of(paper, variant) is None:
            yield PaperUnknown(field=f"papers.{place}")


def _fee_problems(body: MatterIn, detail: ProcedureDetail) -> Iterator[Refusal]:
    if set(body.fee_choices) - {fee.id for fee in detail.fees}:
        yield FeeChoiceUnknown(field="fee_choices")
    awaiting = {fee.id for fee in detail.fees if awaits_local_amount(fee)}
    for place, fee in enumerate(body.local_fees):
        if fee.fee_id not in awaiting:
            yield FeeChoiceUnknown(field=f"local_fees.{place}")


def _named_papers(body: MatterIn, variant: Variant) -> Iterator[PaperIn]:
    for paper in body.papers:
        document = _document_of(paper, variant)
        asked = _as_asked(document) if document else PaperIn(name=paper.name, originals=1)
        yield PaperIn(
            name=asked.name,
            required_document_id=asked.required_document_id,
            originals=asked.originals if paper.originals is None else paper.originals,
            copies=asked.copies if paper.copies is None else paper.copies,
            present_only=asked.present_only if paper.present_only is None else paper.present_only,
            note=paper.note,
        )


def _all_papers(body: MatterIn, variant: Variant) -> Iterator[PaperIn]:
    if not body.all_papers:
        return
    named = {_document_of(paper, variant) for paper in body.papers}
    for document in variant.papers:
        if not document.is_optional and document not in named:
            yield _as_asked(document)


def _as_asked(document: Document) -> PaperIn:
    """The numbers that the catalogue asks for; one original where it gives none."""
    stated = document.originals is not None or document.copies is not None
    return PaperIn(
        name=document.name,
        required_document_id=document.id,
        originals=(document.originals or 0) if stated else 1,
        copies=document.copies or 0,
        present_only=document.present_only,
    )
