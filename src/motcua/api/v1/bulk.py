"""`/bulk`: one act for many dossiers, asked once, with a result for each."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Path, Router, Status
from ninja.errors import ValidationError
from pydantic import ValidationError as FaultyValues

from motcua.accounts.rules.roles import Permission
from motcua.api.addresses import address
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.problems import detail_of
from motcua.api.tokens import BearerToken
from motcua.api.v1.idempotency import IdempotencyKey, request_key
from motcua.api.v1.reading_acts import SHAPES, read_act
from motcua.api.v1.shapes.bulk import BulkBegun, BulkIn, BulkLine, BulkOut
from motcua.api.v1.shapes.fields import ID_MAX
from motcua.api.v1.showing_parts import act_name
from motcua.dossiers.commands.bulk import begin_bulk
from motcua.dossiers.queries.bulk import BulkResult, bulk_standing, candidates
from motcua.dossiers.tasks import carry_out_bulk
from motcua.dossiers.vocabulary import Act

router = Router(tags=["work"], auth=BearerToken(Permission.DOSSIER_NOTE))
RunId = Annotated[int, Path(ge=1, le=ID_MAX)]


@router.post("", response={202: BulkBegun}, operation_id="begin_bulk")
def begin(
    request: ApiRequest,
    given: BulkIn,
    response: HttpResponse,
    idempotency_key: IdempotencyKey = None,
) -> Status[BulkBegun]:
    """Keeps what is asked for and carries it out in the background, each dossier by itself and only
    if nobody else has acted on it meanwhile. Codes that this position may not see are left out."""
    actor, act = request.auth, Act(f"dossier.{given.act}")
    note_access(request, "dossier.act-asked", asked=str(given.act), codes=given.codes)
    seen = candidates(actor, tuple(given.codes))
    run_id = begin_bulk(
        actor=actor,
        at=request.at,
        act=act,
        given=_read(request, act, given.input),
        chosen=tuple(one.chosen for one in seen),
        request=request_key(actor, idempotency_key, given, about="bulk"),
    )
    carry_out_bulk.enqueue(run_id)
    link = address("api:show_bulk", str(run_id))
    response["Location"] = link
    known = {one.row.code for one in seen}
    left_out = [code for code in dict.fromkeys(given.codes) if code not in known]
    total = bulk_standing(actor, run_id).total
    return Status(202, BulkBegun(id=run_id, total=total, left_out=left_out, link=link))


def _read(request: ApiRequest, act: Act, given: dict[str, Any]) -> Any:
    """Every faulty value is told by its path; refusals: those of `read_act`."""
    try:
        body = SHAPES[act].model_validate(given)
    except FaultyValues as faulty:
        raise ValidationError(
            [{**error, "loc": ("input", *error["loc"])} for error in faulty.errors()]
        ) from None
    return read_act(act, body, actor=request.auth, at=request.at)


@router.get("/{run_id}", response=BulkOut, operation_id="show_bulk", url_name="show_bulk")
def show_bulk(request: ApiRequest, run_id: RunId) -> BulkOut:
    """How a run that you have begun stands, and what became of each dossier."""
    standing = bulk_standing(request.auth, run_id)
    return BulkOut(
        id=standing.id,
        act=act_name(standing.act),
        total=standing.total,
        done=standing.done,
        refused=standing.refused,
        asked_at=standing.asked_at,
        finished_at=standing.finished_at,
        results=[_line(result) for result in standing.results],
    )


def _line(result: BulkResult) -> BulkLine:
    refusal = result.refusal
    return BulkLine(
        code=result.code,
        outcome=result.outcome,
        refusal=refusal.code if refusal else "",
        detail=detail_of(refusal) if refusal else "",
    )
