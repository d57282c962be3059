"""`/dossiers/{code}/acts/{act}`: every act of the life cycle goes through this one door.

Each act is an operation of its own in the description, with the body that it takes. Which act may
follow which stage stands in `dossiers.rules.transitions`, who carries it out in
`dossiers.commands.performing`.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Body, Path, Router

from motcua.accounts.rules.roles import Permission
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.refusals import ActUnknown
from motcua.api.tokens import BearerToken
from motcua.api.v1.dossiers import Code
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, request_key
from motcua.api.v1.reading_acts import SHAPES, read_act
from motcua.api.v1.shapes.dossiers import ActOut
from motcua.api.v1.shapes.fields import Given
from motcua.api.v1.showing_acts import act_out
from motcua.api.v1.showing_parts import act_name, available_acts_out
from motcua.api.v1.versions import IfMatch, seen_version, tag
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import PERFORMERS, perform
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules.transitions import ActNotAllowed
from motcua.dossiers.vocabulary import Act
from motcua.kernel.refusal import Refusal

router = Router(tags=["acts"])

ACTS = {act_name(act): act for act in PERFORMERS}
RENAMED = {Act.SUPPLEMENT: {"items": "answered"}}
"""Values that the rules call otherwise than the body of the act does."""
CARRIED_OUT = """Answers where the dossier stands now and what may be done next. Refused (409) with the acts
available, when it does not fit the stage; (412) when somebody else has acted since `If-Match`."""


def perform_act(
    request: ApiRequest,
    act: Act,
    code: str,
    given: Given,
    response: HttpResponse,
    *,
    if_match: str | None,
    key: str | None,
) -> ActOut:
    """Carry the act out and tell where the dossier stands. Repeated, it tells how it stands now."""
    actor = request.auth
    note_access(request, "dossier.act-asked", code=code, asked=act_name(act))
    asked = Asked(
        actor=actor,
        at=request.at,
        code=code,
        seen_version=seen_version(if_match),
        request=request_key(actor, key, given, about=f"{code} {act}"),
    )
    done = _told_as_sent(asked, act, lambda: perform(asked, act, _read(request, act, given)))
    if done.repeated:
        response[REPLAYED] = "true"
    told = act_out(actor, done)
    tag(response, told.version)
    return told


def _read(request: ApiRequest, act: Act, given: Given) -> Any:
    return read_act(act, given, actor=request.auth, at=request.at)


def _told_as_sent(asked: Asked, act: Act, carry_out: Callable[[], DossierRef]) -> DossierRef:
    """What is refused names values as the body does, and the acts that do fit."""
    try:
        return carry_out()
    except ActNotAllowed as refusal:
        available = available_acts_out(asked.actor, dossier_detail(asked.actor, asked.code))
        raise ActNotAllowed(field="act", available_acts=available, **refusal.params) from None
    except Refusal as refusal:
        refusal.field = RENAMED.get(act, {}).get(refusal.field or "", refusal.field)
        raise


def _operation(act: Act) -> Callable[..., ActOut]:
    """The handler of one act, with the type of its body."""
    shape = SHAPES[act]

    def carried_out(request: ApiRequest, **sent: Any) -> ActOut:
        return perform_act(
            request,
            act,
            sent["code"],
            shape() if sent["given"] is None else sent["given"],
            sent["response"],
            if_match=sent["if_match"],
            key=sent["idempotency_key"],
        )

    needs_body = any(field.is_required() for field in shape.model_fields.values())
    kind: Any = shape if needs_body else shape | None
    marked: Any = Annotated[kind, Body()]  # type: ignore[type-arg]
    body = _param("given", marked, Parameter.empty if needs_body else None)
    carried_out.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            _param("request", ApiRequest),
            _param("code", Code),
            body,
            _param("response", HttpResponse),
            _param("if_match", IfMatch, None),
            _param("idempotency_key", IdempotencyKey, None),
        ]
    )
    return carried_out


def _param(name: str, kind: Any, default: Any = Parameter.empty) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)


for _name, _act in ACTS.items():
    router.add_api_operation(
        f"/{{code}}/acts/{_name}",
        ["POST"],
        _operation(_act),
        auth=BearerToken(Permission(_act)),
        response=ActOut,
        operation_id=f"act_{_name.replace('-', '_')}",
        url_name=f"act_{_name.replace('-', '_')}",
        description=CARRIED_OUT,
    )

ActName = Annotated[str, Path(max_length=40)]


@router.post("/{code}/acts/{act}", auth=BearerToken(), include_in_schema=False)
def refuse_unknown_act(request: ApiRequest, code: Code, act: ActName) -> None:
    """An act that the life cycle does not know (404)."""
    dossier_detail(request.auth, code)
    raise ActUnknown(field="act", act=act)
