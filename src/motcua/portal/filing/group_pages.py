"""Beginning to file a group, and choosing which of its matters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.agencies.queries import agencies_with_desk
from motcua.agencies.rows import AgencyRow
from motcua.dossiers.refusal_words import sentence_of
from motcua.filing.commands.drafting import begin_group_draft, change_draft
from motcua.filing.grouping import DraftGroup
from motcua.filing.queries.drafts import draft_of, group_begun, last_office
from motcua.filing.vocabulary import ForWhom
from motcua.filing.wording import REFUSALS, refusal_words
from motcua.interlinked.queries.groups import GroupInForce
from motcua.interlinked.queries.offering import OfferedMember, head_of, is_filed_online
from motcua.interlinked.wording import BRANCHES, NOT_OFFERED
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.portal.citizen_view import CitizenView
from motcua.portal.filing.draft_view import PLACE, DraftView
from motcua.portal.filing.starting import choice_errors, choices_shown, errors_shown, offices_for
from motcua.portal.finding.groups import group_called
from motcua.procedures.queries.catalogue import row_in_force
from motcua.procedures.queries.details import procedure_detail


class StartGroup(CitizenView):
    """Where, and for whom; POST begins the draft and leads to the choice of matters."""

    def get(self, request: HttpRequest, group: str) -> HttpResponse:
        held = self._held(group)
        acts_for = self.actor.organization_id
        for_whom = ForWhom.MYSELF if acts_for is None else ForWhom.ORGANIZATION
        chosen = {"agency": str(last_office(self.actor) or ""), "for_whom": str(for_whom)}
        return self._shown(held, chosen, {})

    def post(self, request: HttpRequest, group: str) -> HttpResponse:
        held = self._held(group)
        given = {name: request.POST.get(name, "") for name in ("agency", "for_whom")}
        errors = choice_errors(given, self._offices(held))
        if errors:
            return self._shown(held, given, errors, status=422)
        try:
            token = begin_group_draft(
                actor=self.actor,
                at=self.at,
                group_version_id=held.version_id,
                agency_id=int(given["agency"]),
                for_whom=ForWhom(given["for_whom"]),
            )
        except Refusal as refusal:
            if refusal.code not in REFUSALS:
                raise
            field = refusal.field or "agency"
            return self._shown(held, given, {field: refusal_words(refusal)}, status=422)
        there = {"code": head_of(held.group).procedure_code, "token": token}
        return HttpResponseRedirect(reverse("portal:members", kwargs=there))

    def _held(self, group: str) -> GroupInForce:
        held = group_called(group, local_day(self.at))
        if not is_filed_online(held, local_day(self.at)):
            raise NotFound(kind="group")
        return held

    def _offices(self, held: GroupInForce) -> tuple[AgencyRow, ...]:
        day = local_day(self.at)
        row = row_in_force(head_of(held.group).procedure_code, day)
        if row is None:
            return agencies_with_desk(day)
        return offices_for(procedure_detail(row.version_id), day)

    def _shown(
        self, held: GroupInForce, given: dict[str, str], errors: dict[str, str], **more: Any
    ) -> HttpResponse:
        acts_for = self.actor.organization_id
        context = {
            "detail": {"code": head_of(held.group).procedure_code},
            "name": held.group.name,
            "page_url": reverse("portal:group", args=[held.group.code]),
            "begun": group_begun(self.actor, held.group.name),
            **choices_shown(self._offices(held), given, acts_for=acts_for),
            **errors_shown(errors),
        }
        return self.page("portal/filing/start.html", context, **more)


class Members(DraftView):
    """Which of the matters, each with who settles it and what it waits for."""

    step = PLACE
    holds_posts = True

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        return self._shown(self._group(code, token), "")

    def post(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        group = self._group(code, token)
        asked = set(request.POST.getlist("member"))
        left_out = tuple(
            one.member.key
            for one in group.offered
            if one.member.is_optional and one.member.key not in asked
        )
        choices = replace(draft_of(self.actor, token).choices, left_out=left_out)
        change_draft(actor=self.actor, at=self.at, token=token, choices=choices)
        group = self._group(code, token)
        if group.problems:
            told = " ".join(sentence_of(REFUSALS, one) for one in group.problems)
            return self._shown(group, told, status=422)
        return self.go("review" if "lai" in request.GET else "go-on")

    def _group(self, code: str, token: str) -> DraftGroup:
        group = self.open(code, token).group
        if group is None:
            raise NotFound(kind="draft")
        return group

    def _shown(self, group: DraftGroup, error: str, **more: Any) -> HttpResponse:
        context = {
            "members": [member_shown(one, group) for one in group.offered],
            "error": error,
            "summary": [{"text": error, "field_id": "members"}] if error else [],
            "limit": group.held.group.limit_words,
            "back_url": self.url("place"),
        }
        return self.draft_page("portal/filing/members.html", context, **more)


def member_shown(one: OfferedMember, group: DraftGroup) -> dict[str, Any]:
    """A matter as one chooses it. What it waits for is said, and that it stands alone without."""
    feeders = [group.held.group.member(key) for key in one.member.waits_for]
    told = {"names": ", ".join(f"“{feeder.name}”" for feeder in feeders)}
    after = (
        _("Làm khi có kết quả của %(names)s; không làm việc ấy thì việc này làm ngay.")
        if all(feeder.is_optional for feeder in feeders)
        else _("Làm khi có kết quả của %(names)s.")
    ) % told
    by = _("Cơ quan giải quyết: %(name)s.") % {
        "name": one.agency_name or str(BRANCHES[one.member.settled_by])
    }
    return {
        "key": one.member.key,
        "name": one.member.name,
        "is_optional": one.member.is_optional,
        "is_chosen": group.is_chosen(one),
        "hint": f"{by} {after}" if feeders else by,
        "why_not": str(NOT_OFFERED[one.why_not]) if one.why_not else "",
    }
