"""One page to send feedback: a petition, a complaint about conduct, a question. No account is needed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views import View

from motcua.citizens.queries.people import citizen_of
from motcua.feedback.codes import shown
from motcua.feedback.commands.send import PetitionRef, RequestKeyReused, send_petition
from motcua.feedback.refusal_words import sentence
from motcua.feedback.rules.sending import PetitionFaulty
from motcua.feedback.wording import KIND_HINTS, KINDS
from motcua.kernel import clock
from motcua.kernel.pacing import Pace
from motcua.ledger.caching import one_revision
from motcua.portal.feedback.typed import WORD_OF, YES, Typed
from motcua.portal.pacing import caller_of

SENT_PER_MINUTE_MAX = 6
sent_lately = Pace(SENT_PER_MINUTE_MAX)
TRIED_PER_MINUTE_MAX = 30
tried_lately = Pace(TRIED_PER_MINUTE_MAX)
"""Also counts what was refused for a fault: whoever mends his form is not made to wait for that."""
FIELD_IDS = {"loai": "loai", "noi": "id_noi", "files": "id_files"}


class SendFeedback(View):
    """GET: the form. POST: sent, with the code and the secret to follow it; or the form again with all
    that was typed and every fault at its field."""

    at: datetime

    def get(self, request: HttpRequest) -> HttpResponse:
        self.at = clock.now()
        with one_revision():
            typed = Typed.empty(request, self.at)
            self._prefill(request, typed)
            return self._form(request, typed)

    def post(self, request: HttpRequest) -> HttpResponse:
        self.at = clock.now()
        with one_revision():
            typed = Typed.sent(request, self.at)
            caller = caller_of(request)
            wait = tried_lately.take(caller, self.at) or sent_lately.wait(caller, self.at)
            if wait:
                typed.errors["form"] = _(
                    "Đã gửi nhiều lần trong một phút. Chờ một phút rồi gửi lại."
                )
                response = self._form(request, typed, status=429)
                response["Retry-After"] = str(wait)
                return response
            typed.take_files(request)
            ref = self._send(request, typed)
            if ref is None:
                return self._form(request, typed, status=422)
            sent_lately.take(caller, self.at)
            return self._thanks(request, typed, ref)

    def _send(self, request: HttpRequest, typed: Typed) -> PetitionRef | None:
        given = typed.given()
        if given is None or typed.errors:
            return None
        actor = request.actor  # type: ignore[attr-defined]
        try:
            return send_petition(actor=actor, at=self.at, given=given, request=typed.request_key)
        except (PetitionFaulty, RequestKeyReused) as refusal:
            if isinstance(refusal, RequestKeyReused):
                typed.data = typed.data.copy()
                typed.data["key"] = Typed.empty(request, self.at).text("key")
                typed.errors["form"] = sentence(refusal)
            else:
                typed.refuse(refusal)
            return None

    def _prefill(self, request: HttpRequest, typed: Typed) -> None:
        """Whoever is signed in need not type his name."""
        actor = request.actor  # type: ignore[attr-defined]
        if actor.citizen_id is None:
            return
        citizen = citizen_of(actor)
        for name, value in (
            ("name", citizen.full_name), ("phone", citizen.phone), ("email", citizen.email)
        ):  # fmt: skip
            typed.data[name] = value

    def _form(self, request: HttpRequest, typed: Typed, *, status: int = 200) -> HttpResponse:
        errors = typed.errors
        summary = [
            {"text": _named(name, text), "field_id": FIELD_IDS.get(name, f"id_{name}")}
            for name, text in errors.items()
            if name != "form"
        ]
        context: dict[str, Any] = {
            "typed": typed.text,
            "errors": errors,
            "summary": summary,
            "trouble": errors.get("form", ""),
            "offices": [
                {
                    "value": one.agency.slug,
                    "label": one.agency.name,
                    "chosen": one.agency.slug == typed.text("noi"),
                }
                for one in typed.offices
            ],
            "kinds": [
                {
                    "value": word,
                    "label": KINDS[kind],
                    "hint": KIND_HINTS[kind],
                    "chosen": kind is typed.kind,
                }
                for kind, word in WORD_OF.items()
                if kind in typed.terms.taken or kind is typed.kind
            ],
            "complaint": _complaint_choices(is_complaint=typed.text("is_complaint") == "yes"),
            "is_complaint": typed.text("is_complaint") == "yes",
            "is_anonymous": typed.text("is_anonymous") == YES,
            "kept": typed.kept_rows,
            "terms": typed.terms,
            "named_only": _named_only(typed),
            "to_ask": _to_ask(typed),
        }
        response = render(request, "portal/feedback/form.html", context, status=status)
        response["Cache-Control"] = "private, no-store"
        return response

    def _thanks(self, request: HttpRequest, typed: Typed, ref: PetitionRef) -> HttpResponse:
        context = {
            "code": ref.code,
            "secret": shown(ref.secret),
            "terms": typed.terms,
            "due_at": ref.due_at,
            "is_anonymous": typed.text("is_anonymous") == YES,
            "agency": typed.office.agency.name if typed.office else "",
        }
        response = render(request, "portal/feedback/sent.html", context)
        response["Cache-Control"] = "private, no-store"
        return response


def _complaint_choices(*, is_complaint: bool) -> list[dict[str, Any]]:
    """The plain question whether it is a complaint or a denunciation."""
    hint = _("Tôi muốn cơ quan hủy một quyết định, hoặc tố cáo người vi phạm.")
    return [
        {"value": "no", "label": _("Không"), "chosen": not is_complaint},
        {"value": "yes", "label": _("Có"), "hint": hint, "chosen": is_complaint},
    ]


def _to_ask(typed: Typed) -> list[dict[str, str]]:
    """Where one asks for the place of citizen reception: the office itself, as its own data say."""
    if typed.office is None:
        return []
    agency = typed.office.agency
    pairs = [
        (pgettext("một", "Cơ quan"), agency.name),
        (_("Địa chỉ"), agency.address),
        (_("Điện thoại"), agency.phone),
    ]
    return [{"label": label, "value": value} for label, value in pairs if value]


def _named_only(typed: Typed) -> list[dict[str, str]]:
    """The kinds that need a name here, and on what basis."""
    return [
        {"kind": str(KINDS[kind]), "basis": one.basis}
        for kind, one in typed.terms.anonymous.items()
        if not one.allowed and kind in typed.terms.taken
    ]


def _named(name: str, text: str) -> str:
    """A fault in the list at the top says which box it is about."""
    labels = {
        "title": _("Về việc gì?"),
        "content": _("Nội dung"),
        "name": _("Họ và tên"),
        "address": _("Địa chỉ"),
        "phone": _("Số điện thoại"),
        "email": _("Thư điện tử"),
    }
    return f"{labels[name]}: {text}" if name in labels else text
