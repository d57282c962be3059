"""The groups of today, and what waits for somebody's word."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.interlinked.queries.groups import groups_in_force
from motcua.interlinked.queries.submissions import to_decide
from motcua.kernel.clock import local_day
from motcua.workspace.staff import StaffView


class InterlinkedGroups(StaffView):
    """Choose a group to receive; below, the dossiers of which somebody has to say what becomes."""

    permission = Permission.DOSSIER_RECEIVE

    def get(self, request: HttpRequest) -> HttpResponse:
        waiting = to_decide(self.actor)
        if waiting:
            self.note("dossier.list", detail={"found": [one.code for one in waiting]})
        context = {
            "groups": [
                {
                    "name": held.group.name,
                    "code": held.group.national_code,
                    "limit": held.group.limit_words,
                    "members": [one.name for one in held.group.members],
                    "url": reverse("workspace:receive-interlinked", args=[held.version_id]),
                }
                for held in groups_in_force(local_day(self.at))
            ],
            "waiting": [
                {
                    "code": one.code,
                    "owner": one.owner_name,
                    "procedure": one.name,
                    "url": reverse("workspace:interlinked-submission", args=[one.code]),
                }
                for one in waiting
            ],
        }
        return self.page("workspace/interlinked/list.html", context)
