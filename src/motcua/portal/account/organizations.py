"""Organizations I act for: open one, invite, change, leave; and for whom I act now."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.citizens.commands.members import change_member_role, end_membership
from motcua.citizens.commands.organizations import (
    accept_invitation,
    change_organization,
    invite_member,
    open_organization,
    withdraw_invitation,
)
from motcua.citizens.queries.organizations import (
    invited_by,
    organization_page,
    own_organizations,
)
from motcua.citizens.rules.contacts import parse_contact
from motcua.citizens.vocabulary import MemberRole
from motcua.citizens.wording import MEMBER_ROLES
from motcua.doors.sessions import address_of, choose_organization
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.portal.account.door_view import FAULTY, errors_of
from motcua.portal.account.sending import demand_pace, demand_reached, send_text
from motcua.portal.account.underway import NEXT_FIELD, safe_next
from motcua.portal.citizen_view import CitizenView

TYPED_MAX = 260


class Organizations(CitizenView):
    """All I act for."""

    def get(self, request: HttpRequest) -> HttpResponse:
        found = own_organizations(self.actor, self.at)
        context = {"organizations": found, "roles": MEMBER_ROLES}
        return self.page("portal/account/organizations.html", context)


class NewOrganization(CitizenView):
    """Tax code, name, address: whoever opens it manages it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(dict.fromkeys(("tax_code", "name", "address"), ""), {})

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = {
            name: request.POST.get(name, "")[:TYPED_MAX] for name in ("tax_code", "name", "address")
        }
        try:
            made = open_organization(actor=self.actor, at=self.at, **typed)
        except Refusal as refusal:
            return self._form(typed, errors_of(refusal, "tax_code"))
        messages.success(request, _("Đã mở tài khoản của tổ chức."))
        return HttpResponseRedirect(reverse("portal:organization", args=[made]))

    def _form(self, typed: dict[str, str], errors: dict[str, str]) -> HttpResponse:
        context = {"typed": typed, "errors": errors}
        status = FAULTY if errors else 200
        return self.page("portal/account/new_organization.html", context, status=status)


class ShowOrganization(CitizenView):
    """Members and invitations; what may be changed only for a manager."""

    def get(self, request: HttpRequest, organization_id: int) -> HttpResponse:
        return self._shown(organization_id, "", {})

    def post(self, request: HttpRequest, organization_id: int) -> HttpResponse:
        acts = {
            "invite": self._invite,
            "withdraw": self._withdraw,
            "role": self._role,
            "end": self._end,
            "rename": self._rename,
        }
        act = acts.get(request.POST.get("do", ""))
        if act is None:
            return self._shown(organization_id, "", {})
        try:
            words = act(organization_id)
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            told = errors_of(refusal, "contact")
            return self._shown(organization_id, request.POST.get("contact", "")[:TYPED_MAX], told)
        messages.success(request, words)
        is_mine = any(one.id == organization_id for one in own_organizations(self.actor, self.at))
        if not is_mine:
            return HttpResponseRedirect(reverse("portal:organizations"))
        return HttpResponseRedirect(reverse("portal:organization", args=[organization_id]))

    def _number(self, name: str) -> int:
        text = self.request.POST.get(name, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0

    def _asked_role(self) -> MemberRole:
        wants_manager = self.request.POST.get("role") == MemberRole.MANAGER
        return MemberRole.MANAGER if wants_manager else MemberRole.MEMBER

    def _invite(self, organization_id: int) -> str:
        contact = parse_contact(self.request.POST.get("contact", "")[:TYPED_MAX])
        demand_reached(contact)
        demand_pace(address_of(self.request), self.at)
        token = invite_member(
            actor=self.actor,
            at=self.at,
            organization_id=organization_id,
            contact=contact,
            role=self._asked_role(),
        )
        path = reverse("portal:invitation", args=[token])
        told = {"link": settings.PUBLIC_ADDRESS + path}
        send_text(
            contact,
            subject=_("Lời mời làm hồ sơ cho một tổ chức"),
            body=_("Bạn được mời làm hồ sơ thay một tổ chức. Mở trong 7 ngày: %(link)s") % told,
            language=get_language() or "vi",
        )
        return _("Đã gửi lời mời. Lời mời dùng được trong 7 ngày.")

    def _withdraw(self, organization_id: int) -> str:
        withdraw_invitation(
            actor=self.actor,
            at=self.at,
            organization_id=organization_id,
            invitation_id=self._number("invitation"),
        )
        return _("Đã rút lời mời.")

    def _role(self, organization_id: int) -> str:
        change_member_role(
            actor=self.actor,
            at=self.at,
            organization_id=organization_id,
            citizen_id=self._number("member"),
            role=self._asked_role(),
        )
        return _("Đã đổi vai trò.")

    def _end(self, organization_id: int) -> str:
        end_membership(
            actor=self.actor,
            at=self.at,
            organization_id=organization_id,
            citizen_id=self._number("member"),
        )
        return _("Người này không còn làm hồ sơ cho tổ chức.")

    def _rename(self, organization_id: int) -> str:
        change_organization(
            actor=self.actor,
            at=self.at,
            organization_id=organization_id,
            name=self.request.POST.get("name", "")[:TYPED_MAX],
            address=self.request.POST.get("address", "")[:TYPED_MAX],
        )
        return _("Đã lưu thông tin của tổ chức.")

    def _shown(self, organization_id: int, typed: str, errors: dict[str, str]) -> HttpResponse:
        found = organization_page(self.actor, self.at, organization_id)
        context: dict[str, Any] = {
            "shown": found,
            "roles": MEMBER_ROLES,
            "typed": typed,
            "errors": errors,
        }
        status = FAULTY if errors else 200
        return self.page("portal/account/organization.html", context, status=status)


class Invitation(CitizenView):
    """The link of an invitation, opened by the contact invited; accepting is a button."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            invited = invited_by(self.actor, token, self.at)
        except NotFound:
            return self.page("portal/account/invitation.html", {"invited": None}, status=404)
        context = {"invited": invited, "token": token, "roles": MEMBER_ROLES}
        return self.page("portal/account/invitation.html", context)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            joined = accept_invitation(actor=self.actor, at=self.at, token=token)
        except Refusal as refusal:
            messages.error(request, next(iter(errors_of(refusal, "token").values())))
            return HttpResponseRedirect(reverse("portal:organizations"))
        choose_organization(request, joined)
        messages.success(request, _("Từ nay bạn làm hồ sơ được cho tổ chức này."))
        return HttpResponseRedirect(reverse("portal:organization", args=[joined]))


class ActingFor(CitizenView):
    """For whom I act from now on: myself or one of my organizations."""

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {
            "organizations": own_organizations(self.actor, self.at),
            "chosen": self.actor.organization_id,
            "next_url": safe_next(request, request.GET.get(NEXT_FIELD, "")),
        }
        return self.page("portal/account/acting_for.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        wanted = request.POST.get("organization", "")
        mine = {str(one.id): one.id for one in own_organizations(self.actor, self.at)}
        choose_organization(request, mine.get(wanted))
        return HttpResponseRedirect(safe_next(request, request.POST.get(NEXT_FIELD, "")))
