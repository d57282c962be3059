"""What an officer needs to invite whoever stands at the counter."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.policies import find_for
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class AtDesk:
    """A dossier at the counter. Whether its invitation was used is told to nobody."""

    dossier_id: int
    code: str
    is_returned: bool


def at_desk(actor: Actor, code: str) -> AtDesk:
    """Refusals: NotFound, also for whoever may not see the dossier."""
    row = find_for(actor, Permission.DOSSIER_VIEW, code)
    return AtDesk(dossier_id=row.pk, code=row.code, is_returned=row.stage == Stage.RETURNED)
