"""Asking the applicant for more during processing, and taking in what comes.

Each refuses as `acting.act_on` does and as its rule in `rules.supplement`.
"""

from __future__ import annotations

from motcua.dossiers.acting import Asked, act_on
from motcua.dossiers.inputs import AskToComplete, Supplement, WithReason
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rows import paper_values
from motcua.dossiers.rules import supplement
from motcua.dossiers.vocabulary import Act


def request_supplement(asked: Asked, given: AskToComplete) -> DossierRef:
    """One full request, item by item (Form 02); the clock waits as the procedure version says."""
    holding_id = asked.actor.stands_in_for_id or asked.actor.holding_id
    return act_on(
        asked,
        Act.REQUEST_SUPPLEMENT,
        lambda standing: supplement.request_supplement(
            standing.facts, given, holding_id=holding_id, at=asked.at
        ),
    )


def allow_supplement(asked: Asked, given: WithReason) -> DossierRef:
    """A superior's leave to ask once more."""
    return act_on(
        asked,
        Act.ALLOW_SUPPLEMENT,
        lambda standing: supplement.allow(standing.facts, given),
    )


def supplement_dossier(asked: Asked, given: Supplement) -> DossierRef:
    """Papers come in for the open request; the dossier goes on once every item is settled."""
    papers = tuple(paper_values(paper) for paper in given.papers)
    return act_on(
        asked,
        Act.SUPPLEMENT,
        lambda standing: supplement.supplement(standing.facts, given, papers=papers, at=asked.at),
    )
