"""The small forms by which an administrator changes an agency: each with a day from which it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.agencies.rows import AgencyRow
from motcua.agencies.vocabulary import IDENTIFICATION_SCHEMES, CodeScheme, DeskKind, VerticalSector
from motcua.agencies.wording import DESK_KINDS, SCHEMES, VERTICAL_SECTORS
from motcua.workspace.announcing import CHOICE_WORDS, DayField

Choices = list[tuple[str, Any]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What a form must know of the agency: as it is, where it may go, its units and the sectors;
    `others`: agencies that exist beside it."""

    agency: AgencyRow
    parents: Choices = field(default_factory=list)
    units: Choices = field(default_factory=list)
    sectors: Choices = field(default_factory=list)
    others: Choices = field(default_factory=list)
    part_id: int | None = None
    part_values: dict[str, Any] = field(default_factory=dict)


def text(label: Any, missing: Any = "", **given: Any) -> forms.CharField:
    """A line of text; it must be there when there is a sentence for its absence."""
    return forms.CharField(
        label=label,
        required=bool(missing),
        error_messages={"required": missing} if missing else {},
        **given,
    )


def choice(label: Any, choices: Choices, missing: Any, **given: Any) -> forms.ChoiceField:
    errors = {"required": missing, "invalid_choice": CHOICE_WORDS}
    return forms.ChoiceField(label=label, choices=choices, error_messages=errors, **given)


class ChangeForm(forms.Form):
    """Every change holds from a day on and may name its ground."""

    def __init__(self, standing: Standing, data: Any = None) -> None:
        super().__init__(data)
        self.standing = standing
        self.fields["from_day"] = DayField(
            max_length=20,
            label=_("Có hiệu lực từ ngày"),
            help_text=_("Ngày/tháng/năm, ví dụ 05/11/2026. Trước ngày này mọi thứ vẫn như cũ."),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={"required": _("Chưa có ngày. Nhập ngày/tháng/năm.")},
        )
        self.prepare(standing)

    def prepare(self, standing: Standing) -> None:
        """Fill what the form offers and shows at first."""

    def offer(self, name: str, choices: Choices) -> None:
        chosen = self.fields[name]
        assert isinstance(chosen, forms.ChoiceField | forms.MultipleChoiceField)
        chosen.choices = choices


def _basis() -> forms.CharField:
    return text(_("Căn cứ"), max_length=250, help_text=_("Số, ngày và cơ quan ban hành văn bản."))


class RenameForm(ChangeForm):
    name = text(_("Tên đầy đủ"), _("Chưa có tên. Ghi tên mới của cơ quan."), max_length=200)
    short_name = text(_("Tên ngắn"), _("Chưa có tên ngắn."), max_length=80)
    basis = _basis()

    def prepare(self, standing: Standing) -> None:
        self.initial.update(
            {"name": standing.agency.name, "short_name": standing.agency.short_name}
        )


class AmendForm(ChangeForm):
    address = text(_("Địa chỉ"), max_length=250)
    phone = text(_("Điện thoại"), max_length=40)
    directions = text(
        _("Chỉ đường bằng lời"),
        max_length=500,
        help_text=_("Hiện trên cổng. Ví dụ: cạnh chợ Trâu Quỳ, xe buýt 43, cổng bên phải."),
    )
    place_name = text(
        _("Địa danh"),
        max_length=80,
        help_text=_("In trước ngày tháng trên giấy tờ: Gia Lâm, ngày…"),
    )
    superior_name = text(
        _("Cơ quan chủ quản"), max_length=200, help_text=_("In trên tên cơ quan ở đầu giấy tờ.")
    )
    basis = _basis()

    def prepare(self, standing: Standing) -> None:
        names = ("address", "phone", "directions", "place_name", "superior_name")
        self.initial.update({name: getattr(standing.agency, name) for name in names})


class FeedbackForm(ChangeForm):
    """Who receives what citizens have to say about procedures."""

    feedback_to = text(
        _("Người hoặc bộ phận nhận phản ánh"),
        max_length=200,
        help_text=_("Ví dụ: Văn phòng HĐND và UBND xã."),
    )
    feedback_address = text(_("Địa chỉ nhận phản ánh"), max_length=250)
    feedback_phone = text(_("Điện thoại nhận phản ánh"), max_length=40)
    feedback_email = forms.EmailField(
        label=_("Thư điện tử nhận phản ánh"),
        required=False,
        max_length=120,
        error_messages={"invalid": _("Địa chỉ thư chưa đúng, ví dụ phananh@xa.gov.vn.")},
    )
    basis = _basis()

    def prepare(self, standing: Standing) -> None:
        known = standing.agency.feedback
        self.initial.update(
            {
                "feedback_to": known.to,
                "feedback_address": known.address,
                "feedback_phone": known.phone,
                "feedback_email": known.email,
            }
        )


