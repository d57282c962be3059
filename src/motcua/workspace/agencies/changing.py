"""Changing an agency from a day on: one view for every kind of change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.desk_members import members_of
from motcua.agencies.history import AgencyHistory, history_of
from motcua.agencies.parts_history import PartsHistory, parts_of
from motcua.agencies.policies import may_change
from motcua.agencies.queries import agencies_tree, agency_on
from motcua.agencies.rows import TreeRow
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.procedures.queries.versions import sector_names, sectors
from motcua.workspace.agencies.acts import CHANGES, Asked, Change
from motcua.workspace.agencies.forms import ChangeForm, Choices, Standing
from motcua.workspace.agencies.showing import change_links, is_over, worded
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

FIELD_OF = {"agency": "member", "successors": "from_day", "slug": "name"}


class ChangeAgency(StaffView):
    """`?what=` a change, `?of=` its desk, counter or unit; without them, the list of changes."""

    permission = Permission.AGENCY_CHANGE

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        history = self._agency(slug)
        change = CHANGES.get(request.GET.get("what", ""))
        if change is None:
            return self._menu(history)
        return self._show(history, change, change.form(self._standing(history, change)))

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        history = self._agency(slug)
        change = CHANGES.get(request.GET.get("what", ""))
        if change is None:
            return self._menu(history)
        standing = self._standing(history, change)
        form = change.form(standing, request.POST)
        if not form.is_valid():
            return self._show(history, change, form, status=422)
        try:
            change.act(
                Asked(self.actor, self.at, history.id, standing.part_id or 0, form.cleaned_data)
            )
        except NotPermitted:
            raise
        except Refusal as refusal:
            field = FIELD_OF.get(refusal.field or "", refusal.field or "")
            form.add_error(field if field in form.fields else None, worded(refusal))
            return self._show(history, change, form, status=422)
        told = {"what": change.title, "day": short_day(form.cleaned_data["from_day"])}
        messages.success(request, _("Đã ghi: %(what)s, từ ngày %(day)s.") % told)
        return redirect("workspace:agency", slug)

    def _agency(self, slug: str) -> AgencyHistory:
        """Refusals: NotFound, NotPermitted."""
        history = history_of(slug)
        may_change(self.actor, history.id, local_day(self.at)).demand()
        return history

    def _standing(self, history: AgencyHistory, change: Change) -> Standing:
        today = local_day(self.at)
        day = max(today, history.valid_from)
        agency = agency_on(history.id, day)
        if agency is None:
            raise NotFound(kind="agency")
        part_id, values = self._part(history, change, day)
        tree = agencies_tree(day)
        return Standing(
            agency=agency,
            parents=self._parents(history.id, tree, day),
            others=[
                (str(row.agency.id), row.agency.name) for row in tree if row.agency.id != history.id
            ],
            units=[
                (str(unit.id), unit.name)
                for unit in parts_of(history.id).units
                if not is_over(unit, day)
            ],
            sectors=_sector_choices(parts_of(history.id)),
            part_id=part_id,
            part_values=values,
        )

    def _part(
        self, history: AgencyHistory, change: Change, day: date
    ) -> tuple[int | None, dict[str, Any]]:
        """The desk, counter or unit that is asked for: one of this agency. Refusals: NotFound."""
        part_id = whole_number(self.request.GET.get("of", ""))
        if not change.part:
            return part_id, {}
        known = _parts(history, parts_of(history.id), change.part, day)
        if part_id is None or part_id not in known:
            raise NotFound(kind=change.part)
        return part_id, known[part_id]

    def _parents(self, agency_id: int, tree: Iterable[TreeRow], day: date) -> Choices:
        return [
            (str(row.agency.id), row.agency.name)
            for row in tree
            if row.agency.id != agency_id and may_change(self.actor, row.agency.id, day)
        ] or [("", _("Không có cơ quan nào khác trong phạm vi của bạn"))]

    def _menu(self, history: AgencyHistory) -> HttpResponse:
        agency = agency_on(history.id, max(local_day(self.at), history.valid_from))
        context = {
            "name": agency.name if agency else history.slug,
            "slug": history.slug,
            "links": change_links(history.slug) if agency else [],
        }
        return self.page("workspace/agencies/changes.html", context)

    def _show(
        self, history: AgencyHistory, change: Change, form: ChangeForm, *, status: int = 200
    ) -> HttpResponse:
        context = {
            "change": change,
            "form": form,
            "agency": form.standing.agency,
            "about": form.standing.part_values.get("name", ""),
            "back": reverse("workspace:agency", args=[history.slug]),
        }
        return self.page("workspace/agencies/change.html", context, status=status)


def _sector_choices(parts: PartsHistory) -> Choices:
    """Every sector of the catalogue, and those that a unit handles without a procedure yet."""
    names = sector_names()
    handled = {sector.code for unit in parts.units for sector in unit.sectors}
    known = {sector.code for sector in sectors()} | handled
    return [(code, names.get(code, code)) for code in sorted(known)]


def _parts(
    history: AgencyHistory, parts: PartsHistory, kind: str, day: date
) -> dict[int, dict[str, Any]]:
    """What is open of that kind on the day or begins later: its first values for a form."""
    if kind == "desk":
        return {
            desk.id: {"name": desk.names[0].name, "kind": desk.names[0].kind}
            for desk in history.desks
            if not is_over(desk, day)
        }
    if kind == "member":
        return {
            row.id: {"name": row.name} for row in members_of(history.id) if not is_over(row, day)
        }
    if kind == "counter":
        return {
            row.id: {"number": row.number, "name": row.name}
            for row in parts.counters
            if not is_over(row, day)
        }
    return {
        unit.id: {
            "name": unit.name,
            "sectors": [sector.code for sector in unit.sectors if not is_over(sector, day)],
        }
        for unit in parts.units
        if not is_over(unit, day)
    }
