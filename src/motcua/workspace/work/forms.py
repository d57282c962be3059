"""What is typed for an act that is done for many dossiers: the same for all of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.accounts.queries.colleagues import Colleague
from motcua.dossiers import inputs
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rules.decision import NAME_MAX, NUMBER_MAX, SUBJECT_MAX
from motcua.dossiers.rules.extension import DayNotLater
from motcua.dossiers.vocabulary import Act, Decision
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.workspace.acts.forms.act_form import (
    OptionalDayField,
    day_widget,
    long_text,
    radio,
    short_text,
)
from motcua.workspace.acts.forms.handling import DECISION_CHOICES, assigned, decided, proposed
from motcua.workspace.announcing import DayField
from motcua.workspace.work.many_form import BulkForm, grounds_needed, needed
from motcua.worktime.queries.calendars import office_time

FIRST_NUMBER_MAX = 999_999
AHEAD_MAX = timedelta(days=366)
"""Past days, and days farther ahead, are left to the rule: calendars begin and end somewhere."""


class ManyReasons(BulkForm):
    reason = long_text(_("Lý do"))

    def clean_reason(self) -> str:
        return needed(
            self.cleaned_data["reason"], _t("Chưa ghi lý do. Ghi rõ để người sau đọc hiểu.")
        )

    def to_input(self) -> inputs.WithReason:
        return inputs.WithReason(reason=self.cleaned_data["reason"])


class ManyAssigned(BulkForm):
    holding_id = radio(_("Giao cho"))
    reason = long_text(
        _("Lý do"),
        rows=2,
        hint=_("Bắt buộc với hồ sơ đang có người khác giải quyết."),
        needed=False,
    )

    def settle(self) -> None:
        self.fields["holding_id"].choices = [  # type: ignore[attr-defined]
            (str(one.holding_id), self._person(one)) for one in self.many.people
        ]

    def _person(self, one: Colleague) -> str:
        load = _t("đang có %(count)s hồ sơ") % {"count": self.many.loads.get(one.holding_id, 0)}
        return f"{one.name} ({one.title}; {load})"

    def to_input(self) -> inputs.Assign:
        return assigned(self.cleaned_data)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        changes_hands = any(one.assignee_id is not None for one in self.many.dossiers)
        if changes_hands and not given.get("reason", "").strip():
            self.add_error("reason", _t("Đổi người giải quyết phải ghi lý do."))
        return given


class ManyProposed(BulkForm):
    decision = radio(_("Đề xuất"), DECISION_CHOICES)
    opinion = long_text(
        _("Ý kiến thẩm định"), hint=_("Ghi chung cho mọi hồ sơ đã chọn."), rows=5, needed=False
    )

    def first_values(self) -> dict[str, Any]:
        return {"decision": str(Decision.GRANTED)}

    def clean(self) -> dict[str, Any]:
        return grounds_needed(self, super().clean() or {}, "opinion")

    def to_input(self) -> inputs.Propose:
        return proposed(self.cleaned_data)


class ManyDecided(BulkForm):
    decision = radio(_("Quyết định"), DECISION_CHOICES)
    grounds = long_text(
        _("Căn cứ"),
        hint=_("Không đủ điều kiện thì phải nêu: in vào văn bản trả lời."),
        rows=5,
        needed=False,
    )

    def first_values(self) -> dict[str, Any]:
        """Yes, as most are; nothing is chosen beforehand where one of them was proposed for a no."""
        proposed = {one.decision for one in self.many.outcomes.values()}
        return {} if Decision.DECLINED in proposed else {"decision": str(Decision.GRANTED)}

    def clean(self) -> dict[str, Any]:
        return grounds_needed(self, super().clean() or {}, "grounds")

    def to_input(self) -> inputs.Decide:
        return decided(self.cleaned_data)


class ManyIssued(BulkForm):
    """Numbers run on from the first one, in the order of the list."""

    first_number = forms.IntegerField(
        label=_("Số của hồ sơ đầu tiên"),
        required=False,
        min_value=1,
        max_value=FIRST_NUMBER_MAX,
        help_text=_(
            "Các hồ sơ sau lấy số kế tiếp, theo thứ tự bên dưới. Để trống nếu không ghi số."
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Số không đúng. Nhập một số, ví dụ 120.")},
    )
    sign = short_text(_("Ký hiệu sau số"), hint=_("Ví dụ /GXN-UBND"), length_max=NUMBER_MAX - 8)
    document_date = OptionalDayField(
        label=_("Ngày ban hành"),
        required=False,
        max_length=20,
        help_text=_("Ngày/tháng/năm. Để trống là hôm nay."),
        widget=day_widget(),
    )
    subject = short_text(_("Trích yếu"), length_max=SUBJECT_MAX)
    signed_by = short_text(
        _("Người ký"), hint=_("Để trống là người đã quyết định."), length_max=NAME_MAX
    )

    def first_values(self) -> dict[str, Any]:
        signers = {one.by for one in self.many.outcomes.values()}
        return {
            "document_date": short_day(local_day(self.many.at)),
            "signed_by": signers.pop() if len(signers) == 1 else "",
        }

    def to_input(self) -> inputs.IssueResult:
        names = ("document_date", "subject", "signed_by")
        return inputs.IssueResult(**{name: self.cleaned_data[name] for name in names})

    def own_of(self, place: int) -> dict[str, Any]:
        first, own = self.cleaned_data["first_number"], {}
        outcome = self.many.outcomes.get(self.many.dossiers[place].row.code)
        if outcome is not None and not self.cleaned_data["signed_by"]:
            own["signed_by"] = outcome.by
        if first is not None:
            own["document_number"] = f"{first + place}{self.cleaned_data['sign'].strip()}"
        return own


class ManyExtended(BulkForm):
    """Also for apologies."""

    to_day = DayField(
        label=_("Hẹn lại ngày"),
        max_length=20,
        help_text=_("Ngày làm việc, sau hạn hiện tại của mọi hồ sơ. Gõ ngày/tháng/năm."),
        widget=day_widget(),
        error_messages={"required": _("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )
    reason = long_text(
        _("Lý do"), hint=_("In trên phiếu xin lỗi gửi người nộp: nói thật, dễ hiểu.")
    )

    def clean_to_day(self) -> date:
        """A day on which an office is closed would be refused for each of its dossiers."""
        day: date = self.cleaned_data["to_day"]
        today = local_day(self.many.at)
        if not today < day <= today + AHEAD_MAX:
            return day
        for agency_id in {one.competent_agency_id for one in self.many.dossiers}:
            if not office_time(agency_id, today).calendar.is_working_day(day):
                raise forms.ValidationError(sentence(DayNotLater(field="to_day")), code="closed")
        return day

    def clean_reason(self) -> str:
        return needed(
            self.cleaned_data["reason"], _t("Chưa ghi lý do. Ghi rõ để người sau đọc hiểu.")
        )

    def to_input(self) -> inputs.Extend:
        given = self.cleaned_data
        return inputs.Extend(to_day=given["to_day"], reason=given["reason"])


class ManyNotes(BulkForm):
    text = long_text(_("Lời nhắn"), rows=4)

    def clean_text(self) -> str:
        return needed(self.cleaned_data["text"], _t("Chưa có lời nhắn. Ghi điều cần nhắn."))

    def to_input(self) -> inputs.Note:
        return inputs.Note(text=self.cleaned_data["text"])


FORMS: dict[Act, type[BulkForm]] = {
    Act.ASSIGN: ManyAssigned,
    Act.START: BulkForm,
    Act.TAKE_OVER: BulkForm,
    Act.PROPOSE: ManyProposed,
    Act.SEND_BACK: ManyReasons,
    Act.DECIDE: ManyDecided,
    Act.ISSUE_RESULT: ManyIssued,
    Act.EXTEND: ManyExtended,
    Act.APOLOGIZE: ManyExtended,
    Act.NOTE: ManyNotes,
}
