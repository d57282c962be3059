"""What can be changed of an agency: each with its words, its form and the command it calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.agencies.commands.change_agency import (
    Feedback,
    Particulars,
    amend_agency,
    move_agency,
    recode_agency,
    rename_agency,
)
from motcua.agencies.commands.close_parts import close_counter, close_desk, set_sectors
from motcua.agencies.commands.desk_members import admit_member, end_member
from motcua.agencies.commands.furnish_agency import (
    open_counter,
    open_desk,
    open_position,
    open_unit,
    rename_desk,
)
from motcua.agencies.naming import free_desk_slug, free_position_slug, free_unit_slug
from motcua.agencies.vocabulary import CodeScheme, DeskKind, VerticalSector
from motcua.dossiers.commands.follow_succession import close_unit_and_follow
from motcua.kernel.actor import Actor
from motcua.workspace.agencies import forms


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for the change, when, of which agency, of which part, and what the form says."""

    actor: Actor
    at: datetime
    agency_id: int
    part_id: int
    given: dict[str, Any]

    @property
    def who(self) -> dict[str, Any]:
        return {"actor": self.actor, "at": self.at, "from_day": self.given["from_day"]}

    @property
    def of_agency(self) -> dict[str, Any]:
        return {**self.who, "agency_id": self.agency_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One kind of change. `part`: what of the agency it is about ("" = the agency itself)."""

    title: Any
    lead: Any
    form: type[forms.ChangeForm]
    act: Callable[[Asked], object]
    part: str = ""
    icon: str = "pencil"
    ends: bool = False


def _rename(asked: Asked) -> None:
    given = asked.given
    names = {name: given[name] for name in ("name", "short_name", "basis")}
    rename_agency(**asked.of_agency, **names)


def _amend(asked: Asked) -> None:
    given = asked.given
    names = ("superior_name", "place_name", "address", "phone", "directions")
    particulars = Particulars(**{name: given[name] for name in names})
    amend_agency(**asked.of_agency, particulars=particulars, basis=given["basis"])


def _set_feedback(asked: Asked) -> None:
    given = asked.given
    names = ("feedback_to", "feedback_address", "feedback_phone", "feedback_email")
    feedback = Feedback(**{name: given[name] for name in names})
    amend_agency(**asked.of_agency, particulars=feedback, basis=given["basis"])


def _move(asked: Asked) -> None:
    given = asked.given
    move_agency(**asked.of_agency, parent_id=int(given["parent"]), basis=given["basis"])


def _recode(asked: Asked) -> None:
    given = asked.given
    scheme = CodeScheme(given["scheme"])
    recode_agency(**asked.of_agency, scheme=scheme, code=given["code"], basis=given["basis"])


def _open_desk(asked: Asked) -> None:
    name, kind = asked.given["name"], DeskKind(asked.given["kind"])
    open_desk(**asked.of_agency, slug=free_desk_slug(name), name=name, kind=kind)


def _rename_desk(asked: Asked) -> None:
    name, kind = asked.given["name"], DeskKind(asked.given["kind"])
    rename_desk(**asked.who, desk_id=asked.part_id, name=name, kind=kind)


def _open_counter(asked: Asked) -> None:
    given = asked.given
    open_counter(**asked.who, desk_id=asked.part_id, number=given["number"], name=given["name"])


def _admit_member(asked: Asked) -> None:
    given = asked.given
    sector, agency_id = VerticalSector(given["sector"]), int(given["member"])
    admit_member(**asked.who, desk_id=asked.part_id, agency_id=agency_id, sector=sector)


def _open_unit(asked: Asked) -> None:
    name = asked.given["name"]
    open_unit(
        **asked.of_agency,
        slug=free_unit_slug(asked.agency_id, name),
        name=name,
        sector_codes=asked.given["sectors"],
    )


def _open_position(asked: Asked) -> None:
    title, unit = asked.given["title"], asked.given["unit"]
    open_position(
        **asked.of_agency,
        unit_id=int(unit) if unit else None,
        slug=free_position_slug(asked.agency_id, title),
        title=title,
    )


def _set_sectors(asked: Asked) -> None:
    set_sectors(**asked.who, unit_id=asked.part_id, sector_codes=asked.given["sectors"])


def _close_unit(asked: Asked) -> None:
    into = asked.given["into"]
    into_unit_id = int(into) if into else None
    close_unit_and_follow(**asked.who, unit_id=asked.part_id, into_unit_id=into_unit_id)


CHANGES: dict[str, Change] = {
    "rename": Change(
        title=_("Đổi tên cơ quan"),
        lead=_("Giấy tờ in từ ngày đó mang tên mới; giấy tờ cũ giữ tên cũ."),
        form=forms.RenameForm,
        act=_rename,
    ),
    "amend": Change(
        title=_("Đổi địa chỉ, điện thoại, địa danh"),
        lead=_("Những gì in trên giấy tờ cạnh tên cơ quan."),
        form=forms.AmendForm,
        act=_amend,
        icon="map-pin",
    ),
    "feedback": Change(
        title=_("Đổi nơi nhận phản ánh, kiến nghị"),
        lead=_("Địa chỉ, điện thoại, thư điện tử hiện trên cổng và tờ niêm yết."),
        form=forms.FeedbackForm,
        act=_set_feedback,
        icon="message-circle",
    ),
    "move": Change(
        title=_("Chuyển về cơ quan cấp trên khác"),
        lead=_("Lịch làm việc và mẫu mã hồ sơ đặt ở cấp trên cũng theo cấp trên mới."),
        form=forms.MoveForm,
        act=_move,
        icon="git-branch",
    ),
    "recode": Change(
        title=_("Đổi mã cơ quan"),
        lead=_("Mã định danh lấy từ danh mục được ban hành, không tự đặt."),
        form=forms.RecodeForm,
        act=_recode,
        icon="hash",
    ),
    "open-desk": Change(
        title=_("Mở Bộ phận Một cửa"),
        lead=_("Trung tâm, chi nhánh hay điểm tiếp nhận của cơ quan."),
        form=forms.DeskForm,
        act=_open_desk,
        icon="store",
    ),
    "open-unit": Change(
        title=_("Lập đơn vị"),
        lead=_("Phòng, ban, trung tâm của cơ quan và lĩnh vực phụ trách."),
        form=forms.UnitForm,
        act=_open_unit,
        icon="users",
    ),
    "open-position": Change(
        title=_("Lập vị trí"),
        lead=_("Vị trí là chỗ để cử cán bộ; một vị trí có thể có nhiều người."),
        form=forms.PositionForm,
        act=_open_position,
        icon="user-plus",
    ),
    "rename-desk": Change(
        title=_("Đổi tên Bộ phận Một cửa"),
        lead=_("Tên in trên giấy tờ từ ngày đó."),
        form=forms.DeskForm,
        act=_rename_desk,
        part="desk",
    ),
    "close-desk": Change(
        title=_("Đóng Bộ phận Một cửa"),
        lead=_("Các quầy của bộ phận đóng theo. Hồ sơ đã nhận vẫn còn nguyên."),
        form=forms.CloseForm,
        act=lambda asked: close_desk(**asked.who, desk_id=asked.part_id),
        part="desk",
        ends=True,
    ),
    "open-counter": Change(
        title=_("Mở quầy"),
        lead=_("Hoặc đổi việc của một quầy đang có."),
        form=forms.CounterForm,
        act=_open_counter,
        part="desk",
        icon="plus",
    ),
    "admit-member": Change(
        title=_("Nhận cơ quan ngành dọc vào bộ phận"),
        lead=_(
            "Cán bộ của cơ quan ấy ngồi ở quầy này, nhận thủ tục của ngành mình; không thấy hồ sơ nào khác."
        ),
        form=forms.MemberForm,
        act=_admit_member,
        part="desk",
        icon="users",
    ),
    "end-member": Change(
        title=_("Cơ quan ngành dọc thôi ở bộ phận"),
        lead=_("Hồ sơ cơ quan ấy đã nhận vẫn còn nguyên ở cơ quan ấy."),
        form=forms.CloseForm,
        act=lambda asked: end_member(**asked.who, member_id=asked.part_id),
        part="member",
        ends=True,
    ),
    "close-counter": Change(
        title=_("Đóng quầy"),
        lead=_("Hồ sơ đã nhận ở quầy này vẫn còn nguyên."),
        form=forms.CloseForm,
        act=lambda asked: close_counter(**asked.who, counter_id=asked.part_id),
        part="counter",
        ends=True,
    ),
    "sectors": Change(
        title=_("Phân lĩnh vực cho đơn vị"),
        lead=_("Hồ sơ mới được giao cho đơn vị phụ trách lĩnh vực của thủ tục."),
        form=forms.SectorsForm,
        act=_set_sectors,
        part="unit",
    ),
    "close-unit": Change(
        title=_("Kết thúc đơn vị"),
        lead=_("Người, lĩnh vực và hồ sơ đang giải quyết chuyển sang đơn vị tiếp nhận."),
        form=forms.CloseUnitForm,
        act=_close_unit,
        part="unit",
        ends=True,
    ),
}
