"""What becomes of the time limit when a supplement is requested, for a procedure or a sector from a day on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.procedures.commands.set_supplement_policy import set_supplement_policy
from motcua.procedures.queries.catalogue import CatalogueRow, version_row
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.policy_plan import PolicyStep, PolicyWish, plan_policy
from motcua.procedures.queries.versions import sectors
from motcua.procedures.wording_differences import PAUSE_POLICIES
from motcua.workspace.announcing import CHOICE_WORDS, DayField
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView
from motcua.worktime.vocabulary import PausePolicy

ROWS_MAX = 200
ONE = "one"
MEANINGS = {
    PausePolicy.RESTART: gettext_lazy("Nhận đủ bổ sung thì thời hạn bắt đầu lại từ ngày ấy."),
    PausePolicy.PAUSE: gettext_lazy(
        "Những ngày chờ không tính; nhận đủ thì tính tiếp phần còn lại."
    ),
    PausePolicy.CONTINUE: gettext_lazy("Ngày hẹn không đổi dù phải bổ sung."),
}


class PolicyForm(forms.Form):
    """Which procedures, which policy, from which day."""

    scope = forms.ChoiceField(
        label=gettext_lazy("Áp dụng cho"), error_messages={"invalid_choice": CHOICE_WORDS}
    )
    policy = forms.ChoiceField(
        label=gettext_lazy("Khi yêu cầu bổ sung, thời hạn"),
        widget=forms.RadioSelect,
        choices=[(str(one), words) for one, words in PAUSE_POLICIES.items()],
        error_messages={
            "required": gettext_lazy("Chọn một cách tính."),
            "invalid_choice": CHOICE_WORDS,
        },
    )
    starts_on = DayField(
        max_length=20,
        label=gettext_lazy("Từ ngày"),
        help_text=gettext_lazy("Từ ngày mai trở đi. Hồ sơ nhận trước ngày ấy giữ cách tính cũ."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )

    def __init__(self, row: CatalogueRow | None, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        scope = self.fields["scope"]
        assert isinstance(scope, forms.ChoiceField)
        own = [(ONE, _("Chỉ thủ tục %(code)s") % {"code": row.code})] if row else []
        every = [(one.code, _("Lĩnh vực: %(name)s") % {"name": one.name}) for one in sectors()]
        scope.choices = own + every


class SetSupplementPolicy(StaffView):
    """GET `?procedure=<version>`: the form. POST `do=preview`: what changes. POST `do=apply`."""

    permission = Permission.PROCEDURE_IMPORT

    def get(self, request: HttpRequest) -> HttpResponse:
        row = self._row(request.GET.get("procedure", ""))
        initial = {
            "starts_on": short_day(local_day(self.at) + timedelta(days=1)),
            "policy": str(procedure_detail(row.version_id).supplement_policy) if row else "",
        }
        return self._form(row, PolicyForm(row, initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        row = self._row(request.POST.get("procedure", ""))
        form = PolicyForm(row, request.POST)
        if request.POST.get("do") == "edit" or not form.is_valid():
            return self._form(row, form, status=422 if form.errors else 200)
        wish = self._wish(row, form.cleaned_data)
        try:
            if request.POST.get("do") == "apply":
                return self._apply(wish)
            return self._preview(row, form, wish)
        except NotPermitted:
            raise
        except Refusal as refusal:
            field = "starts_on" if refusal.field == "starts_on" else "scope"
            form.add_error(field, sentence(refusal))
            return self._form(row, form, status=422)

    def _row(self, asked: str) -> CatalogueRow | None:
        version_id = whole_number(asked)
        return version_row(version_id) if version_id is not None else None

    def _wish(self, row: CatalogueRow | None, given: dict[str, Any]) -> PolicyWish:
        is_one = given["scope"] == ONE and row is not None
        return PolicyWish(
            policy=PausePolicy(given["policy"]),
            starts_on=given["starts_on"],
            procedure_id=procedure_detail(row.version_id).procedure_id if is_one and row else None,
            sector_code="" if is_one else given["scope"],
        )

    def _form(
        self, row: CatalogueRow | None, form: PolicyForm, *, status: int = 200
    ) -> HttpResponse:
        meanings = [
            {"label": str(PAUSE_POLICIES[one]), "value": str(words)}
            for one, words in MEANINGS.items()
        ]
        context = {"form": form, "row": row, "meanings": meanings}
        return self.page("workspace/procedures/policy.html", context, status=status)

    def _preview(
        self, row: CatalogueRow | None, form: PolicyForm, wish: PolicyWish
    ) -> HttpResponse:
        steps = plan_policy(wish, today=local_day(self.at))
        changing = [one for one in steps if one.changes]
        context = {
            "form": form,
            "row": row,
            "starts_on": wish.starts_on,
            "policy": PAUSE_POLICIES[wish.policy],
            "rows": [step_shown(one) for one in changing[:ROWS_MAX]],
            "count": len(changing),
            "hidden_count": max(0, len(changing) - ROWS_MAX),
            "same_count": len(steps) - len(changing),
        }
        return self.page("workspace/procedures/policy_preview.html", context)

    def _apply(self, wish: PolicyWish) -> HttpResponse:
        count = set_supplement_policy(actor=self.actor, at=self.at, wish=wish)
        words = ngettext(
            "Đã ghi cách tính mới cho %(num)s thủ tục.",
            "Đã ghi cách tính mới cho %(num)s thủ tục.",
            count,
        )
        messages.success(self.request, words % {"num": count})
        return redirect("workspace:procedures")


def step_shown(one: PolicyStep) -> dict[str, Any]:
    """One line of the preview: the policy before and after, and from when."""
    return {
        "code": one.detail.code,
        "name": one.detail.name,
        "before": str(PAUSE_POLICIES[one.detail.supplement_policy]),
        "after": str(PAUSE_POLICIES[one.content.supplement_policy]),
        "starts_on": short_day(one.step.valid_from),
    }
