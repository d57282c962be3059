"""What the pages of one form have in common: the procedure, the draft, the way back after a refusal."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.refusal_words import sentence
from motcua.eforms.commands.drafting import save_form_draft
from motcua.eforms.queries.drafts import FormDraft, form_draft
from motcua.eforms.rules.definition import Form, form_of
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.procedures.queries.labels import ProcedureLabel, procedure_labels
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

NO_FORM = Form(code="none", title=form_of({"code": "none", "pages": []}).title, pages=())
"""What there was before the first version."""


class FormView(StaffView):
    """A page about the form of one procedure."""

    permission = Permission.EFORM_CHANGE

    def label(self, procedure_id: int) -> ProcedureLabel:
        found = procedure_labels([procedure_id], local_day(self.at))
        if procedure_id not in found:
            raise NotFound(kind="procedure")
        return found[procedure_id]

    def draft(self, procedure_id: int) -> FormDraft:
        found = form_draft(self.actor, procedure_id)
        if found is None:
            raise NotFound(kind="form-draft")
        return found

    def seen(self) -> int:
        """The edition of the draft that the page was drawn from."""
        return whole_number(self.request.POST.get("seen", "")) or 0

    def save(self, procedure_id: int, definition: Any) -> bool:
        """Keep a changed draft; what stands in the way is told on the next page."""
        try:
            save_form_draft(
                actor=self.actor,
                at=self.at,
                procedure_id=procedure_id,
                definition=definition,
                seen=self.seen(),
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            self.tell(refusal)
            return False
        return True

    def tell(self, refusal: Refusal) -> None:
        """Every reason of a refusal, on the next page."""
        for one in refusal.reasons:
            messages.error(self.request, sentence(one))

    def away(self, name: str, procedure_id: int, anchor: str = "") -> HttpResponse:
        return redirect(address(name, procedure_id) + (f"#{anchor}" if anchor else ""))


def address(name: str, procedure_id: int, **asked: Any) -> str:
    """The address of a page of this room."""
    query = urlencode({key: value for key, value in asked.items() if value != ""})
    return reverse(f"workspace:{name}", args=[procedure_id]) + (f"?{query}" if query else "")


def place_id(place: str) -> str:
    """Where an item stands in the outline."""
    return "item-" + place.replace(".", "-")
