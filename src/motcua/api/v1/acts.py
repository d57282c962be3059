"""`/dossiers/{code}/acts/{act}`: every act of the life cycle goes through this one door.

Which act may follow which state stands in `dossiers.rules.transitions`; here is only who carries
it out. A test holds `PERFORMERS` complete for the table.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from ninja import Path, Router

from motcua.accounts.rules.roles import Permission, may
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.refusals import ActUnknown
from motcua.api.tokens import BearerToken
from motcua.api.v1.dossiers import Code
from motcua.api.v1.shapes.dossiers import ActOut
from motcua.api.v1.showing import act_name, available_acts, status_out
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.rules.transitions import ActNotAllowed, next_status
from motcua.dossiers.vocabulary import Act, Status
from motcua.kernel.actor import Actor

router = Router(tags=["dossiers"], auth=BearerToken())
Performer = Callable[[Actor, datetime, DossierDetail], None]

# Acts on a dossier that is in the register. Reception has its own door: it makes the dossier.
PERFORMERS: dict[Act, Performer] = {}
ACTS = {act_name(act): act for act in Act}

ActName = Annotated[
    str, Path(min_length=1, max_length=40, description="Name of the act, e.g. `receive`.")
]


@router.post("/{code}/acts/{act}", response=ActOut, operation_id="perform_act")
def perform_act(request: ApiRequest, code: Code, act: ActName) -> ActOut:
    """Carries out an act on a dossier. One that does not fit the state is refused (409) and told
    which acts are available; one that the life cycle does not know is not found (404)."""
    if act not in ACTS:
        raise ActUnknown(field="act")
    detail = dossier_detail(request.auth, code)
    note_access(request, "dossier.act-asked", dossier_id=detail.id, asked=act)
    _demand_allowed(request.auth, ACTS[act], detail)
    PERFORMERS[ACTS[act]](request.auth, request.at, detail)
    after = dossier_detail(request.auth, code)
    return ActOut(
        code=after.code,
        status=status_out(after.status),
        available_acts=available_acts(request.auth, after.status),
    )


def _demand_allowed(actor: Actor, act: Act, detail: DossierDetail) -> None:
    """Refusals: NotPermitted; ActNotAllowed, telling what is allowed."""
    may(actor, Permission(act)).demand()
    try:
        next_status(Status(detail.status), act)
    except ActNotAllowed as refusal:
        available = available_acts(actor, detail.status)
        raise ActNotAllowed(field="act", available_acts=available, **refusal.params) from None
