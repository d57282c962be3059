"""Who asks: a bearer token stands for one position held by an officer."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from motcua.accounts.queries import actor_for_token
from motcua.accounts.rules.roles import Permission, may
from motcua.api.asking import ApiRequest
from motcua.api.refusals import TokenInvalid, TokenMissing, TooManyRequests
from motcua.kernel.actor import Actor
from motcua.kernel.pacing import Pace

TOKEN_LENGTH_MAX = 200
REQUESTS_PER_MINUTE_MAX = 3000

pace = Pace(REQUESTS_PER_MINUTE_MAX)


class BearerToken(HttpBearer):
    """`Authorization: Bearer …`; with a permission, only for those who have it, before anything of
    the request is read. Refusals: TokenMissing, TokenInvalid, TooManyRequests, NotPermitted."""

    openapi_description = (
        "Issued by `motcua token --officer NAME`; acts in the position held by that officer."
    )

    def __init__(self, permission: Permission | None = None) -> None:
        super().__init__()
        self.permission = permission

    def __call__(self, request: HttpRequest) -> Actor:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise TokenMissing
        return self.authenticate(request, token.strip())

    def authenticate(self, request: HttpRequest, token: str) -> Actor:
        assert isinstance(request, HttpRequest)
        actor = _actor(request, token)  # type: ignore[arg-type]
        if actor is None:
            raise TokenInvalid
        wait = pace.take(str(actor.holding_id), request.at)  # type: ignore[attr-defined]
        if wait:
            raise TooManyRequests(seconds=wait)
        if self.permission:
            request.auth = actor  # type: ignore[attr-defined]  # a refused try is noted with its name
            may(actor, self.permission).demand()
        return actor


def _actor(request: ApiRequest, token: str) -> Actor | None:
    if len(token) > TOKEN_LENGTH_MAX or not token.isascii():
        return None
    return actor_for_token(token, request.at, request.request_id)
