"""What is typed to ask others, to answer, and to hand a step on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.dossiers.refusal_words import sentence
from motcua.kernel.clock import local
from motcua.kernel.refusal import Refusal
from motcua.workflow.inputs import Answer, Minutes, Opinion, Question, Reply
from motcua.workflow.vocabulary import OpinionKind, TaskKind
from motcua.workflow.wording import OPINIONS
from motcua.workspace.reception.forms import MomentField
from motcua.workspace.workflow.words import ASK_TEXTS

TYPED_MAX = 8000
NO_DAY = gettext_lazy("Nhập ngày như 05/02/2026.")
NO_TEXT = {"required": gettext_lazy("Chưa ghi nội dung.")}


def _text(label: Any, *, hint: Any = "", required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=TYPED_MAX,
        widget=forms.Textarea,
        error_messages=NO_TEXT,
    )


class Refusing(forms.Form):
    """A form to which refusals come back in words, each at its field."""

    def refuse(self, refusal: Refusal) -> None:
        for reason in refusal.reasons:
            field = reason.field if reason.field in self.fields else None
            self.add_error(field, sentence(reason))


class AskForm(Refusing):
    """What is asked, of whom, until when. `whom`: agency, unit and person as `1-2-3`, empty = any."""

    text = _text(
        gettext_lazy("Nội dung cần trả lời"),
        hint=gettext_lazy("Dòng đầu là tên việc, hiện trong hộp việc của nơi được hỏi."),
    )
    whom = forms.ChoiceField(
        label=gettext_lazy("Gửi cho"),
        error_messages={
            "required": gettext_lazy("Chọn nơi được hỏi."),
            "invalid_choice": gettext_lazy("Chọn một nơi trong danh sách."),
        },
    )
    due_on = forms.DateField(
        label=gettext_lazy("Trả lời chậm nhất ngày"),
        help_text=gettext_lazy("Ngày làm việc, ví dụ 05/02/2026."),
        input_formats=["%d/%m/%Y"],
        widget=forms.DateInput(format="%d/%m/%Y"),
        error_messages={"required": NO_DAY, "invalid": NO_DAY},
    )
    due_time = forms.TimeField(
        label=gettext_lazy("Trước mấy giờ ngày ấy"),
        help_text=gettext_lazy("Ví dụ 15:30. Để trống là đến hết giờ làm việc."),
        input_formats=["%H:%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"autocomplete": "off"}),
        required=False,
        error_messages={"invalid": gettext_lazy("Nhập giờ như 15:30, hoặc để trống.")},
    )
    later_confirmed = forms.BooleanField(
        label=gettext_lazy("Vẫn chờ đến sau ngày hẹn trả của hồ sơ"),
        required=False,
    )
    is_mandatory = forms.BooleanField(
        label=gettext_lazy("Phải có trả lời mới được quyết định"),
        help_text=gettext_lazy(
            "Nếu không thể chờ, người hỏi ghi lý do rồi mới đi tiếp. Không trả lời không có nghĩa là đồng ý."
        ),
        required=False,
    )

    def __init__(self, places: Iterable[tuple[str, Any]], data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        whom = self.fields["whom"]
        assert isinstance(whom, forms.ChoiceField)
        whom.choices = [("", _("Chọn…")), *places]

    def told_as(self, kind: TaskKind) -> AskForm:
        """With the words of what is asked: an order is not a question."""
        self.fields["text"].label = ASK_TEXTS[kind]
        if kind is TaskKind.DIRECTIVE:
            whom, text = self.fields["whom"], self.fields["text"]
            text.help_text = _("Dòng đầu là tên việc, hiện trong hộp việc của nơi được giao.")
            whom.error_messages["required"] = _("Chọn nơi được giao.")
            self.fields["due_on"].label = _("Xong chậm nhất ngày")
        return self

    def is_later(self, promised: datetime, at: datetime) -> bool:
        """Whether the answer would come after the date promised to the applicant, and nobody has said
        that this is meant. Of a dossier that is late already every answer is. The form is valid."""
        given = self.cleaned_data
        if promised <= at or given["later_confirmed"]:
            return False
        last = local(promised)
        if given["due_on"] != last.date() or given["due_time"] is None:
            return bool(given["due_on"] > last.date())
        return bool(given["due_time"] > last.time())

    def question(self, kind: TaskKind) -> Question:
        """The form is valid."""
        given = self.cleaned_data
        agency, unit, holding = [*given["whom"].split("-"), "", ""][:3]
        day: date = given["due_on"]
        return Question(
            kind=kind,
            text=given["text"],
            agency_id=int(agency),
            unit_id=int(unit) if unit else None,
            holding_id=int(holding) if holding else None,
            due_on=day,
            due_time=given["due_time"],
            is_mandatory=given["is_mandatory"],
        )


class OpinionForm(Refusing):
    opinion = forms.ChoiceField(
        label=gettext_lazy("Ý kiến"),
        choices=list(OPINIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn một ý kiến.")},
    )
    text = _text(
        gettext_lazy("Nội dung trả lời"),
        hint=gettext_lazy(
            "Chỉ “Đồng ý” mới được để trống. Ý kiến khác thì bắt buộc ghi rõ vì sao, căn cứ nào."
        ),
        required=False,
    )

    def answer(self) -> Answer:
        given = self.cleaned_data
        return Opinion(opinion=OpinionKind(given["opinion"]), text=given["text"])


class MinutesForm(Refusing):
    held_at = MomentField(
        label=gettext_lazy("Kiểm tra lúc"),
        help_text=gettext_lazy("Ngày và giờ, ví dụ 05/11/2026 07:30"),
        error_messages={"required": gettext_lazy("Chưa có ngày, giờ kiểm tra.")},
    )
    place = forms.CharField(
        label=gettext_lazy("Địa điểm"), max_length=TYPED_MAX, error_messages=NO_TEXT
    )
    participants = _text(
        gettext_lazy("Thành phần tham gia"),
        hint=gettext_lazy("Mỗi người một dòng: họ tên, chức vụ."),
    )
    applicant_was_there = forms.BooleanField(
        label=gettext_lazy("Người nộp hồ sơ có mặt"), required=False
    )
    findings = _text(gettext_lazy("Nội dung kiểm tra"))
    conclusion = _text(gettext_lazy("Kết luận"))

    def answer(self) -> Answer:
        return Minutes(**self.cleaned_data)


class CorrectedForm(MinutesForm):
    """Minutes that were sent, and why they are mended."""

    reason = _text(gettext_lazy("Vì sao sửa"))

    def answer(self) -> Minutes:
        given = dict(self.cleaned_data)
        del given["reason"]
        return Minutes(**given)


def said_of(answer: Mapping[str, Any]) -> dict[str, Any]:
    """What the form of minutes begins with where they were sent."""
    held_at = local(datetime.fromisoformat(answer["held_at"]))
    return {**answer, "held_at": f"{held_at:%d/%m/%Y %H:%M}"}


class ReplyForm(Refusing):
    text = _text(gettext_lazy("Kết quả thực hiện"))

    def answer(self) -> Answer:
        return Reply(text=self.cleaned_data["text"])


ANSWER_FORMS: dict[TaskKind, type[OpinionForm] | type[MinutesForm] | type[ReplyForm]] = {
    TaskKind.CONSULTATION: OpinionForm,
    TaskKind.REVIEW: OpinionForm,
    TaskKind.INSPECTION: MinutesForm,
    TaskKind.DIRECTIVE: ReplyForm,
}
