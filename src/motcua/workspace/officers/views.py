"""Looking at officers: the list, one of them, the positions of an agency, the review of rights."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from motcua.accounts.queries import OfficersWanted, Working, officer_list
from motcua.accounts.queries.officer_page import OfficerDetail, history_of, officer_detail
from motcua.accounts.queries.positions import positions_held
from motcua.accounts.queries.review import rights_review
from motcua.accounts.queries.stand_ins import stand_ins_ahead
from motcua.accounts.rules.roles import Permission, may
from motcua.accounts.wording import ROLES
from motcua.agencies.queries import agencies_under, agency_on, units_of
from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.kernel.sorting import sort_key
from motcua.workspace.numbers import whole_number
from motcua.workspace.officers.showing import (
    account_marks,
    account_pairs,
    contact_pairs,
    held_rows,
    history_rows,
    position_rows,
    review_rows,
    session_rows,
    stand_in_words,
    token_rows,
)
from motcua.workspace.officers.words import working_choices
from motcua.workspace.showing_people import officer_rows
from motcua.workspace.staff import StaffView

QUERY_LENGTH_MAX = 100


class ShowOfficers(StaffView):
    """Officers of the own agency and below by name; filters in the address, accents optional."""

    permission = Permission.OFFICER_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = self._wanted(request)
        number, _dot, key = request.GET.get("cursor", "").partition(".")
        holding_id = whole_number(number)
        after = (key, holding_id) if holding_id is not None else None
        page = officer_list(self.actor, self.at, wanted, after=after)
        asked = {"q": wanted.text, "unit": wanted.unit_id, "role": wanted.role}
        asked["working"] = wanted.working if wanted.working is not Working.NOW else ""
        query = {name: value for name, value in asked.items() if value}
        more = f"{page.next_after[1]}.{page.next_after[0]}" if page.next_after else ""
        context = {
            "q": wanted.text,
            "rows": officer_rows(page.rows, stand_ins_ahead(self.actor, self.at), self.at),
            "older_query": urlencode({**query, "cursor": more}) if more else "",
            "first_query": urlencode(query),
            "is_first": after is None,
            "is_narrowed": bool(query),
            "units": self._units(wanted.unit_id),
            "roles": _roles(wanted.role),
            "working": working_choices(wanted.working),
            "may_appoint": bool(may(self.actor, Permission.STAND_IN_APPOINT)),
            "may_change": bool(may(self.actor, Permission.OFFICER_CHANGE)),
        }
        return self.page("workspace/officers/list.html", context)

    def _wanted(self, request: HttpRequest) -> OfficersWanted:
        """The filters that the address names; what is no filter is passed over."""
        role = request.GET.get("role", "")
        working = request.GET.get("working", "")
        return OfficersWanted(
            text=request.GET.get("q", "").strip()[:QUERY_LENGTH_MAX],
            unit_id=whole_number(request.GET.get("unit", "")),
            role=Role(role) if role in set(Role) else None,
            working=Working(working) if working in set(Working) else Working.NOW,
        )

    def _units(self, chosen: int | None) -> list[dict[str, Any]]:
        assert self.actor.agency_id is not None
        units = units_of(self.actor.agency_id, local_day(self.at))
        ordered = sorted(units, key=lambda unit: sort_key(unit.name))
        return [
            {"value": unit.id, "label": unit.name, "chosen": unit.id == chosen} for unit in ordered
        ]


def _roles(chosen: Role | None) -> list[dict[str, Any]]:
    return [
        {"value": str(role), "label": str(words), "chosen": role is chosen}
        for role, words in ROLES.items()
    ]


class ShowOfficer(StaffView):
    """One officer with all that is held; the acts only for those who may change it."""

    permission = Permission.OFFICER_VIEW

    def get(self, request: HttpRequest, officer_id: int) -> HttpResponse:
        detail = officer_detail(self.actor, officer_id, self.at)
        day = local_day(self.at)
        context: dict[str, Any] = {
            "officer": detail,
            "has_left": detail.has_left(day),
            "held": held_rows(detail, day),
            "has_position": any(not row.over_on(day) for row in detail.held),
            "contact": contact_pairs(detail),
            "account": account_pairs(detail.account) if detail.account else [],
            "marks": account_marks(detail.account) if detail.account else [],
            "stand_ins": stand_in_words(detail, self.at),
            "tokens": token_rows(detail, self.at),
            "sessions": session_rows(detail),
            "history": history_rows(history_of(detail)) if detail.may_change else [],
            "is_self": self._is_self(detail),
        }
        return self.page("workspace/officers/show.html", context)

    def _is_self(self, detail: OfficerDetail) -> bool:
        return detail.account is not None and detail.account.user_id == self.actor.user_id


class ShowPositions(StaffView):
    """The positions of an agency by unit: held, vacant, stood in for. `?agency=` one within reach."""

    permission = Permission.OFFICER_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        assert self.actor.agency_id is not None
        asked = whole_number(request.GET.get("agency", ""))
        agency_id = asked if asked is not None else self.actor.agency_id
        rows = positions_held(self.actor, agency_id, self.at)
        ahead = stand_ins_ahead(self.actor, self.at)
        agency = agency_on(agency_id, local_day(self.at))
        context = {
            "agency_name": agency.name if agency else "",
            "agencies": self._agencies(agency_id),
            "units": position_rows(rows, ahead, self.at),
            "vacant_count": sum(row.is_vacant for row in rows),
            "count": len(rows),
            "may_change": bool(may(self.actor, Permission.OFFICER_CHANGE)),
        }
        return self.page("workspace/officers/positions_held.html", context)

    def _agencies(self, chosen: int) -> list[dict[str, Any]]:
        """The agencies to choose from, when there are several."""
        assert self.actor.agency_id is not None
        day = local_day(self.at)
        found = agencies_under(self.actor.agency_id, day)
        known = sorted(found, key=lambda row: sort_key(row.name))
        return [{"value": row.id, "label": row.name, "chosen": row.id == chosen} for row in known]


class ReviewRights(StaffView):
    """Who has which rights, since when, and when last here; printable for the half-yearly review."""

    permission = Permission.OFFICER_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = rights_review(self.actor, self.at)
        only = request.GET.get("only") == "look"
        context = {
            "rows": review_rows([row for row in rows if row.needs_a_look or not only]),
            "only": only,
            "count": len(rows),
            "look_count": sum(row.needs_a_look for row in rows),
            "inactive_count": sum(row.is_inactive and row.is_active for row in rows),
            "day": local_day(self.at),
        }
        return self.page("workspace/officers/review.html", context)
