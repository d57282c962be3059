"""What an applicant declared, in words and as the paper to sign. Reading leaves a trace."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.vocabulary import Declared
from motcua.eforms.declaration import DeclarationHead, print_declaration
from motcua.eforms.queries.forms import FormInForce, form_version
from motcua.eforms.reviewing import review
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.workspace.staff import StaffView


class Declarations(StaffView):
    """A dossier whose declaration was typed; without one there is no such page."""

    permission = Permission.DOSSIER_VIEW

    def found(self, code: str) -> tuple[DossierDetail, Declared, FormInForce]:
        detail = dossier_detail(self.actor, code)
        version = form_version(detail.declared.eform_version_id) if detail.declared else None
        if detail.declared is None or version is None:
            raise NotFound(kind="declaration")
        return detail, detail.declared, version


class ShowDeclaration(Declarations):
    """The answers in words, page by page of the form."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail, declared, version = self.found(code)
        self.note("declaration.read", subject_kind="dossier", subject_id=detail.id)
        context = {
            "dossier": detail,
            "version": version,
            "pages": review(version.form, declared.answers, on=local_day(detail.sent_at)),
        }
        return self.page("workspace/declarations/show.html", context)


class PrintDeclaration(Declarations):
    """The declaration as PDF, to be signed."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail, declared, version = self.found(code)
        self.note("declaration.printed", subject_kind="dossier", subject_id=detail.id)
        head = DeclarationHead(
            at=detail.sent_at,
            place_name=detail.agency.place_name,
            addressed_to=detail.competent_agency.name,
            dossier_code=detail.code,
        )
        pdf = print_declaration(version.form, declared.answers, head)
        response = HttpResponse(pdf, content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{detail.code}-to-khai.pdf"'
        return response
