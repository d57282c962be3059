"""For whom fees are lowered, from a day on: for one procedure or a sector, with the text that says so."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.procedures.queries.details import ProcedureDetail
from motcua.procedures.queries.policy_plan import ReliefWish, Wish
from motcua.procedures.vocabulary import FeeKind, Preference
from motcua.procedures.wording import FEE_KINDS, PREFERENCES
from motcua.workspace.announcing import CHOICE_WORDS
from motcua.workspace.catalogue.policy import FromADayForm, SetFromADay

PERCENT_WORDS = gettext_lazy("Nhập số phần trăm từ 0 đến 100; 100 là miễn, 0 là thôi miễn giảm.")
SOURCE_MAX = 300


class ReliefForm(FromADayForm):
    """Who, how much, by which text."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Khoản thu"),
        choices=[
            ("", gettext_lazy("Cả phí và lệ phí")),
            *[(str(kind), words) for kind, words in FEE_KINDS.items()],
        ],
        required=False,
        error_messages={"invalid_choice": CHOICE_WORDS},
    )
    group = forms.ChoiceField(
        label=gettext_lazy("Diện được miễn, giảm"),
        choices=[(str(group), words) for group, words in PREFERENCES.items()],
        error_messages={"required": gettext_lazy("Chọn một diện."), "invalid_choice": CHOICE_WORDS},
    )
    percent = forms.IntegerField(
        label=gettext_lazy("Giảm bao nhiêu phần trăm"),
        min_value=0,
        max_value=100,
        help_text=PERCENT_WORDS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), PERCENT_WORDS
        ),
    )
    source = forms.CharField(
        label=gettext_lazy("Văn bản quy định"),
        max_length=SOURCE_MAX,
        help_text=gettext_lazy("Số, ký hiệu và cơ quan ban hành: hiện cho người dân đọc."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Chưa có văn bản quy định.")},
    )


class SetRelief(SetFromADay):
    """For whom fees are lowered."""

    form_class = ReliefForm
    template = "workspace/procedures/relief.html"
    preview_template = "workspace/procedures/relief_preview.html"

    def known(self, detail: ProcedureDetail) -> dict[str, Any]:
        return {}

    def wish(self, given: dict[str, Any], **whose: Any) -> ReliefWish:
        group = Preference(given["group"])
        return ReliefWish(
            group=group,
            percent=given["percent"],
            name=f"{PREFERENCES[group]} ({' '.join(given['source'].split())})",
            kind=FeeKind(given["kind"]) if given["kind"] else None,
            **whose,
        )

    def words(self, wish: Wish) -> str:
        assert isinstance(wish, ReliefWish)
        told = {"group": wish.name, "percent": wish.percent}
        return _("Giảm %(percent)s%%: %(group)s") % told

    def shown(self, detail: ProcedureDetail) -> str:
        told = (
            f"{PREFERENCES[rule.group]} {rule.percent} %"
            for fee in detail.fees
            for rule in fee.exemptions
        )
        return "; ".join(dict.fromkeys(told)) or _("Không ai được miễn, giảm")
