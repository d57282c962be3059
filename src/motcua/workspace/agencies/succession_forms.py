"""The form by which an administrator says which agencies end and who takes over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from motcua.agencies.naming import free_agency_slug
from motcua.agencies.policies import may_change
from motcua.agencies.queries import agencies_tree
from motcua.agencies.rules.succession import NewAgency, SuccessionPlan
from motcua.agencies.vocabulary import IDENTIFICATION_SCHEMES, CodeScheme, DeskKind, SuccessionKind
from motcua.agencies.wording import DESK_KINDS, SCHEMES
from motcua.dossiers.rehearsal import SuccessionOrder
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.workspace.agencies.forms import Choices, choice, text
from motcua.workspace.announcing import CHOICE_WORDS, DayField
from motcua.workspace.numbers import whole_number

SUCCESSORS_MAX = 8
KINDS = [
    (str(SuccessionKind.MERGE), _("Sáp nhập: nhiều cơ quan thành một")),
    (str(SuccessionKind.SPLIT), _("Chia tách: một cơ quan thành nhiều")),
    (str(SuccessionKind.REPLACE), _("Thay thế: một cơ quan thay cho một cơ quan")),
]


class PlanForm(forms.Form):
    """Which kind, who ends, from when, by which document."""

    kind = choice(_("Việc sắp xếp"), KINDS, _("Chọn một loại."), widget=forms.RadioSelect)
    predecessors = forms.MultipleChoiceField(
        label=_("Cơ quan kết thúc"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Cơ quan mới đứng vào chỗ của cơ quan đứng đầu trong số được chọn."),
        error_messages={
            "required": _("Chọn ít nhất một cơ quan."),
            "invalid_choice": CHOICE_WORDS,
        },
    )
    from_day = DayField(
        max_length=20,
        label=_("Có hiệu lực từ ngày"),
        help_text=_("Ngày/tháng/năm, ví dụ 01/07/2025."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )
    basis = text(
        _("Căn cứ"),
        _("Chưa có căn cứ. Ghi số, ngày và cơ quan ban hành văn bản."),
        max_length=250,
        help_text=_("Số, ngày và cơ quan ban hành văn bản."),
    )

    def __init__(self, agencies: Choices, data: Any = None) -> None:
        super().__init__(data)
        chosen = self.fields["predecessors"]
        assert isinstance(chosen, forms.MultipleChoiceField)
        chosen.choices = agencies
        self.initial["kind"] = str(SuccessionKind.MERGE)


class SuccessorForm(forms.Form):
    """One successor: an agency in force, or a new one described."""

    existing = choice(
        _("Cơ quan kế thừa"),
        [],
        "",
        required=False,
        help_text=_("Chọn cơ quan đang có thì không cần điền các ô dưới."),
    )
    name = text(
        _("Tên đầy đủ"),
        _("Chưa có tên cơ quan mới. Ghi tên, hoặc chọn cơ quan đang có."),
        max_length=200,
        help_text=_("Ví dụ: Ủy ban nhân dân phường Gia Lâm"),
    )
    short_name = text(
        _("Tên ngắn"),
        _("Chưa có tên ngắn của cơ quan mới."),
        max_length=80,
        help_text=_("Ví dụ: UBND phường Gia Lâm"),
    )
    code = text(_("Mã cơ quan"), max_length=30, help_text=_("Đứng đầu mã hồ sơ nhận từ ngày đó."))
    scheme = choice(_("Loại mã"), [(str(one), SCHEMES[one]) for one in IDENTIFICATION_SCHEMES], "")
    parent = choice(_("Cơ quan cấp trên"), [], "", required=False)
    place_name = text(_("Địa danh"), max_length=80, help_text=_("Ví dụ: Gia Lâm"))
    address = text(_("Địa chỉ"), max_length=250)
    phone = text(_("Điện thoại"), max_length=40)
    desk_name = text(
        _("Tên Bộ phận Một cửa"),
        max_length=200,
        help_text=_("Để trống nếu chưa mở. Quầy lấy theo cơ quan kết thúc đứng đầu."),
    )
    desk_kind = choice(
        _("Loại bộ phận"), [(str(one), DESK_KINDS[one]) for one in DeskKind], "", required=False
    )

    def __init__(self, agencies: Choices, data: Any = None, prefix: str = "") -> None:
        super().__init__(data, prefix=prefix)
        offered = {
            "existing": [("", _("Lập cơ quan mới")), *agencies],
            "parent": [("", _("Như cơ quan kết thúc đứng đầu")), *agencies],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        self.fields["scheme"].required = False
        is_new = not (data or {}).get(f"{prefix}-existing")
        for name in ("name", "short_name"):
            self.fields[name].required = is_new
        self.initial["scheme"] = str(CodeScheme.LOCAL)

    @property
    def successor(self) -> NewAgency | int:
        """What the valid form says."""
        given = self.cleaned_data
        if given["existing"]:
            return int(given["existing"])
        return NewAgency(
            slug=free_agency_slug(given["name"]),
            name=given["name"],
            short_name=given["short_name"],
            place_name=given["place_name"],
            address=given["address"],
            phone=given["phone"],
            parent_id=int(given["parent"]) if given["parent"] else None,
            code="".join(given["code"].split()).upper(),
            scheme=CodeScheme(given["scheme"] or CodeScheme.LOCAL),
            desk_name=given["desk_name"],
            desk_kind=DeskKind(given["desk_kind"] or DeskKind.SERVICE_CENTER),
        )


class SuccessionWish:
    """All that was sent: the plan, its successors, who goes where."""

    def __init__(self, actor: Actor, at: datetime, data: QueryDict | None = None) -> None:
        agencies = agencies_of(actor, at)
        self.data = data
        self.plan = PlanForm(agencies, data)
        self.successors = [
            SuccessorForm(agencies, data, prefix=f"s{place}") for place in range(self._count())
        ]

    def _count(self) -> int:
        if self.data is None:
            return 1
        asked = whole_number(self.data.get("count", "")) or 1
        more = self.data.get("do") == "more"
        return max(1, min(asked + more, SUCCESSORS_MAX))

    def forget_errors(self) -> None:
        """Show what was typed without judging it."""
        for form in (self.plan, *self.successors):
            form.errors.clear()

    @property
    def problems(self) -> list[dict[str, str]]:
        """Every error with the field to go to, for the summary at the head of the page."""
        found = []
        for form in (self.plan, *self.successors):
            for name, errors in form.errors.items():
                field_id = str(form[name].id_for_label) if name in form.fields else ""
                found += [{"text": str(words), "field_id": field_id} for words in errors]
        return found

    def is_valid(self) -> bool:
        """Every form is asked, so that all that is wrong is told at once."""
        wrong = [form for form in (self.plan, *self.successors) if not form.is_valid()]
        return not wrong

    @property
    def order(self) -> SuccessionOrder:
        """What the valid forms say."""
        assert self.data is not None
        given = self.plan.cleaned_data
        takers = {unit: place for unit, place in self._numbered("unit-") if place is not None}
        return SuccessionOrder(
            plan=SuccessionPlan(
                kind=SuccessionKind(given["kind"]),
                predecessor_ids=tuple(int(one) for one in given["predecessors"]),
                successors=tuple(form.successor for form in self.successors),
                from_day=given["from_day"],
                basis=" ".join(given["basis"].split()),
                unit_takers={
                    unit: place for unit, place in takers.items() if place < len(self.successors)
                },
            ),
            chosen=dict(self._numbered("person-")),
        )

    def _numbered(self, prefix: str) -> list[tuple[int, int | None]]:
        """Fields `unit-<id>`, `person-<id>`: what was chosen, None for "none"."""
        assert self.data is not None
        found = []
        for name in sorted(self.data):
            number = whole_number(name.removeprefix(prefix)) if name.startswith(prefix) else None
            value = str(self.data[name])
            if number is not None and (value == "none" or whole_number(value) is not None):
                found.append((number, whole_number(value)))
        return found

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The fields to send again, but for those that the page of the rehearsal draws."""
        assert self.data is not None
        drawn = ("unit-", "person-", "mark-", "csrf", "do")
        return [
            (name, value)
            for name in self.data
            if not name.startswith(drawn)
            for value in self.data.getlist(name)
        ]


def agencies_of(actor: Actor, at: datetime) -> Choices:
    """The agencies that the administrator may change, in the order of the tree."""
    day = local_day(at)
    return [
        (str(row.agency.id), row.agency.name)
        for row in agencies_tree(day)
        if may_change(actor, row.agency.id, day)
    ]
