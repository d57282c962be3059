"""What the account says of me: name, birth, number; and in which language I am written to."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.citizens.commands.details import change_details, choose_language
from motcua.citizens.queries import CitizenRow, citizen_of
from motcua.citizens.rules.births import birth_date_of
from motcua.citizens.vocabulary import IdentityLevel, Person
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.identifiers.personal_id import parse_personal_id
from motcua.kernel.refusal import Refusal
from motcua.portal.account.door_view import FAULTY, errors_of
from motcua.portal.citizen_view import CitizenView

FIELDS = ("full_name", "birth_date", "personal_id")
TYPED_MAX = 200


class Details(CitizenView):
    """Of level 2 only read: where the identity was given it is corrected."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(citizen_of(self.actor), None, {})

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = {name: request.POST.get(name, "")[:TYPED_MAX] for name in FIELDS}
        errors: dict[str, str] = {}
        person = self._read(typed, errors)
        if not errors:
            try:
                change_details(actor=self.actor, at=self.at, person=person)
            except Refusal as refusal:
                errors = errors_of(refusal, "full_name")
        if errors:
            return self._form(citizen_of(self.actor), typed, errors)
        messages.success(request, _("Đã lưu thông tin của bạn."))
        return HttpResponseRedirect(reverse("portal:account"))

    def _read(self, typed: dict[str, str], errors: dict[str, str]) -> Person:
        """Each field by itself, so that all faults are told at once."""
        today = local_day(self.at)
        birth_date, number = None, ""
        try:
            birth_date = birth_date_of(typed["birth_date"], today=today)
        except Refusal as refusal:
            errors |= errors_of(refusal, "birth_date")
        try:
            if typed["personal_id"].strip():
                number = parse_personal_id(typed["personal_id"], today=today).personal_id
        except Refusal as refusal:
            errors |= errors_of(refusal, "personal_id")
        return Person(full_name=typed["full_name"], birth_date=birth_date, personal_id=number)

    def _form(
        self, citizen: CitizenRow, typed: dict[str, str] | None, errors: dict[str, str]
    ) -> HttpResponse:
        context: dict[str, Any] = {
            "is_fixed": citizen.level == IdentityLevel.NATIONAL,
            "typed": typed or _typed(citizen),
            "errors": errors,
            "language": citizen.language,
        }
        status = FAULTY if errors else 200
        return self.page("portal/account/details.html", context, status=status)


class LanguageWish(CitizenView):
    """In which language the office writes to me."""

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            language = request.POST.get("language", "")
            choose_language(actor=self.actor, at=self.at, language=language)
        except Refusal as refusal:
            messages.error(request, next(iter(errors_of(refusal, "language").values())))
        else:
            messages.success(request, _("Đã lưu ngôn ngữ."))
        return HttpResponseRedirect(reverse("portal:account-details"))

    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponseRedirect(reverse("portal:account-details"))


def _typed(citizen: CitizenRow) -> dict[str, str]:
    return {
        "full_name": citizen.full_name,
        "birth_date": short_day(citizen.birth_date) if citizen.birth_date else "",
        "personal_id": citizen.personal_id,
    }
