"""Asking the applicant for more during processing, and taking in what comes.

Each refuses as `acting.act_on` does and as its rule in `rules.supplement`.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from motcua.dossiers.acting import Asked, Standing, act_on
from motcua.dossiers.commands.files_held import held_files
from motcua.dossiers.declared import answered_anew, demand_fields_known, still_as_before
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.inputs import AskToComplete, Supplement, WithReason
from motcua.dossiers.models import Dossier, SubmittedDocument
from motcua.dossiers.preparation import ground_for
from motcua.dossiers.queries.fees.standing import fee_standing
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rows import fee_values, paper_values
from motcua.dossiers.rules import supplement
from motcua.dossiers.rules.fees.reliefs import recounted
from motcua.dossiers.rules.intake import ReceptionRefused
from motcua.dossiers.rules.submitted.files import file_problems, files_in
from motcua.dossiers.vocabulary import Act, Declared
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotPermitted


def request_supplement(asked: Asked, given: AskToComplete) -> DossierRef:
    """One full request, item by item (Form 02); the clock waits as the procedure version says."""
    holding_id = asked.actor.stands_in_for_id or asked.actor.holding_id

    def decide(standing: Standing) -> LifeEvent:
        demand_fields_known(standing.row.pk, given)
        return supplement.request_supplement(
            standing.facts, given, holding_id=holding_id, at=asked.at
        )

    return act_on(asked, Act.REQUEST_SUPPLEMENT, decide)


def allow_supplement(asked: Asked, given: WithReason) -> DossierRef:
    """A superior's leave to ask once more."""
    return act_on(
        asked,
        Act.ALLOW_SUPPLEMENT,
        lambda standing: supplement.allow(standing.facts, given),
    )


def supplement_dossier(asked: Asked, given: Supplement) -> DossierRef:
    """Papers come in for the open request; the dossier goes on once every item is settled."""
    if given.waived and asked.actor.citizen_id is not None:
        raise NotPermitted(reason="waiving-is-of-the-office")

    def decide(standing: Standing) -> LifeEvent:
        came = _came(standing, asked, given)
        return supplement.supplement(standing.facts, given, came, at=asked.at)

    return act_on(asked, Act.SUPPLEMENT, decide)


def _came(standing: Standing, asked: Asked, given: Supplement) -> supplement.Came:
    """Refusals: ReceptionRefused with all that is wrong with files or answers, also those
    that are said to be answered and stand as before; DeclarationMissing."""
    dossier_id, facts = standing.row.pk, standing.facts
    fields = supplement.fields_asked(facts.open_request)
    declaration = answered_anew(dossier_id, given.answers, fields, local_day(asked.at))
    told = supplement.fields_at(facts.open_request, given.answered)
    if same := still_as_before(dossier_id, given.answers, told, local_day(asked.at)):
        raise ReceptionRefused(same)
    papers = tuple(paper_values(paper) for paper in given.papers)
    fee = _fee_after(standing.row, declaration) if declaration else None
    if not given.files:
        return supplement.Came(papers=papers, declaration=declaration, fee=fee)
    places = SubmittedDocument.objects.filter(dossier=dossier_id).aggregate(last=Max("position"))
    held = held_files(dossier_id, facts.file_digests)
    problems = tuple(file_problems(given.files, paper_count=len(papers), held=held.files))
    if problems:
        raise ReceptionRefused(problems)
    files = files_in(
        given.files,
        by=asked.actor.name,
        at=asked.at,
        first=held.next_position,
        first_paper=0 if places["last"] is None else places["last"] + 1,
    )
    return supplement.Came(papers=papers, files=tuple(files), declaration=declaration, fee=fee)


def _fee_after(dossier: Dossier, declaration: dict[str, Any]) -> supplement.ChangedFee | None:
    """What is owed once copies or pages are declared anew; None where that changes nothing."""
    ground = ground_for(
        agency_id=dossier.competent_agency_id,
        procedure_version_id=dossier.procedure_version_id,
        day=local_day(dossier.received_at),
    )
    documents = ground.copied(Declared(**declaration))
    if not documents:
        return None
    before = fee_standing(dossier)
    lines = recounted(before, documents)
    if lines is None:
        return None
    return supplement.ChangedFee(
        lines=tuple(fee_values(line) for line in lines),
        old_total_vnd=before.total_vnd,
        total_vnd=sum(line.amount_vnd for line in lines),
    )
