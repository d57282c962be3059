"""What an officer sent after his session had ended is not lost: it waits until he has signed in again, and
goes back to him alone. Nothing is done by signing in: the page says what waits, and he sends it again."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from motcua.doors import held_posts
from motcua.doors.held_posts import HeldPost
from motcua.kernel.actor import Actor
from motcua.workspace.chrome import chrome

LENGTH_MAX: Final = 1_000_000
ENDED_KEY: Final = "motcua-ended-user"
"""Whose session ended in this browser: another window of his may still send something."""
DROP: Final = ("held", "drop")
VALUES_SHOWN_MAX: Final = 60
LENGTH_SHOWN_MAX: Final = 300
MACHINERY: Final = frozenset({"request_key", "seen_version", "do"})
HELD_WORDS: Final = _(
    "Những gì bạn vừa gửi được giữ trong 1 giờ. Đăng nhập lại bằng chính tài khoản này để gửi tiếp."
)
LOST_WORDS: Final = _("Tệp vừa chọn không giữ được. Đăng nhập xong, hãy chọn lại tệp ấy.")


def remember_ended(request: HttpRequest, user_id: int) -> None:
    """The session of this officer ended just now; `request.session` is a new one."""
    request.session[ENDED_KEY] = user_id


def hold(request: HttpRequest, at: datetime, here: str) -> None:
    """What was sent to a page, `here`, without a session, if it is known whose it is."""
    user_id = request.session.get(ENDED_KEY)
    if user_id is None or request.method != "POST" or here.partition("?")[0] != request.path:
        return
    if held_posts.keep(request, at, length_max=LENGTH_MAX, path=here, user_id=user_id):
        messages.info(request, str(HELD_WORDS))
    if request.FILES:
        messages.info(request, str(LOST_WORDS))


def answer_held(request: HttpRequest, actor: Actor, at: datetime) -> HttpResponse | None:
    """The page on which he sends it again, in place of the page he comes back to; None where nothing waits
    for him here. No query where nothing waits at all."""
    kept = held_posts.held(request, at)
    if kept is None or kept.user_id is None:
        return None
    if kept.user_id != actor.user_id:
        held_posts.drop(request)
        return None
    if request.method == "POST" and request.path == kept.path.partition("?")[0]:
        held_posts.drop(request)
        return None
    if request.GET.get(DROP[0]) == DROP[1] and request.path == kept.path.partition("?")[0]:
        held_posts.drop(request)
        return HttpResponseRedirect(kept.path)
    if request.method != "GET" or request.get_full_path() != kept.path:
        return None
    context = {**chrome(actor, at, request.path), **_shown(kept)}
    return render(request, "workspace/held_post.html", context)


def _shown(kept: HeldPost) -> dict[str, Any]:
    fields = [(name, value) for name, values in kept.fields.lists() for value in values]
    typed = [value.strip() for name, value in fields if name not in MACHINERY and value.strip()]
    return {
        "path": kept.path,
        "fields": fields,
        "typed": [value[:LENGTH_SHOWN_MAX] for value in typed[:VALUES_SHOWN_MAX]],
        "drop_url": f"{kept.path}{'&' if '?' in kept.path else '?'}{'='.join(DROP)}",
    }
