"""What was sent with a page of a draft after the session had ended, also without JavaScript. It waits in
the browser's new session, on the server, until its citizen has signed in; then it is as if just sent."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.http import HttpRequest, QueryDict

from motcua.filing.queries.drafts import is_begun
from motcua.filing.rules.bounds import ANSWERS_LENGTH_MAX

SESSION_KEY: Final = "motcua-held-post"
HELD_FOR: Final = timedelta(hours=1)
NOT_HELD: Final = frozenset({"csrfmiddlewaretoken"})


def hold(request: HttpRequest, at: datetime, token: str) -> bool:
    """Whether it could be kept: of a draft that is there, and no longer than a draft may be. One at a time."""
    fields = request.POST.copy()
    for name in NOT_HELD:
        fields.pop(name, None)
    length = sum(len(name) + len(value) for name, values in fields.lists() for value in values)
    if length > ANSWERS_LENGTH_MAX or not is_begun(token, at):
        return False
    request.session[SESSION_KEY] = {
        "path": request.get_full_path(),
        "fields": fields.urlencode(),
        "until": (at + HELD_FOR).isoformat(),
    }
    return True


def take(request: HttpRequest, at: datetime) -> QueryDict | None:
    """What waits for this page; it waits no longer, whoever has come for it. Whether the draft is his,
    the page asks before it looks at this."""
    kept = request.session.get(SESSION_KEY)
    if not isinstance(kept, dict) or kept["path"] != request.get_full_path():
        return None
    del request.session[SESSION_KEY]
    if datetime.fromisoformat(kept["until"]) <= at:
        return None
    return QueryDict(kept["fields"])
