"""A later date with an apology, and stopping for good."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import inputs
from motcua.dossiers.rules.ending import GROUND_OF_STAGE
from motcua.dossiers.vocabulary import TerminationGround
from motcua.dossiers.wording import TERMINATION_GROUNDS
from motcua.kernel.dates_vi import short_day, weekday_words
from motcua.kernel.money import dong
from motcua.workspace.acts.forms.act_form import ActForm, AmountField, day_widget, long_text, radio
from motcua.workspace.acts.rehearsal import earliest_day
from motcua.workspace.announcing import DayField


class ExtendForm(ActForm):
    """A new day; the page works out the moment and the reasons before it is sent."""

    looks = _("Xem trước ngày hẹn mới")
    to_day = DayField(
        label=_("Hẹn lại ngày"),
        max_length=20,
        widget=day_widget(),
        error_messages={"required": _("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )
    reason = long_text(
        _("Lý do"), hint=_("In trên phiếu xin lỗi gửi người nộp: nói thật, dễ hiểu.")
    )

    def settle(self) -> None:
        day = earliest_day(self.standing)
        if day is not None:
            words = _t("Ngày/tháng/năm. Sớm nhất là %(weekday)s, %(day)s.")
            told = {"weekday": _t(weekday_words(day)), "day": short_day(day)}
            self.fields["to_day"].help_text = words % told

    def to_input(self) -> inputs.Extend:
        given = self.cleaned_data
        return inputs.Extend(to_day=given["to_day"], reason=given["reason"])


class TerminateForm(ActForm):
    is_grave = True
    ground = radio(_("Căn cứ dừng"))
    reason = long_text(_("Lý do"), hint=_("In trên thông báo dừng giải quyết."))
    fee_refund_vnd = AmountField(
        label=_("Hoàn lại phí, lệ phí"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    papers_given_back = forms.BooleanField(
        label=_("Đã trả lại giấy tờ cho người nộp"), required=False
    )

    def settle(self) -> None:
        fits = GROUND_OF_STAGE.get(self.standing.detail.stage, TerminationGround.OTHER)
        grounds = dict.fromkeys((fits, TerminationGround.OTHER))
        choices = [(str(ground), TERMINATION_GROUNDS[ground]) for ground in grounds]
        self.fields["ground"].choices = choices  # type: ignore[attr-defined]
        self.fields["ground"].initial = choices[0][0]
        owed = self.standing.detail.fee_total_vnd
        if not owed:
            del self.fields["fee_refund_vnd"]
            return
        words = _t("Để trống nếu không hoàn. Nhiều nhất %(most)s.") % {"most": dong(owed)}
        self.fields["fee_refund_vnd"].help_text = words

    def to_input(self) -> inputs.Terminate:
        given: dict[str, Any] = self.cleaned_data
        return inputs.Terminate(
            ground=TerminationGround(given["ground"]),
            reason=given["reason"],
            papers_given_back=given["papers_given_back"],
            fee_refund_vnd=given.get("fee_refund_vnd") or 0,
        )
