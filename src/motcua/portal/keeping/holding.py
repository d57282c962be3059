"""How long the answer of a public page holds, said by the view that made it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.http import HttpResponse

from motcua.kernel.clock import ZONE, local_day

HOLDS_MAX = timedelta(minutes=10)
"""Some figures on public pages are no part of the catalogue: they are at most this old."""
CACHED_BY_BROWSER = "private, no-cache"
"""A browser may keep it, and asks each time whether it still holds."""
NEVER_CACHED = "private, no-store"
"""Nothing of it stays on a telephone that several people use."""
_ATTRIBUTE = "holds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """An answer for everybody who asks the same address in the same look.

    It holds until `until`, as long as `ask_stamp` answers `stamp`: the state of what it tells of, in
    one query. `is_remembered`: kept on disk too, for the time when the database is away. `is_paced`:
    not given to somebody who has guessed too often. `cached_by`: what a browser may do with it.
    `remembered_as`: the address of the copy, without the part of the page that only this address
    has (between `<!--own-->` and `<!--/own-->`); empty: the address asked for.
    """

    stamp: str
    ask_stamp: Callable[[], str]
    until: datetime
    is_remembered: bool = True
    remembered_as: str = ""
    is_paced: bool = False
    cached_by: str = CACHED_BY_BROWSER


def keep(response: HttpResponse, holds: Holds) -> HttpResponse:
    """The same answer, which may be kept so long."""
    setattr(response, _ATTRIBUTE, holds)
    return response


def holds_of(response: object) -> Holds | None:
    """None for an answer that is for this reader only."""
    found = getattr(response, _ATTRIBUTE, None)
    return found if isinstance(found, Holds) else None


def until_of(at: datetime, *, turns_at: datetime | None = None) -> datetime:
    """The end of the day, ten minutes from now, or when the thing itself turns: whichever comes first."""
    midnight = datetime.combine(local_day(at) + timedelta(days=1), time(), tzinfo=ZONE)
    ends = [midnight, at + HOLDS_MAX]
    if turns_at is not None and turns_at > at:
        ends.append(turns_at)
    return min(ends)
