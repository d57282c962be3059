"""Receive what a citizen sent as a group: all that was typed and sent is there; nothing is typed again."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.commands.receive_group import GroupMemberRefused
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.vocabulary import Limit, ReturnMethod
from motcua.dossiers.wording import PARTY_ROLES, RETURN_METHODS
from motcua.interlinked.commands.accept_submission import AcceptGroup, accept_submission
from motcua.interlinked.queries.waiting import (
    WaitingMember,
    waiting_submission,
)
from motcua.interlinked.rules.merging import paper_key
from motcua.interlinked.whole_limit import why_longer
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception.reading import Problem, problems_of, typed_limit
from motcua.workspace.staff import StaffView
from motcua.worktime.vocabulary import Unit

UNPROCESSABLE = 422


class AcceptSubmission(StaffView):
    """One page, one button. What is missing is looked at one procedure at a time."""

    permission = Permission.DOSSIER_RECEIVE

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._shown(code, [], str(uuid.uuid4()))

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        key = request.POST.get("request_key", "")[:40] or str(uuid.uuid4())
        try:
            given = AcceptGroup(
                confirmed=frozenset(request.POST.getlist("confirmed")), limits=self._limits(code)
            )
            refs = accept_submission(
                actor=self.actor,
                at=self.at,
                code=code,
                given=given,
                request=RequestKey(
                    key=f"group-in:{self.actor.user_id}:{key}", digest=content_digest(code)
                ),
            )
        except (NotPermitted, NotFound):
            raise
        except GroupMemberRefused as refused:
            waiting = waiting_submission(self.actor, self.at, code)
            todo = [one for one in waiting.members if one.is_waiting]
            name = todo[refused.place - 1].name
            told = [Problem(f"{name}: {one.text}") for one in problems_of(refused.problem)]
            return self._shown(code, told, key, status=UNPROCESSABLE)
        except Refusal as refusal:
            return self._shown(code, problems_of(refusal), key, status=UNPROCESSABLE)
        words = _("Đã tiếp nhận %(count)s hồ sơ của nhóm.") % {"count": len(refs)}
        messages.success(request, words)
        return redirect("workspace:interlinked-submission", code=code)

    def _limits(self, code: str) -> dict[str, Limit]:
        """Typed for members without a stated limit. Refusals: those of `typed_limit`."""
        found = {}
        for one in waiting_submission(self.actor, self.at, code).members:
            number = whole_number(self.request.POST.get(f"limit-{one.code}", "").strip())
            limit = (
                typed_limit({"limit_value": number, "limit_unit": str(Unit.WORKING_DAYS)})
                if one.needs_limit and number is not None
                else None
            )
            if limit is not None:
                found[one.key] = limit
        return found

    def _shown(
        self, code: str, problems: list[Problem], key: str, *, status: int = 200
    ) -> HttpResponse:
        waiting = waiting_submission(self.actor, self.at, code)
        todo = [one for one in waiting.members if one.is_waiting]
        details = [dossier_detail(self.actor, one.code) for one in todo]
        self.note("dossier.list", detail={"found": [one.code for one in todo]})
        posted = set(self.request.POST.getlist("confirmed"))
        context = {
            "code": code,
            "group": waiting.group,
            "members": [
                {
                    **_member(one),
                    "is_confirmed": one.key in posted,
                    "limit": self.request.POST.get(f"limit-{one.code}", ""),
                }
                for one in todo
            ],
            "last": short_moment(waiting.last_at) if waiting.last_at else "",
            "why_longer": why_longer(
                waiting.group,
                agency_id=waiting.agency_id,
                begins_at=self.at,
                last_at=waiting.last_at,
            ),
            "fee": dong(sum(one.fee_vnd for one in todo)),
            "people": _people(details),
            "papers": _papers(details),
            "return_words": str(RETURN_METHODS[ReturnMethod(details[0].return_method)])
            if details
            else "",
            "note": details[0].note if details else "",
            "declared_url": next(
                (reverse("workspace:dossier", args=[one.code]) for one in details if one.declared),
                "",
            ),
            "request_key": key,
            "problems": [{"text": one.text, "field_id": one.field_id} for one in problems],
        }
        return self.page("workspace/interlinked/accept.html", context, status=status)


def _member(one: WaitingMember) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": one.name,
        "code": one.code,
        "url": reverse("workspace:dossier", args=[one.code]),
        "agency": one.agency_name,
        "date": short_moment(one.expected_at) if one.expected_at else "",
        "lacking": one.lacking,
        "awaits_results": one.awaits_results,
        "needs_limit": one.needs_limit,
    }


def _people(details: list[DossierDetail]) -> list[dict[str, str]]:
    """The same people stand in each dossier."""
    first = details[:1]
    return [
        {"label": str(PARTY_ROLES[party.role]), "value": party.name, "note": party.phone}
        for one in first
        for party in one.parties
    ]


def _papers(details: list[DossierDetail]) -> list[dict[str, Any]]:
    """Each paper once, with its files; of a dossier that has it."""
    found: dict[str, dict[str, Any]] = {}
    for one in details:
        for place, paper in enumerate(one.papers):
            told = {"name": paper.name, "note": paper.note, "files": _files(one, place)}
            found.setdefault(paper_key(paper.name), told)
    return list(found.values())


def _files(detail: DossierDetail, place: int) -> list[dict[str, str]]:
    return [
        {
            "name": file["name"],
            "url": reverse("workspace:dossier-file", args=[detail.code, file["position"]]),
        }
        for file in detail.files
        if file.get("paper_position") == place and not file.get("is_removed")
    ]
