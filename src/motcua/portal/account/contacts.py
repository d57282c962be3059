"""My phone and mailbox: a new one is kept once the code sent to it has been given."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.citizens.commands.codes import make_code
from motcua.citizens.commands.contacts import confirm_contact, remove_contact
from motcua.citizens.queries import citizen_of
from motcua.citizens.rules.codes import typed_code
from motcua.citizens.rules.contacts import masked, parse_contact
from motcua.citizens.vocabulary import CodePurpose, Contact, ContactKind
from motcua.doors.sessions import address_of
from motcua.kernel.refusal import Refusal
from motcua.portal.account.door_view import FAULTY, errors_of
from motcua.portal.account.sending import demand_pace, demand_reached, kinds_reached, send_code
from motcua.portal.account.sign_in import TYPED_MAX
from motcua.portal.citizen_view import CitizenView

SESSION_KEY = "motcua-new-contact"


class Contacts(CitizenView):
    """What I am reached by, and one field to add or change."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form("", {})

    def post(self, request: HttpRequest) -> HttpResponse:
        if request.POST.get("remove", "") in set(ContactKind):
            return self._removed(request, ContactKind(request.POST["remove"]))
        typed = request.POST.get("contact", "")[:TYPED_MAX]
        try:
            contact = parse_contact(typed)
            demand_reached(contact)
            _sent(self, contact)
        except Refusal as refusal:
            return self._form(typed, errors_of(refusal, "contact"))
        request.session[SESSION_KEY] = [str(contact.kind), contact.value]
        return HttpResponseRedirect(reverse("portal:account-contact-code"))

    def _removed(self, request: HttpRequest, kind: ContactKind) -> HttpResponse:
        try:
            remove_contact(actor=self.actor, at=self.at, kind=kind)
        except Refusal as refusal:
            return self._form("", errors_of(refusal, "contact"))
        messages.success(request, _("Đã bỏ liên hệ."))
        return HttpResponseRedirect(reverse("portal:account-contacts"))

    def _form(self, typed: str, errors: dict[str, str]) -> HttpResponse:
        citizen = citizen_of(self.actor)
        context: dict[str, Any] = {
            "phone": citizen.phone,
            "email": citizen.email,
            "reached": {str(kind) for kind in kinds_reached()},
            "typed": typed,
            "errors": errors,
        }
        status = FAULTY if errors else 200
        return self.page("portal/account/contacts.html", context, status=status)


class ContactCode(CitizenView):
    """The code that was sent to the new contact."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(_waiting(request), {})

    def post(self, request: HttpRequest) -> HttpResponse:
        contact = _waiting(request)
        if contact is None:
            return HttpResponseRedirect(reverse("portal:account-contacts"))
        try:
            if request.POST.get("do") == "again":
                _sent(self, contact)
                return HttpResponseRedirect(reverse("portal:account-contact-code"))
            code = typed_code(request.POST.get("code", ""))
            confirm_contact(actor=self.actor, at=self.at, contact=contact, code=code)
        except Refusal as refusal:
            told = next(iter(errors_of(refusal, "code").values()))
            return self._form(contact, {"code": told})
        request.session.pop(SESSION_KEY, None)
        messages.success(request, _("Đã xác nhận liên hệ mới."))
        return HttpResponseRedirect(reverse("portal:account-contacts"))

    def _form(self, contact: Contact | None, errors: dict[str, str]) -> HttpResponse:
        if contact is None:
            return HttpResponseRedirect(reverse("portal:account-contacts"))
        context = {
            "to": masked(contact),
            "kind": str(contact.kind),
            "errors": errors,
            "action": reverse("portal:account-contact-code"),
            "back": reverse("portal:account-contacts"),
        }
        status = FAULTY if errors else 200
        return self.page("portal/account/code.html", context, status=status)


def _waiting(request: HttpRequest) -> Contact | None:
    kept = request.session.get(SESSION_KEY)
    return Contact(ContactKind(kept[0]), kept[1]) if kept else None


def _sent(view: CitizenView, contact: Contact) -> None:
    demand_pace(address_of(view.request), view.at)
    code = make_code(at=view.at, contact=contact, purpose=CodePurpose.CONTACT)
    send_code(contact, code, get_language() or "vi")
