"""Stop the clock for a financial duty, go on, move the date with an apology.

Each refuses as `acting.act_on` does and as its rule in `rules.waiting` and `rules.extension`.
"""

from __future__ import annotations

from motcua.dossiers.acting import Asked, act_on
from motcua.dossiers.inputs import Extend, Resume, WithReason
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules import extension, waiting
from motcua.dossiers.vocabulary import Act


def suspend_processing(asked: Asked, given: WithReason) -> DossierRef:
    """The applicant has a financial duty to meet first."""
    return act_on(
        asked, Act.SUSPEND, lambda standing: waiting.suspend(standing.facts, given, asked.at)
    )


def resume_processing(asked: Asked, given: Resume) -> DossierRef:
    """The duty is met."""
    return act_on(
        asked, Act.RESUME, lambda standing: waiting.resume(standing.facts, given, asked.at)
    )


def extend_time_limit(asked: Asked, given: Extend) -> DossierRef:
    """A later date with an apology, in time and once (Form 04)."""
    return act_on(
        asked, Act.EXTEND, lambda standing: extension.extend(standing.facts, given, asked.at)
    )


def apologize(asked: Asked, given: Extend) -> DossierRef:
    """An apology and a new appointment where the date can no longer move (Form 04)."""
    return act_on(
        asked, Act.APOLOGIZE, lambda standing: extension.apologize(standing.facts, given, asked.at)
    )
