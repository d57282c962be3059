"""Beginning: where it goes and for whom. A draft begun before is offered first."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.agencies.queries import agencies_with_desk
from motcua.agencies.rows import AgencyRow
from motcua.filing.commands.drafting import begin_draft, change_draft, delete_draft
from motcua.filing.queries.drafts import begun_for, last_office
from motcua.filing.queries.offering import form_filed_online
from motcua.filing.vocabulary import ForWhom
from motcua.filing.wording import FOR_WHOM, FOR_WHOM_HINTS, REFUSALS, refusal_words
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.portal.citizen_view import CitizenView
from motcua.portal.filing.draft_view import PLACE, DraftView, needs_people
from motcua.portal.finding.lines import name_read
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import ProcedureDetail

CODE_LENGTH_MAX = 50


class StartDraft(CitizenView):
    """Where, and for whom; POST begins the draft."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = self._detail(code)
        if not self._is_offered(detail):
            return self._refused(detail)
        acts_for = self.actor.organization_id
        for_whom = ForWhom.MYSELF if acts_for is None else ForWhom.ORGANIZATION
        chosen = {"agency": str(last_office(self.actor) or ""), "for_whom": str(for_whom)}
        return self._shown(detail, chosen, {})

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = self._detail(code)
        if not self._is_offered(detail):
            return self._refused(detail)
        given = {name: request.POST.get(name, "") for name in ("agency", "for_whom")}
        errors = choice_errors(given, self.offices(detail))
        if errors:
            return self._shown(detail, given, errors, status=422)
        try:
            token = begin_draft(
                actor=self.actor,
                at=self.at,
                procedure_version_id=detail.version_id,
                agency_id=int(given["agency"]),
                for_whom=ForWhom(given["for_whom"]),
            )
        except Refusal as refusal:
            if refusal.code not in REFUSALS:
                raise
            field = refusal.field or "agency"
            return self._shown(detail, given, {field: refusal_words(refusal)}, status=422)
        there = {"code": detail.code, "token": token}
        return HttpResponseRedirect(reverse("portal:go-on", kwargs=there))

    def offices(self, detail: ProcedureDetail) -> tuple[AgencyRow, ...]:
        return offices_for(detail, local_day(self.at))

    def _detail(self, code: str) -> ProcedureDetail:
        found = version_in_force(plain_words(code[:CODE_LENGTH_MAX]), local_day(self.at))
        if found is None:
            raise Http404(code)
        return found

    def _is_offered(self, detail: ProcedureDetail) -> bool:
        return form_filed_online(detail.procedure_id, local_day(self.at)) is not None

    def _refused(self, detail: ProcedureDetail) -> HttpResponse:
        """In words, with the way to the procedure page, which tells where to go instead."""
        context = {"detail": detail, "reason": str(REFUSALS["procedure-not-online"])}
        return self.page("portal/filing/not_offered.html", context, status=409)

    def _shown(
        self, detail: ProcedureDetail, given: dict[str, str], errors: dict[str, str], **more: Any
    ) -> HttpResponse:
        context = {
            "detail": detail,
            "page_url": reverse("portal:procedure", args=[detail.code]),
            "name": name_read(detail.code, detail.name, local_day(self.at)),
            "begun": begun_for(self.actor, detail.code),
            **choices_shown(self.offices(detail), given, acts_for=self.actor.organization_id),
            **errors_shown(errors),
        }
        return self.page("portal/filing/start.html", context, **more)


class Place(DraftView):
    """The same questions of a draft that is begun."""

    step = PLACE

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        row = self.open(code, token).row
        return self._shown({"agency": str(row.agency_id or ""), "for_whom": str(row.for_whom)}, {})

    def post(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        detail = self.open(code, token).detail
        given = {name: request.POST.get(name, "") for name in ("agency", "for_whom")}
        errors = choice_errors(given, offices_for(detail, local_day(self.at)))
        if errors:
            return self._shown(given, errors, status=422)
        try:
            change_draft(
                actor=self.actor,
                at=self.at,
                token=token,
                agency_id=int(given["agency"]),
                for_whom=ForWhom(given["for_whom"]),
            )
        except Refusal as refusal:
            if refusal.code not in REFUSALS:
                raise
            field = refusal.field or "agency"
            return self._shown(given, {field: refusal_words(refusal)}, status=422)
        return self.go("members" if self.whole.group else "go-on")

    def _shown(self, given: dict[str, str], errors: dict[str, str], **more: Any) -> HttpResponse:
        offices = offices_for(self.whole.detail, local_day(self.at))
        context = {
            **choices_shown(offices, given, acts_for=self.actor.organization_id),
            **errors_shown(errors),
        }
        return self.draft_page("portal/filing/place.html", context, **more)


class GoOn(DraftView):
    """To where one was."""

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        whole = self.open(code, token)
        if needs_people(whole) and not whole.row.beneficiary.name:
            return self.go("people")
        checked = whole.checked
        if checked and whole.row.step in checked.pages:
            return self.go("form-page", page=whole.row.step)
        return self.after_people()


class DeleteDraft(DraftView):
    """Thrown away after one more question."""

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        self.open(code, token)
        return self.draft_page("portal/filing/delete.html", {})

    def post(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        self.open(code, token)
        delete_draft(actor=self.actor, at=self.at, token=token)
        return HttpResponseRedirect(reverse("portal:mine"))


def offices_for(detail: ProcedureDetail, day: Any) -> tuple[AgencyRow, ...]:
    """Those of the levels that the procedure names; all where it names none that have a desk."""
    offices = agencies_with_desk(day)
    fitting = tuple(row for row in offices if row.level_code in detail.levels)
    return fitting or offices


def choices_shown(
    offices: tuple[AgencyRow, ...], given: dict[str, str], *, acts_for: int | None
) -> dict[str, Any]:
    """The two questions with what was chosen. One office only is chosen at once."""
    chosen = given["agency"] or (str(offices[0].id) if len(offices) == 1 else "")
    people = [part for part in ForWhom if part is not ForWhom.ORGANIZATION]
    parts = people if acts_for is None else [ForWhom.ORGANIZATION, *people]
    return {
        "offices": [
            {"value": "", "label": _("— Chọn nơi nộp —"), "chosen": not chosen},
            *(
                {"value": str(row.id), "label": row.name, "chosen": str(row.id) == chosen}
                for row in offices
            ),
        ],
        "parts": [
            {
                "value": str(part),
                "label": FOR_WHOM[part],
                "hint": FOR_WHOM_HINTS.get(part, ""),
                "chosen": str(part) == given["for_whom"],
            }
            for part in parts
        ],
    }


def errors_shown(errors: dict[str, str]) -> dict[str, Any]:
    return {
        "errors": errors,
        "summary": [{"text": text, "field_id": f"id_{name}"} for name, text in errors.items()],
    }


def choice_errors(given: dict[str, str], offices: tuple[AgencyRow, ...]) -> dict[str, str]:
    errors = {}
    if given["agency"] not in {str(row.id) for row in offices}:
        errors["agency"] = str(REFUSALS["office-missing"])
    if given["for_whom"] not in set(ForWhom):
        errors["for_whom"] = _("Hãy chọn nộp cho ai.")
    return errors
