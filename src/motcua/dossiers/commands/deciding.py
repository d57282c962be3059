"""Decide, issue, hand over, correct. Each refuses as `acting.act_on` does and as its rule in
`rules.decision`."""

from __future__ import annotations

from motcua.dossiers.acting import Asked, act_on
from motcua.dossiers.inputs import CorrectResult, Decide, IssueResult, ReturnResult
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules import decision
from motcua.dossiers.vocabulary import Act


def decide_dossier(asked: Asked, given: Decide) -> DossierRef:
    """Grant what was asked for, or decline it with grounds."""
    return act_on(
        asked,
        Act.DECIDE,
        lambda standing: decision.decide(
            standing.facts, given, signatory=_signatory(asked), at=asked.at
        ),
    )


def issue_result(asked: Asked, given: IssueResult) -> DossierRef:
    """Number and date the result: the dossier is settled."""
    return act_on(
        asked, Act.ISSUE_RESULT, lambda standing: decision.issue(standing.facts, given, asked.at)
    )


def return_result(asked: Asked, given: ReturnResult) -> DossierRef:
    """Hand the result over. Being late never stands in the way (law.md 12.7.9)."""
    return act_on(
        asked,
        Act.RETURN_RESULT,
        lambda standing: decision.return_result(standing.facts, given, asked.at),
    )


def correct_result(asked: Asked, given: CorrectResult) -> DossierRef:
    """Replace a wrong result by a new one linked to it."""
    return act_on(
        asked,
        Act.CORRECT_RESULT,
        lambda standing: decision.correct(
            standing.facts, given, signatory=_signatory(asked), at=asked.at
        ),
    )


def _signatory(asked: Asked) -> dict[str, str]:
    return {"decided_by": asked.actor.name, "decided_by_title": asked.actor.title}
