"""`/track`: what anybody who holds a code may know."""

from __future__ import annotations

from ninja import Router

from motcua.api.asking import ApiRequest
from motcua.api.noting import address_of
from motcua.api.refusals import TooManyRequests
from motcua.api.v1.dossiers import Code
from motcua.api.v1.shapes.dossiers import TrackOut
from motcua.api.v1.showing import track_out
from motcua.dossiers.queries.tracking import track
from motcua.kernel.pacing import Pace
from motcua.kernel.verdict import NotFound

# Looking up is free; trying codes that nobody has is what an enumerator does.
MISSES_PER_MINUTE_MAX = 60

router = Router(tags=["track"])
misses = Pace(MISSES_PER_MINUTE_MAX)


@router.get("/{code}", response=TrackOut, operation_id="track_dossier")
def track_dossier(request: ApiRequest, code: Code) -> TrackOut:
    """Public: needs no token, tells no person and no matter."""
    caller = address_of(request)
    wait = misses.wait(caller, request.at)
    if wait:
        raise TooManyRequests(seconds=wait)
    try:
        return track_out(track(code))
    except NotFound:
        misses.take(caller, request.at)
        raise
