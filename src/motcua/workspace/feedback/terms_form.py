"""The form that changes what holds for feedback."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.feedback.refusal_words import sentence
from motcua.feedback.rules.terms import DAYS, RANGES, Terms
from motcua.feedback.vocabulary import Checker, Duty, Kind
from motcua.feedback.wording import CHECKERS, DUTIES, KINDS, REFUSALS
from motcua.kernel.refusal import Refusal
from motcua.workspace.announcing import CHOICE_WORDS
from motcua.workspace.from_a_day import FromADayForm

TYPED_MAX = 2000
NUMBER_MAX = 10**9
FROM_HINT = _("Việc vào sổ từ ngày này theo quy định mới; việc đã vào sổ giữ quy định cũ.")
NUMBER_WORDS = _("Nhập một số, không có dấu.")
LABELS = {
    "warning_days": _("Báo sắp đến hạn trước (ngày)"),
    "title_max": _("Tiêu đề dài nhất (ký tự)"),
    "content_max": _("Nội dung dài nhất (ký tự)"),
    "answer_max": _("Câu trả lời dài nhất (ký tự)"),
    "files_max": _("Số tệp nhiều nhất"),
}


def _number(label: Any, least: int, most: int) -> forms.IntegerField:
    between = {"least": least, "most": most}
    words = {"required": NUMBER_WORDS, "invalid": NUMBER_WORDS, "max_value": NUMBER_WORDS}
    return forms.IntegerField(
        label=label,
        max_value=NUMBER_MAX,
        error_messages=words,
        help_text=str(REFUSALS["petition-terms-out-of-range"]) % between,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


def _basis(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=TYPED_MAX,
        error_messages={"required": REFUSALS["petition-terms-basis-missing"]},
    )


class TermsForm(FromADayForm):
    """Days, kinds, lengths and who publishes, as they shall be from a day on."""

    def __init__(
        self, scopes: list[tuple[str, str]], data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(scopes, FROM_HINT, data, initial)
        fields: dict[str, forms.Field] = {}
        for duty in Duty:
            fields[f"days_{duty}"] = _number(DUTIES[duty], *DAYS)
        for name, between in RANGES.items():
            fields[name] = _number(LABELS[name], *between)
        fields["taken"] = forms.MultipleChoiceField(
            label=_("Loại được nhận"),
            choices=[(str(kind), KINDS[kind]) for kind in Kind],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": REFUSALS["petition-terms-take-nothing"]},
        )
        for kind in Kind:
            fields[f"anonymous_{kind}"] = forms.BooleanField(
                label=_("Nhận cả khi không nêu tên"), required=False
            )
            fields[f"basis_{kind}"] = _basis(_("Căn cứ của việc ấy"))
        fields["checker"] = forms.ChoiceField(
            label=_("Ai được công khai câu trả lời?"),
            choices=[(str(one), CHECKERS[one]) for one in Checker],
            widget=forms.RadioSelect,
            error_messages={"required": CHOICE_WORDS, "invalid_choice": CHOICE_WORDS},
        )
        fields["basis"] = _basis(_("Căn cứ chung"))
        self.fields = {**fields, **self.fields}

    def refuse(self, problems: Iterable[Refusal]) -> None:
        """Each problem in words at its field."""
        for problem in problems:
            self.add_error(problem.field, sentence(problem))


def words_of(terms: Terms) -> dict[str, Any]:
    """What the form shows at first."""
    return {
        **{f"days_{duty}": terms.limits[duty] for duty in Duty},
        **{name: getattr(terms, name) for name in RANGES},
        "taken": [str(kind) for kind in Kind if kind in terms.taken],
        **{f"anonymous_{kind}": one.allowed for kind, one in terms.anonymous.items()},
        **{f"basis_{kind}": one.basis for kind, one in terms.anonymous.items()},
        "checker": str(terms.checker),
        "basis": terms.basis,
    }
