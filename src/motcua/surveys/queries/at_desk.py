"""What an officer needs to invite whoever stands at the counter."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.policies import find_for
from motcua.dossiers.vocabulary import BEFORE_RECEPTION, Stage
from motcua.kernel.actor import Actor
from motcua.surveys.vocabulary import Occasion


@dataclass(frozen=True, slots=True, kw_only=True)
class AtDesk:
    """A dossier at the counter, and after what one may ask now; None before it was received. Whether its
    invitation was used is told to nobody."""

    dossier_id: int
    code: str
    occasion: Occasion | None


def at_desk(actor: Actor, code: str) -> AtDesk:
    """Refusals: NotFound, also for whoever may not see the dossier."""
    row = find_for(actor, Permission.DOSSIER_VIEW, code)
    return AtDesk(dossier_id=row.pk, code=row.code, occasion=_occasion(Stage(row.stage)))


def _occasion(stage: Stage) -> Occasion | None:
    if stage in BEFORE_RECEPTION:
        return None
    return Occasion.RETURN if stage is Stage.RETURNED else Occasion.RECEPTION
