"""Withdraw, terminate, reopen. Each refuses as `acting.act_on` does and as its rule in `rules.ending`."""

from __future__ import annotations

from motcua.dossiers.acting import Asked, act_on
from motcua.dossiers.inputs import Reopen, Terminate, Withdraw
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules import ending
from motcua.dossiers.vocabulary import Act


def withdraw_dossier(asked: Asked, given: Withdraw) -> DossierRef:
    """The applicant takes the dossier back."""
    return act_on(
        asked, Act.WITHDRAW, lambda standing: ending.withdraw(standing.facts, given, asked.at)
    )


def terminate_processing(asked: Asked, given: Terminate) -> DossierRef:
    """Stop without a result (Form 05)."""
    return act_on(
        asked,
        Act.TERMINATE,
        lambda standing: ending.terminate(
            standing.facts, given, fee_total_vnd=standing.row.fee_total_vnd, at=asked.at
        ),
    )


def reopen_dossier(asked: Asked, given: Reopen) -> DossierRef:
    """Take it up again on a legal ground."""
    return act_on(
        asked, Act.REOPEN, lambda standing: ending.reopen(standing.facts, given, asked.at)
    )