class MoveForm(ChangeForm):
    parent = choice(_("Cơ quan cấp trên mới"), [], _("Chọn cơ quan cấp trên."))
    basis = _basis()

    def prepare(self, standing: Standing) -> None:
        self.offer("parent", standing.parents)
        self.initial["parent"] = str(standing.agency.parent_id or "")


class RecodeForm(ChangeForm):
    scheme = choice(
        _("Loại mã"), [(str(one), SCHEMES[one]) for one in CodeScheme], _("Chọn loại mã.")
    )
    code = text(
        _("Mã mới"),
        _("Chưa có mã. Ghi mã mới."),
        max_length=30,
        help_text=_("Hồ sơ nhận từ ngày đó mang mã mới; hồ sơ và giấy tờ cũ giữ mã cũ."),
    )
    basis = _basis()

    def prepare(self, standing: Standing) -> None:
        self.initial["scheme"] = standing.agency.code_scheme or IDENTIFICATION_SCHEMES[0]

    def clean_code(self) -> str:
        """Codes stand in dossier numbers: capital letters, digits, dots and hyphens."""
        code = "".join(self.cleaned_data["code"].split()).upper()
        if not code.replace(".", "").replace("-", "").isalnum() or not code.isascii():
            raise forms.ValidationError(
                _("Mã chỉ có chữ không dấu, số, dấu chấm và gạch nối, ví dụ H26.45."), code="code"
            )
        return code


class DeskForm(ChangeForm):
    """For a desk that opens and for one that is called otherwise."""

    name = text(_("Tên bộ phận"), _("Chưa có tên bộ phận."), max_length=200)
    kind = choice(
        _("Loại"), [(str(one), DESK_KINDS[one]) for one in DeskKind], _("Chọn loại bộ phận.")
    )

    def prepare(self, standing: Standing) -> None:
        self.initial.update(standing.part_values)


class CounterForm(ChangeForm):
    number = forms.IntegerField(
        label=_("Số quầy"),
        min_value=1,
        max_value=999,
        help_text=_("Một quầy đang có số này sẽ đổi việc từ ngày đó."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Chưa có số quầy."),
            "invalid": _("Số quầy là một số, ví dụ 3."),
            "min_value": _("Số quầy bắt đầu từ 1."),
            "max_value": _("Số quầy nhiều nhất là 999."),
        },
    )
    name = text(_("Việc của quầy"), _("Chưa ghi việc của quầy."), max_length=120)

    def prepare(self, standing: Standing) -> None:
        self.initial.update(standing.part_values)


class MemberForm(ChangeForm):
    member = choice(_("Cơ quan"), [], _("Chọn cơ quan."))
    sector = choice(
        _("Ngành"),
        [(str(one), VERTICAL_SECTORS[one]) for one in VerticalSector],
        _("Chọn ngành."),
    )

    def prepare(self, standing: Standing) -> None:
        self.offer("member", [("", _("Chọn cơ quan")), *standing.others])


class CloseForm(ChangeForm):
    """Nothing but the day."""


class UnitForm(ChangeForm):
    name = text(_("Tên đơn vị"), _("Chưa có tên đơn vị."), max_length=200)
    sectors = forms.MultipleChoiceField(
        label=_("Lĩnh vực phụ trách"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Lĩnh vực đang do đơn vị khác phụ trách sẽ chuyển về đây từ ngày đó."),
        error_messages={"invalid_choice": CHOICE_WORDS},
    )

    def prepare(self, standing: Standing) -> None:
        self.offer("sectors", standing.sectors)


class SectorsForm(ChangeForm):
    sectors = forms.MultipleChoiceField(
        label=_("Lĩnh vực phụ trách"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Hồ sơ đang giải quyết ở lại đơn vị của nó; hồ sơ nhận sau đi theo lĩnh vực."),
        error_messages={"invalid_choice": CHOICE_WORDS},
    )

    def prepare(self, standing: Standing) -> None:
        self.offer("sectors", standing.sectors)
        self.initial.update(standing.part_values)


class CloseUnitForm(ChangeForm):
    into = choice(
        _("Đơn vị tiếp nhận công việc"),
        [],
        "",
        required=False,
        help_text=_("Lĩnh vực, vị trí, người và hồ sơ đang giải quyết chuyển về đơn vị này."),
    )

    def prepare(self, standing: Standing) -> None:
        others = [one for one in standing.units if one[0] != str(standing.part_id)]
        self.offer("into", [("", _("Không có gì phải chuyển")), *others])


class PositionForm(ChangeForm):
    title = text(_("Tên vị trí"), _("Chưa có tên vị trí."), max_length=120)
    unit = choice(_("Thuộc đơn vị"), [], "", required=False)

    def prepare(self, standing: Standing) -> None:
        self.offer("unit", [("", _("Lãnh đạo, vị trí chung")), *standing.units])
        self.initial["unit"] = str(standing.part_id or "")
