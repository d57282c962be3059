"""`/track`: what anybody who holds a code may know."""

from __future__ import annotations

from ninja import Router

from motcua.api.asking import ApiRequest
from motcua.api.noting import address_of
from motcua.api.refusals import TooManyRequests
from motcua.api.v1.dossiers import Code
from motcua.api.v1.shapes.dossiers import TrackOut
from motcua.api.v1.showing import track_out
from motcua.dossiers.queries.detail import track
from motcua.kernel.pacing import Pace

LOOKS_PER_MINUTE_MAX = 120

router = Router(tags=["track"])
pace = Pace(LOOKS_PER_MINUTE_MAX)


@router.get("/{code}", response=TrackOut, operation_id="track_dossier")
def track_dossier(request: ApiRequest, code: Code) -> TrackOut:
    """Public: needs no token, tells no person and no matter."""
    wait = pace.take(address_of(request), request.at)
    if wait:
        raise TooManyRequests(seconds=wait)
    return track_out(track(code))
