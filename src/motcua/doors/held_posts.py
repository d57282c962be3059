"""What was sent with a form after the session had ended, also without JavaScript. It waits in the browser's
new session, on the server, until whose it is has signed in. One at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.http import HttpRequest, QueryDict

SESSION_KEY: Final = "motcua-held-post"
HELD_FOR: Final = timedelta(hours=1)
NOT_HELD: Final = frozenset({"csrfmiddlewaretoken"})


@dataclass(frozen=True, slots=True)
class HeldPost:
    """Where it was sent to, and what. `user_id`: to whom alone it goes back; None where the page that
    takes it asks whose it is."""

    path: str
    fields: QueryDict
    user_id: int | None


def keep(
    request: HttpRequest,
    at: datetime,
    *,
    length_max: int,
    path: str = "",
    user_id: int | None = None,
) -> bool:
    """Whether it could be kept: there is something, and no more than `length_max` characters of it."""
    fields = request.POST.copy()
    for name in NOT_HELD:
        fields.pop(name, None)
    length = sum(len(name) + len(value) for name, values in fields.lists() for value in values)
    if not fields or length > length_max:
        return False
    request.session[SESSION_KEY] = {
        "path": path or request.get_full_path(),
        "fields": fields.urlencode(),
        "until": (at + HELD_FOR).isoformat(),
        "user": user_id,
    }
    return True


def held(request: HttpRequest, at: datetime) -> HeldPost | None:
    """What waits in this browser; what has waited too long is gone."""
    kept = request.session.get(SESSION_KEY)
    if not isinstance(kept, dict):
        return None
    if datetime.fromisoformat(kept["until"]) <= at:
        drop(request)
        return None
    return HeldPost(kept["path"], QueryDict(kept["fields"]), kept.get("user"))


def drop(request: HttpRequest) -> None:
    """It waits no longer."""
    request.session.pop(SESSION_KEY, None)
