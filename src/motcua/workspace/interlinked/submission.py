"""A whole submission: each dossier, where it is, what waits for what."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.vocabulary import Stage
from motcua.interlinked.queries.submissions import MemberDossier, SubmissionShown, submission_of
from motcua.interlinked.vocabulary import AwaitedState, FailedBecause
from motcua.interlinked.wording import AWAITED_STATES, FAILED_BECAUSE, ON_FAILURE
from motcua.kernel.dates_vi import short_moment
from motcua.workspace.showing import due_words, stage_shown
from motcua.workspace.staff import StaffView

TONES = {
    AwaitedState.WAITING: "info",
    AwaitedState.ARRIVED: "success",
    AwaitedState.FAILED: "warning",
}


class ShowSubmission(StaffView):
    """For whoever may see one of its dossiers; of the others only that they are there."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        found = submission_of(self.actor, code)
        seen = [one.code for one in found.members if one.is_seen]
        self.note("dossier.list", detail={"found": seen})
        may_release = bool(may(self.actor, Permission.DOSSIER_RELEASE))
        context = {
            "code": code,
            "name": found.name,
            "limit": found.limit_words,
            "why_longer": found.why_longer,
            "submitted": short_moment(found.submitted_at),
            "last": short_moment(found.last_at) if found.last_at else "",
            "rows": [row_of(one, may_release=may_release) for one in found.members],
            "may_print": bool(found.head_code) and bool(may(self.actor, Permission.SLIP_PRINT)),
            "head_code": found.head_code,
            "accept_url": self._accept_url(code, found),
        }
        return self.page("workspace/interlinked/submission.html", context)

    def _accept_url(self, code: str, found: SubmissionShown) -> str:
        """Where the desk receives those that still wait for it."""
        waits = any(one.stage is Stage.REGISTERED for one in found.members)
        may_receive = bool(may(self.actor, Permission.DOSSIER_RECEIVE)) and bool(found.head_code)
        return reverse("workspace:accept-submission", args=[code]) if waits and may_receive else ""


def row_of(one: MemberDossier, *, may_release: bool) -> dict[str, Any]:
    return {
        "name": one.name,
        "agency": one.agency_name,
        "code": one.code,
        "url": reverse("workspace:dossier", args=[one.code]) if one.is_seen else "",
        "stage": stage_shown(one.stage) if one.stage else None,
        "due": _due(one),
        "is_expected": one.is_expected,
        "awaits": one.awaits_companion,
        "waits_for": [
            {
                "name": awaited.name,
                "state": str(AWAITED_STATES[awaited.state]),
                "tone": TONES[awaited.state],
                "why": str(FAILED_BECAUSE[FailedBecause(awaited.reason)]) if awaited.reason else "",
            }
            for awaited in one.waits_for
        ],
        "on_failure": str(ON_FAILURE[one.on_failure]) if one.waits_for else "",
        "must_be_decided": one.must_be_decided and one.is_seen,
        "release_url": (
            reverse("workspace:act", args=[one.code, "release"])
            if may_release and one.must_be_decided and one.is_seen
            else ""
        ),
    }


def _due(one: MemberDossier) -> str:
    """The date, or when it can be expected."""
    if one.stage is None:
        return ""
    if one.is_expected and one.expected_at is not None:
        return short_moment(one.expected_at)
    return due_words(one.stage, one.due_at)
