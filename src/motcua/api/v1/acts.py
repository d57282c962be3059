"""`/dossiers/{code}/acts/{act}`: every act of the life cycle goes through this one door.

Which act may follow which stage stands in `dossiers.rules.transitions`, who carries it out and what
it is given in `dossiers.commands.performing`.
"""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Body, Path, Router

from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.refusals import ActUnknown
from motcua.api.tokens import BearerToken
from motcua.api.v1.dossiers import Code
from motcua.api.v1.shapes.dossiers import ActOut
from motcua.api.v1.showing import act_name, available_acts_out, status_out
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import PERFORMERS, perform
from motcua.dossiers.policies import available_acts
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.rules.transitions import ActNotAllowed, next_stage
from motcua.dossiers.vocabulary import Act
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotPermitted

router = Router(tags=["dossiers"], auth=BearerToken())

ACTS = {act_name(act): act for act in PERFORMERS}

ActName = Annotated[
    str, Path(min_length=1, max_length=40, description="Name of the act, e.g. `receive`.")
]


@router.post("/{code}/acts/{act}", response=ActOut, operation_id="perform_act")
def perform_act(
    request: ApiRequest,
    code: Code,
    act: ActName,
    given: Annotated[dict[str, Any] | None, Body()] = None,
) -> ActOut:
    """Carries out an act on a dossier. One that does not fit the stage is refused (409) and told
    which acts are available; one that the life cycle does not know is not found (404)."""
    if act not in ACTS:
        raise ActUnknown(field="act")
    detail = dossier_detail(request.auth, code)
    note_access(request, "dossier.act-asked", dossier_id=detail.id, asked=act)
    _demand_allowed(request.auth, ACTS[act], detail)
    asked = Asked(actor=request.auth, at=request.at, code=code)
    perform(asked, ACTS[act], PERFORMERS[ACTS[act]].given(**(given or {})))
    after = dossier_detail(request.auth, code)
    return ActOut(
        code=after.code,
        status=status_out(after.status),
        available_acts=available_acts_out(request.auth, after),
    )


def _demand_allowed(actor: Actor, act: Act, detail: DossierDetail) -> None:
    """Refusals: NotPermitted; ActNotAllowed, telling what is allowed."""
    try:
        next_stage(detail.stage, act)
    except ActNotAllowed as refusal:
        available = available_acts_out(actor, detail)
        raise ActNotAllowed(field="act", available_acts=available, **refusal.params) from None
    if act not in available_acts(actor, detail.stage, detail):
        raise NotPermitted
