"""Signing in by a one-time code: the contact, the code, and for whoever is new a name."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.citizens.commands.codes import make_code, take_code
from motcua.citizens.commands.opening import open_account
from motcua.citizens.queries.sign_in import account_of
from motcua.citizens.rules.codes import typed_code
from motcua.citizens.rules.contacts import masked, parse_contact
from motcua.citizens.vocabulary import CodePurpose, Contact, Person
from motcua.doors.sessions import address_of
from motcua.kernel.refusal import Refusal
from motcua.portal.account.door_view import FAULTY, DoorView, errors_of
from motcua.portal.account.entering import at_the_door, enter, failed, passed_first_step
from motcua.portal.account.sending import demand_pace, demand_reached, kinds_reached, send_code
from motcua.portal.account.underway import NEXT_FIELD, keep, safe_next, underway

TYPED_MAX = 254


class SignIn(DoorView):
    """One field: phone or e-mail. The answer is the same whether it has an account or not."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(request, typed="")

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = request.POST.get("contact", "")[:TYPED_MAX]
        try:
            contact = parse_contact(typed)
            demand_reached(contact)
            sent_code(contact, self)
        except Refusal as refusal:
            return self._form(request, typed=typed, errors=errors_of(refusal, "contact"))
        state = underway(request)
        state.ask(contact)
        state.next_url = safe_next(request, request.POST.get(NEXT_FIELD, ""))
        keep(request, state)
        return HttpResponseRedirect(reverse("portal:sign-in-code"))

    def _form(self, request: HttpRequest, **told: Any) -> HttpResponse:
        wanted = request.GET.get(NEXT_FIELD) or request.POST.get(NEXT_FIELD, "")
        context = {
            "next_url": safe_next(request, wanted) if wanted else "",
            "reached": {str(kind) for kind in kinds_reached()},
            "identity_name": settings.OIDC_NAME if settings.OIDC_ISSUER else "",
            "has_identity": underway(request).identity is not None,
            **told,
        }
        status = FAULTY if told.get("errors") else 200
        return self.page("portal/account/sign_in.html", context, status=status)


class SignInCode(DoorView):
    """The six digits. A wrong one costs a try; `do=again` sends another."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(underway(request).to, {})

    def post(self, request: HttpRequest) -> HttpResponse:
        state = underway(request)
        contact = state.to
        if contact is None:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        try:
            if request.POST.get("do") == "again":
                sent_code(contact, self)
                return HttpResponseRedirect(reverse("portal:sign-in-code"))
            code = typed_code(request.POST.get("code", ""))
            take_code(at=self.at, contact=contact, purpose=CodePurpose.SIGN_IN, code=code)
        except Refusal as refusal:
            if refusal.code in ("code-wrong", "code-ended"):
                failed(request, self.at, "code", reason=refusal.code)
            return self._form(contact, errors_of(refusal, "code"))
        known = account_of(contact)
        if known is not None:
            return passed_first_step(request, self.at, known.user_id, "code")
        state.is_proven = True
        keep(request, state)
        return HttpResponseRedirect(reverse("portal:open-account"))

    def _form(self, contact: Contact | None, errors: dict[str, str]) -> HttpResponse:
        if contact is None:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        told = {"code": next(iter(errors.values()))} if errors else {}
        context = {"to": masked(contact), "kind": str(contact.kind), "errors": told}
        return self.page("portal/account/code.html", context, status=FAULTY if errors else 200)


class OpenAccount(DoorView):
    """For whoever has just proved to hold a contact that opens no account yet."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(request, name="", errors={})

    def post(self, request: HttpRequest) -> HttpResponse:
        state = underway(request)
        if not state.is_proven:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        name = request.POST.get("full_name", "")
        try:
            opened = open_account(
                actor=at_the_door(request),
                at=self.at,
                person=Person(full_name=name),
                contact=state.to,
                language=self.language,
            )
        except Refusal as refusal:
            return self._form(request, name=name, errors=errors_of(refusal, "full_name"))
        return enter(request, self.at, opened.user_id, "code")

    def _form(self, request: HttpRequest, *, name: str, errors: dict[str, str]) -> HttpResponse:
        state = underway(request)
        if not state.is_proven or state.to is None:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        context = {"full_name": name, "to": masked(state.to), "errors": errors}
        return self.page("portal/account/open.html", context, status=FAULTY if errors else 200)


def sent_code(contact: Contact, view: DoorView) -> None:
    """Make a code and send it. Refusals: CodeTooSoon, CodesTooMany, CarrierMissing, CodeNotSent."""
    demand_pace(address_of(view.request), view.at)
    code = make_code(at=view.at, contact=contact, purpose=CodePurpose.SIGN_IN)
    send_code(contact, code, view.language)
