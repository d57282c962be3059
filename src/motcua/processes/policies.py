"""Who may write and publish processes: who keeps the catalogue; that of one agency, who keeps the agency."""

from __future__ import annotations

from datetime import date

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.policies import may_change as may_change_agency
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import Verdict


def may_change(actor: Actor, agency_id: int | None, day: date) -> Verdict:
    """Whether the actor may write on the process of this agency (None: of all)."""
    permitted = may(actor, Permission.PROCESS_CHANGE)
    if not permitted or agency_id is None:
        return permitted
    return may_change_agency(actor, agency_id, day)
