"""A new colleague: the form, the look before it is done, the slip with the first password."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from motcua.accounts.commands.accounts import UsernameMalformed
from motcua.accounts.commands.enroll import (
    NewOfficer,
    account_kind_for,
    enroll_officer,
    unused_username,
)
from motcua.accounts.passwords import new_first_password
from motcua.accounts.rules.roles import Permission, check_roles
from motcua.accounts.rules.usernames import well_formed
from motcua.accounts.vocabulary import EmploymentKind
from motcua.accounts.wording import ACCOUNT_KINDS, EMPLOYMENT_KINDS
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.officers.acts import position_choices
from motcua.workspace.officers.forms import EnrollForm
from motcua.workspace.showing_people import role_words
from motcua.workspace.staff import StaffView

FIELD_OF = {"kind": "roles"}


class EnrollOfficer(StaffView):
    """GET: the form. POST `do=preview`: what will be made. `do=apply`: make it. `do=edit`: back."""

    permission = Permission.OFFICER_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(self._form(None))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        wanted = request.POST.get("do", "preview")
        if wanted == "edit":
            return self._show(form)
        try:
            return self._apply(form) if wanted == "apply" else self._preview(form)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            field = FIELD_OF.get(refusal.field or "", refusal.field or "")
            form.add_error(field if field in form.fields else None, sentence(refusal))
        return self._show(form, status=422)

    def _form(self, data: Any) -> EnrollForm:
        return EnrollForm(
            data,
            initial={
                "from_day": short_day(local_day(self.at)),
                "employment_kind": str(EmploymentKind.CIVIL_SERVANT),
            },
            choices={"position": position_choices(self.actor, self.at)},
        )

    def _show(self, form: EnrollForm, *, status: int = 200) -> HttpResponse:
        return self.page("workspace/officers/enroll.html", {"form": form}, status=status)

    def _preview(self, form: EnrollForm) -> HttpResponse:
        new = self._new(form)
        kind = account_kind_for(new.roles)
        check_roles(new.roles, kind)
        if not well_formed(new.username):
            raise UsernameMalformed(field="username")
        context = {
            "form": form,
            "new": new,
            "position": dict(position_choices(self.actor, self.at))[form.cleaned_data["position"]],
            "roles": role_words(tuple(sorted(new.roles))),
            "role_codes": [str(role) for role in sorted(new.roles)],
            "account_kind": ACCOUNT_KINDS[kind],
            "is_admin": kind == "ADMIN",
            "employment": EMPLOYMENT_KINDS[new.employment_kind],
        }
        return self.page("workspace/officers/enroll_preview.html", context)

    def _apply(self, form: EnrollForm) -> HttpResponse:
        new, password = self._new(form), new_first_password()
        made = enroll_officer(actor=self.actor, at=self.at, new=new, password=password)
        context = {
            "officer_id": made.officer_id,
            "officer_name": new.full_name,
            "title": "",
            "username": new.username,
            "password": password,
            "token": "",
        }
        response = self.page("workspace/officers/secret.html", context)
        response["Cache-Control"] = "no-store"
        return response

    def _new(self, form: EnrollForm) -> NewOfficer:
        given = form.cleaned_data
        agency_id, _colon, position_id = given["position"].partition(":")
        return NewOfficer(
            full_name=" ".join(given["full_name"].split()),
            username=given["username"] or unused_username(given["full_name"]),
            agency_id=int(agency_id),
            position_id=int(position_id),
            roles=frozenset(given["roles"]),
            from_day=given["from_day"],
            phone=given["phone"],
            email=given["email"],
            employment_kind=EmploymentKind(given["employment_kind"]),
        )
