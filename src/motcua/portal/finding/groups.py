"""A group of procedures that are asked for at once: what is done, in which order, what to bring, start."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.interlinked.queries.groups import GroupInForce, group_in_force
from motcua.interlinked.queries.offering import groups_with, is_filed_online, papers_of_group
from motcua.interlinked.rules.definition import Group, Member, order_of
from motcua.interlinked.wording import BRANCHES
from motcua.kernel import clock
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.portal.public import public, public_page

CODE_LENGTH_MAX = 80


@public
def show_group(request: HttpRequest, group: str) -> HttpResponse:
    """Everything to know before starting."""
    today = local_day(clock.now())
    held = group_called(group, today)
    papers = papers_of_group(held, today)
    context = {
        "group": held.group,
        "members": [_member(one, held.group) for one in order_of(held.group)],
        "papers": [one.name for one in papers if not one.is_optional and not one.comes_from],
        "only_if": [one.name for one in papers if one.is_optional and not one.comes_from],
        "file_url": _start(held) if is_filed_online(held, today) else "",
    }
    return public_page(request, "portal/finding/group.html", context)


def group_called(code: str, today: date) -> GroupInForce:
    """By its own code or the national one. Http404 when there is none that day."""
    found = group_in_force(plain_words(code[:CODE_LENGTH_MAX]), today)
    if found is None:
        raise Http404(code)
    return found


def group_links(procedure_code: str, today: date) -> list[dict[str, Any]]:
    """On the page of a procedure: the groups in which it can be asked for together with others."""
    return [
        {
            "name": held.group.name,
            "url": reverse("portal:group", args=[held.group.code]),
            "members": [one.name for one in order_of(held.group)],
        }
        for held in groups_with(procedure_code, today)
    ]


def _start(held: GroupInForce) -> str:
    return reverse("portal:start-group", args=[held.group.code])


def _member(one: Member, group: Group) -> dict[str, Any]:
    names = ", ".join(f"“{group.member(key).name}”" for key in one.waits_for)
    return {
        "name": one.name,
        "url": reverse("portal:procedure", args=[one.procedure_code]),
        "by": str(BRANCHES[one.settled_by]),
        "after": _("Làm khi có kết quả của %(names)s") % {"names": names} if names else "",
        "is_optional": one.is_optional,
    }
