"""What was sent with a page of a draft after the session had ended (`doors.held_posts`): once its citizen
is back, it is as if just sent."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, QueryDict

from motcua.doors.held_posts import drop, held, keep
from motcua.filing.queries.drafts import is_begun
from motcua.filing.rules.bounds import ANSWERS_LENGTH_MAX


def hold(request: HttpRequest, at: datetime, token: str) -> bool:
    """Whether it could be kept: of a draft that is there, and no longer than a draft may be."""
    return is_begun(token, at) and keep(request, at, length_max=ANSWERS_LENGTH_MAX)


def take(request: HttpRequest, at: datetime) -> QueryDict | None:
    """What waits for this page; it waits no longer, whoever has come for it. Whether the draft is his,
    the page asks before it looks at this."""
    kept = held(request, at)
    if kept is None or kept.user_id is not None or kept.path != request.get_full_path():
        return None
    drop(request)
    return kept.fields
