"""Acts that need a reason, a word or nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Limit
from motcua.procedures.vocabulary import Channel
from motcua.workspace.acts.forms.act_form import ActForm, long_text
from motcua.workspace.reception.forms import LIMIT_UNITS, NUMBER_WORDS
from motcua.workspace.reception.reading import typed_limit
from motcua.worktime.vocabulary import Unit

REASON = _("Lý do")


class NothingForm(ActForm):
    """One button."""

    def to_input(self) -> inputs.Nothing:
        return inputs.Nothing()


class ReasonForm(ActForm):
    reason = long_text(REASON, hint=_("Ghi rõ để người sau đọc hiểu."))

    def to_input(self) -> inputs.WithReason:
        return inputs.WithReason(reason=self.cleaned_data["reason"])


class RefuseReceptionForm(ReasonForm):
    """The words go onto Form 03 and to the applicant."""

    is_grave = True
    reason = long_text(
        _("Lý do từ chối"),
        hint=_("In trên phiếu từ chối: nêu căn cứ và việc người nộp có thể làm."),
    )


class SuspendForm(ReasonForm):
    reason = long_text(
        _("Nghĩa vụ tài chính phải thực hiện"), hint=_("Khoản gì, bao nhiêu, nộp ở đâu.")
    )


class NoteForm(ActForm):
    text = long_text(_("Nội dung"), hint=_("Chỉ cán bộ đọc được, không in cho người nộp."))

    def to_input(self) -> inputs.Note:
        return inputs.Note(text=self.cleaned_data["text"])


class ResumeForm(ActForm):
    note = long_text(_("Ghi chú"), hint=_("Chứng từ đã nộp, nếu có."), needed=False)

    def to_input(self) -> inputs.Resume:
        return inputs.Resume(note=self.cleaned_data["note"])


class WithdrawForm(ActForm):
    is_grave = True
    reason = long_text(REASON)
    asked_by = forms.CharField(
        label=_("Người đề nghị rút"),
        max_length=200,
        required=False,
        help_text=_("Để trống nếu là chủ hồ sơ."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def to_input(self) -> inputs.Withdraw:
        given = self.cleaned_data
        return inputs.Withdraw(reason=given["reason"], asked_by=given["asked_by"])


class ReopenForm(ActForm):
    ground = long_text(
        _("Căn cứ mở lại"),
        hint=_("Văn bản yêu cầu hoặc cho phép: bản án, quyết định giải quyết khiếu nại…"),
        rows=2,
    )
    reason = long_text(REASON)

    def to_input(self) -> inputs.Reopen:
        given = self.cleaned_data
        return inputs.Reopen(ground=given["ground"], reason=given["reason"])


class AcceptForm(ActForm):
    """Receiving what was registered: it is complete, or what lacks is not needed."""

    template = "workspace/acts/accept.html"
    looks = _("Xem ngày hẹn")
    complete_confirmed = forms.BooleanField(
        label=_("Đã kiểm tra: giấy tờ chưa nhận là không cần trong trường hợp này"), required=False
    )
    limit_value = forms.DecimalField(
        label=_("Thời hạn"),
        required=False,
        min_value=0,
        max_value=9999,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"invalid": NUMBER_WORDS},
        help_text=_("Danh mục chưa nêu thời hạn. Nhập theo quyết định công bố."),
    )
    limit_unit = forms.ChoiceField(
        label=_("Tính theo"),
        choices=[(str(unit), word) for unit, word in LIMIT_UNITS.items()],
        initial=str(Unit.WORKING_DAYS),
        required=False,
    )

    def settle(self) -> None:
        detail, ground = self.standing.detail, self.standing.ground
        channel = Channel(detail.channel)
        if not ground.states_no_limit(variant_id=detail.variant_id, channel=channel):
            del self.fields["limit_value"], self.fields["limit_unit"]
        if not self.missing:
            del self.fields["complete_confirmed"]

    @property
    def missing(self) -> list[str]:
        """Papers asked of everybody that are not in the dossier."""
        detail = self.standing.detail
        held = {paper.required_document_id for paper in detail.papers}
        asked = detail.procedure.variant(detail.variant_id).papers
        return [paper.name for paper in asked if not paper.is_optional and paper.id not in held]

    def to_input(self) -> inputs.Accept:
        given: dict[str, Any] = self.cleaned_data
        limit: Limit | None = typed_limit(given)
        return inputs.Accept(
            complete_confirmed=given.get("complete_confirmed", False), typed_limit=limit
        )
