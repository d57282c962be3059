"""Own papers, offered again: with consent, the fitting ones first, each with how fresh it is."""

from __future__ import annotations

from motcua.citizens.queries.consents import has_consent
from motcua.citizens.vocabulary import ConsentPurpose
from motcua.documents.vocabulary import MediaType
from motcua.dossiers.queries.own.files import OwnFile, own_files
from motcua.filing.policies import demand_writer
from motcua.filing.rules.fitting import in_order_of_fitting
from motcua.filing.rules.refusals import ConsentMissing
from motcua.filing.vocabulary import OwnPaper
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound


def may_offer(actor: Actor) -> bool:
    """Whether the citizen agreed to have his papers offered again. One query. Refusals: NotPermitted."""
    return has_consent(demand_writer(actor), ConsentPurpose.OWN_PAPERS)


def own_papers(
    actor: Actor, *, paper_name: str = "", required_document_id: int | None = None
) -> tuple[OwnPaper, ...]:
    """Those that are the same paper come first, then those of a like name, then the newest; none
    without consent. Four queries. Refusals: NotPermitted."""
    if not may_offer(actor):
        return ()
    every = tuple(_paper(file) for file in own_files(actor))
    return in_order_of_fitting(every, paper_name, required_document_id)


def own_paper(actor: Actor, digest: str) -> OwnPaper:
    """One of them. Refusals: NotPermitted, ConsentMissing, NotFound (also for another's)."""
    if not may_offer(actor):
        raise ConsentMissing
    found = next((_paper(one) for one in own_files(actor) if one.digest == digest), None)
    if found is None:
        raise NotFound(kind="own-paper")
    return found


def _paper(file: OwnFile) -> OwnPaper:
    return OwnPaper(
        digest=file.digest,
        name=file.name,
        media_type=MediaType(file.media_type),
        size=file.size,
        kind=str(file.kind),
        dossier_code=file.dossier_code,
        paper_name=file.paper_name or file.procedure_name,
        given_on=file.given_on,
        required_document_id=file.required_document_id,
    )
