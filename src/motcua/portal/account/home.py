"""The account at a glance, signing out, and for whom one acts."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.accounts.commands.sessions import end_session
from motcua.citizens.queries import citizen_of
from motcua.doors.sessions import SESSION_TOKEN_KEY
from motcua.portal.account.showing import details_rows, ways
from motcua.portal.citizen_view import CitizenView


class Account(CitizenView):
    """Who I am here, and where everything of mine is."""

    def get(self, request: HttpRequest) -> HttpResponse:
        citizen = citizen_of(self.actor)
        context = {"citizen": citizen, "rows": details_rows(citizen), "ways": ways()}
        return self.page("portal/account/home.html", context)


class SignOut(CitizenView):
    """The end of this browser's session, asked for once more by a page where there is no button."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page("portal/account/sign_out.html", {})

    def post(self, request: HttpRequest) -> HttpResponse:
        token = request.session.get(SESSION_TOKEN_KEY, "")
        logout(request)
        end_session(token=token)
        self.note("sign-out")
        return HttpResponseRedirect(reverse("portal:home"))
