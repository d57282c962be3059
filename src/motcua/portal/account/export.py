"""All that this place knows about me: one ZIP, as JSON for programs and as a page to read."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from motcua.accounts.queries.sign_in import browsers_of, methods_of
from motcua.audit.queries import noted_of
from motcua.audit.wording import ACTS
from motcua.citizens.queries import citizen_of
from motcua.citizens.queries.consents import consents_of
from motcua.citizens.queries.organizations import own_organizations
from motcua.citizens.wording import CONSENTS, FACTS
from motcua.dossiers.queries.own.listing import own_dossiers
from motcua.dossiers.queries.own.looks import looks_at_own
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.paging import PAGE_ROWS_MAX
from motcua.ledger.queries import facts_about
from motcua.portal.account.showing import details_rows
from motcua.portal.citizen_view import CitizenView

NOTES_MAX = 5000
FILE_NAME = "tai-khoan-cua-toi.zip"


class Export(CitizenView):
    """A page that says what is in it; the file itself by a button, noted in the log."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page("portal/account/export.html", {})

    def post(self, request: HttpRequest) -> HttpResponse:
        told = self._told()
        page = render_to_string("portal/account/export_file.html", self._shown(told), request)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("du-lieu.json", orjson.dumps(told, option=orjson.OPT_INDENT_2))
            archive.writestr("doc-duoc.html", page)
        self.note("account.exported")
        response = HttpResponse(packed.getvalue(), content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
        return response

    def _told(self) -> dict[str, Any]:
        """Plain values, under the names of our own code. About ten queries, all bounded."""
        citizen, user_id = citizen_of(self.actor), self.actor.user_id or 0
        looks = looks_at_own(self.actor)
        return {
            "made_at": self.at,
            "account": citizen,
            "sign_in": methods_of(user_id),
            "browsers": browsers_of(user_id, ""),
            "organizations": own_organizations(self.actor, self.at),
            "consents": consents_of(self.actor),
            "dossiers": own_dossiers(self.actor, size=PAGE_ROWS_MAX).rows,
            "looks_at_my_dossiers": looks.rows,
            "facts": [
                {"at": fact.occurred_at, "code": fact.code, "payload": fact.payload}
                for fact in facts_about("citizen", citizen.id)
            ],
            "access_log": [
                {"at": row.at, "act": row.act, "address": row.address, "detail": row.detail}
                for row in noted_of(user_id, NOTES_MAX)
            ],
        }

    def _shown(self, told: dict[str, Any]) -> dict[str, Any]:
        facts = [
            (short_moment(one["at"]), FACTS[one["code"]] % one["payload"]) for one in told["facts"]
        ]
        log = [
            (short_moment(one["at"]), str(ACTS.get(one["act"], one["act"])), one["address"])
            for one in told["access_log"]
        ]
        return {
            **told,
            "made": short_moment(self.at),
            "details": details_rows(told["account"]),
            "shown_facts": facts,
            "shown_log": log,
            "consent_names": CONSENTS,
        }
