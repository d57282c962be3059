"""Where one's own feedback stands: by code and secret, both in the body, so that no address tells them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import View

from motcua.audit.log import note
from motcua.doors.sessions import address_of
from motcua.feedback.commands.following import act_as_sender
from motcua.feedback.queries.following import Followed, followed, own_petitions
from motcua.feedback.refusal_words import sentence
from motcua.feedback.vocabulary import Act, ActIn, Satisfaction, State
from motcua.feedback.wording import DONE, KINDS, REASONS, SATISFACTIONS, STATES
from motcua.kernel import clock
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import one_revision
from motcua.portal.citizen_view import CitizenView
from motcua.portal.pacing import note_miss, wait_of
from motcua.worktime.wording import word

LENGTH_MAX = 60
ACTS = {"clarify": Act.CLARIFY, "rate": Act.RATE}
TONES = {
    State.ANSWERED: "success",
    State.CLOSED: "success",
    State.CLARIFYING: "warning",
    State.REFUSED: "neutral",
}


class FollowFeedback(View):
    """GET: two boxes. POST: where it stands; `do=clarify` or `do=rate` first does that."""

    at: datetime
    actor: Actor

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._ask(request, {})

    def post(self, request: HttpRequest) -> HttpResponse:
        self.at, self.actor = clock.now(), request.actor  # type: ignore[attr-defined]
        if wait_of(request, self.at):
            return self._ask(request, {"is_too_many": True}, status=429)
        code = request.POST.get("ma", "").strip()[:LENGTH_MAX]
        secret = request.POST.get("bi-mat", "").strip()[:LENGTH_MAX]
        error, done = "", False
        try:
            act = ACTS.get(request.POST.get("do", ""))
            if act is not None:
                error = self._act(request, code, secret, act)
                done = not error
            with one_revision():
                found = followed(self.actor, code, secret, self.at)
        except NotFound:
            note_miss(request, self.at)
            return self._ask(request, {"is_wrong": True}, status=422)
        note(
            self.actor,
            self.at,
            "petition.follow",
            subject_kind="petition",
            subject_id=found.row.id,
            address=address_of(request),
        )
        context = {
            **shown(found, self.at),
            "ma": code,
            "secret": secret,
            "error": error,
            "done": done,
            "text": request.POST.get("text", "") if error else "",
        }
        status = 422 if error else 200
        return _private(render(request, "portal/feedback/followed.html", context, status=status))

    def _act(self, request: HttpRequest, code: str, secret: str, act: Act) -> str:
        """What is wrong with what was sent; "" when it is done."""
        chosen = request.POST.get("satisfaction", "")
        levels = {str(one): one for one in Satisfaction}
        given = ActIn(text=request.POST.get("text", ""), satisfaction=levels.get(chosen))
        try:
            act_as_sender(
                actor=self.actor, at=self.at, code=code, secret=secret, act=act, given=given
            )
        except NotFound:
            raise
        except Refusal as refusal:
            return " ".join(sentence(one) for one in refusal.reasons)
        return ""

    def _ask(self, request: HttpRequest, told: dict[str, Any], status: int = 200) -> HttpResponse:
        code = request.POST.get("ma", "") or request.GET.get("ma", "")
        context = {"ma": code[:LENGTH_MAX], "is_wrong": False, "is_too_many": False, **told}
        return _private(render(request, "portal/feedback/follow.html", context, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response


def shown(found: Followed, at: datetime) -> dict[str, Any]:
    """As its sender reads it; no officer is named."""
    row = found.row
    return {
        "code": found.code,
        "title": row.title,
        "content": found.content,
        "kind": KINDS[row.kind],
        "agency": found.agency,
        "state": STATES[row.state],
        "tone": TONES.get(row.state, "info"),
        "is_clarifying": Act.CLARIFY in found.may,
        "may_rate": Act.RATE in found.may,
        "satisfaction": SATISFACTIONS[row.satisfaction] if row.satisfaction else "",
        "levels": [
            {"value": str(one), "label": label, "chosen": one is row.satisfaction}
            for one, label in SATISFACTIONS.items()
        ],
        "is_anonymous": row.is_anonymous,
        "is_open": row.answered_at is None and row.state in STATES_OPEN,
        "is_late": row.is_answer_late(at),
        "due": row.answer_due_at,
        "trace": [{"text": word(line, _), "value": short_moment(line.at)} for line in found.trace],
        "answer": found.answer,
        "outside_body": found.outside_body,
        "steps": [
            {
                "title": str(DONE[step.act]),
                "moment": short_moment(step.at),
                "iso": local(step.at).isoformat(),
                # The answer stands in full above; once is enough.
                "text": _words(
                    "" if step.text == found.answer else step.text,
                    REASONS[step.reason] if step.reason else "",
                ),
            }
            for step in found.steps
        ],
    }


STATES_OPEN = frozenset(
    {
        State.SENT,
        State.REGISTERED,
        State.CLARIFYING,
        State.HANDLING,
        State.PROPOSED,
        State.OFFERED,
    }
)


def _words(text: str, reason: Any) -> str:
    return ". ".join(str(one) for one in (reason, text) if one)


class MyFeedback(CitizenView):
    """What was sent from this account, and where it stands."""

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = own_petitions(self.actor)
        self.note("petition.mine", detail={"found": [row.id for row in rows]})
        context = {
            "rows": [
                {
                    "code": row.code,
                    "title": row.title,
                    "kind": KINDS[row.kind],
                    "state": STATES[row.state],
                    "tone": TONES.get(row.state, "info"),
                    "received": short_moment(row.received_at),
                }
                for row in rows
            ]
        }
        return self.page("portal/feedback/mine.html", context)
