"""Acts on an officer and the positions held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.accounts.commands.officers import (
    appoint_officer,
    change_contact,
    change_roles,
    end_holding,
    rename_officer,
)
from motcua.agencies.queries import agency_on, positions_of, subtree_ids
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.sorting import sort_key
from motcua.workspace.officers.acting import ActOnOfficer, only_choice
from motcua.workspace.officers.forms import (
    Choices,
    ContactForm,
    EndForm,
    NameForm,
    PositionForm,
    RolesForm,
)


class RenameOfficer(ActOnOfficer):
    form_class = NameForm
    title = _("Đổi họ tên")
    told = (
        _("Tên mới hiện ở mọi nơi từ bây giờ, cả trên tài khoản."),
        _("Việc đã làm và giấy tờ đã in vẫn giữ tên cũ. Tên đăng nhập không đổi."),
    )
    button = _("Đổi tên")
    done = _("Đã đổi họ tên.")

    def initial(self) -> dict[str, Any]:
        return {"full_name": self.officer.full_name}

    def perform(self, given: Mapping[str, Any]) -> None:
        rename_officer(
            actor=self.actor, at=self.at, officer_id=self.officer.id, full_name=given["full_name"]
        )


class ChangeContact(ActOnOfficer):
    form_class = ContactForm
    title = _("Sửa thông tin liên hệ")
    told = (_("Chỉ người trong cơ quan thấy các thông tin này."),)
    button = _("Lưu")
    done = _("Đã lưu thông tin liên hệ.")

    def initial(self) -> dict[str, Any]:
        return {"phone": self.officer.phone, "email": self.officer.email}

    def perform(self, given: Mapping[str, Any]) -> None:
        change_contact(
            actor=self.actor,
            at=self.at,
            officer_id=self.officer.id,
            phone=given["phone"],
            email=given["email"],
        )


def position_choices(actor: Any, at: Any, extra_agencies: frozenset[int] = frozenset()) -> Choices:
    """Positions of the actor's own agency and those named, as `agency:position`, by unit and title."""
    day = local_day(at)
    reach = subtree_ids(actor.agency_id, day)
    agencies = [agency_on(pk, day) for pk in {actor.agency_id, *(extra_agencies & reach)}]
    known = sorted((row for row in agencies if row), key=lambda row: sort_key(row.name))
    return [
        (f"{agency.id}:{row.id}", f"{row.title} – {row.unit_name or agency.short_name}")
        for agency in known
        for row in sorted(positions_of(agency.id, day), key=lambda row: sort_key(row.unit_name))
    ]


class GivePosition(ActOnOfficer):
    form_class = PositionForm
    title = _("Giao vị trí")
    told = (
        _("Từ ngày đã chọn, người này làm được mọi việc của vị trí theo vai trò được giao."),
        _("Vị trí đang giữ không thay đổi. Chưa có vị trí cần giao thì lập ở trang Cơ quan."),
    )
    button = _("Giao vị trí")
    done = _("Đã giao vị trí.")

    def initial(self) -> dict[str, Any]:
        return {"from_day": short_day(local_day(self.at))}

    def choices(self) -> dict[str, Choices]:
        worked = frozenset(row.agency_id for row in self.officer.held)
        return {"position": position_choices(self.actor, self.at, worked)}

    def perform(self, given: Mapping[str, Any]) -> None:
        agency_id, _colon, position_id = given["position"].partition(":")
        appoint_officer(
            actor=self.actor,
            at=self.at,
            officer_id=self.officer.id,
            agency_id=int(agency_id),
            position_id=int(position_id),
            roles=given["roles"],
            from_day=given["from_day"],
            until_day=given["until_day"],
        )


class _OnHeld(ActOnOfficer):
    """An act on one of the positions held."""

    def choices(self) -> dict[str, Choices]:
        return {"holding": self.held_choices()}

    def initial(self) -> dict[str, Any]:
        day = short_day(local_day(self.at))
        return {"from_day": day, **only_choice("holding", self.held_choices())}

    def hindrance(self) -> str:
        if self.is_own():
            return gettext("Không thể tự đổi vai trò hoặc tự thôi vị trí đang dùng.")
        return "" if self.held_choices() else gettext("Cán bộ này không giữ vị trí nào.")


class ChangeRoles(_OnHeld):
    form_class = RolesForm
    title = _("Đổi vai trò")
    told = (
        _("Từ ngày đã chọn, vị trí có đúng các vai trò được đánh dấu, không có vai trò khác."),
        _("Vai trò bỏ đi hết quyền ngay khi sang ngày đó. Thay đổi dự định trước đây bị thay thế."),
    )
    button = _("Đổi vai trò")
    done = _("Đã đổi vai trò.")

    def initial(self) -> dict[str, Any]:
        known = super().initial()
        asked = self.request.GET.get("holding", known.get("holding", ""))
        day = local_day(self.at)
        rows = {str(row.id): row for row in self.officer.held}
        roles = rows[asked].roles_on(max(day, rows[asked].valid_from)) if asked in rows else ()
        return {**known, "roles": [str(role) for role in roles]}

    def perform(self, given: Mapping[str, Any]) -> None:
        change_roles(
            actor=self.actor,
            at=self.at,
            holding_id=int(given["holding"]),
            roles=given["roles"],
            from_day=given["from_day"],
        )


class EndPosition(_OnHeld):
    form_class = EndForm
    title = _("Kết thúc giữ vị trí")
    told = (
        _("Vai trò và mã truy cập của vị trí này hết quyền từ ngày đã chọn."),
        _("Tài khoản vẫn mở; hồ sơ đang phân công cho vị trí này không tự chuyển."),
        _("Người thôi công tác hẳn: dùng “Bàn giao, thôi công tác” để chuyển cả hồ sơ."),
    )
    button = _("Kết thúc giữ vị trí")
    done = _("Đã ghi ngày thôi giữ vị trí.")
    is_grave = True

    def perform(self, given: Mapping[str, Any]) -> None:
        end_holding(
            actor=self.actor,
            at=self.at,
            holding_id=int(given["holding"]),
            from_day=given["from_day"],
            reason=" ".join(given["reason"].split()),
        )
