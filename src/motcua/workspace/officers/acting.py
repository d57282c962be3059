"""What every act on an officer has in common: told before, asked once, refused in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from motcua.accounts.queries.officer_page import OfficerDetail, SignInState, officer_detail
from motcua.accounts.rules.roles import Permission
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.officers.forms import Choices, NoForm, OfficerForm
from motcua.workspace.officers.showing import place_of
from motcua.workspace.staff import StaffView

FIELD_OF = {"kind": "roles", "officer": "", "user": ""}


def only_choice(name: str, choices: Choices) -> dict[str, str]:
    """What stands chosen from the start where there is nothing to choose between."""
    return {name: choices[0][0]} if len(choices) == 1 else {}


class ActOnOfficer(StaffView):
    """GET: what will happen, and the form. POST `do=apply`: do it, then back to the officer.

    A subclass says its words and calls one command in `perform`. Whatever was typed stays in the
    form when it is refused.
    """

    permission = Permission.OFFICER_CHANGE
    form_class: ClassVar[type[OfficerForm]] = NoForm
    title: ClassVar[Any] = ""
    told: ClassVar[tuple[Any, ...]] = ()
    button: ClassVar[Any] = ""
    done: ClassVar[Any] = ""
    is_grave: ClassVar[bool] = False
    officer: OfficerDetail

    def get(self, request: HttpRequest, officer_id: int) -> HttpResponse:
        self._load(officer_id)
        return self._show(self._form(request, None))

    def post(self, request: HttpRequest, officer_id: int) -> HttpResponse:
        self._load(officer_id)
        form = self._form(request, request.POST)
        if request.POST.get("do") != "apply" or self.hindrance():
            return self._show(self._form(request, None))
        if not form.is_valid():
            return self._show(form, status=422)
        try:
            answer = self.perform(form.cleaned_data)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            field = FIELD_OF.get(refusal.field or "", refusal.field or "")
            form.add_error(field if field in form.fields else None, sentence(refusal))
            return self._show(form, status=422)
        if answer is not None:
            return answer
        messages.success(request, str(self.done))
        return redirect("workspace:officer", officer_id)

    def perform(self, given: Mapping[str, Any]) -> HttpResponse | None:
        """Carry it out; None leads back to the officer's page."""
        raise NotImplementedError

    def hindrance(self) -> str:
        """Why there is nothing to do here, in words; "" when there is."""
        return ""

    def initial(self) -> dict[str, Any]:
        return {}

    def choices(self) -> dict[str, Choices]:
        return {}

    def secret(self, title: str, *, username: str = "", password: str = "", token: str = "") -> Any:
        """The page that shows a password or a token this once; nothing keeps it."""
        context = {
            "officer_id": self.officer.id,
            "officer_name": self.officer.full_name,
            "title": title,
            "username": username,
            "password": password,
            "token": token,
        }
        response = self.page("workspace/officers/secret.html", context)
        response["Cache-Control"] = "no-store"
        return response

    @property
    def account(self) -> SignInState:
        """The account of the officer. Refusals: NotFound."""
        if self.officer.account is None:
            raise NotFound(kind="account")
        return self.officer.account

    def is_own(self) -> bool:
        """Whether the actor is the officer: some acts are for somebody else to do."""
        account = self.officer.account
        return account is not None and account.user_id == self.actor.user_id

    def held_choices(self) -> Choices:
        """Positions held now or later."""
        day = local_day(self.at)
        rows = [row for row in self.officer.held if not row.over_on(day)]
        return [(str(row.id), f"{row.title} – {place_of(row)}") for row in rows]

    def _load(self, officer_id: int) -> None:
        self.officer = officer_detail(self.actor, officer_id, self.at)
        if not self.officer.may_change:
            raise NotFound(kind="officer")

    def _form(self, request: HttpRequest, data: Any) -> OfficerForm:
        asked = {name: request.GET[name] for name in ("holding", "token") if name in request.GET}
        return self.form_class(data, initial={**self.initial(), **asked}, choices=self.choices())

    def _show(self, form: OfficerForm, *, status: int = 200) -> HttpResponse:
        context = {
            "officer": self.officer,
            "form": form,
            "title": self.title,
            "told": [str(words) for words in self.told],
            "button": self.button,
            "is_grave": self.is_grave,
            "hindrance": self.hindrance(),
        }
        return self.page("workspace/officers/act.html", context, status=status)
