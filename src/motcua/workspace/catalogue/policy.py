"""What holds for a procedure or a sector from a day on: what becomes of the time limit when a supplement
is requested, when fees are asked for."""

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
from motcua.procedures.commands.set_supplement_policy import republish
from motcua.procedures.queries.catalogue import CatalogueRow, version_row
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.queries.policy_plan import (
    AskingWish,
    PolicyStep,
    PolicyWish,
    Wish,
    plan_policy,
)
from motcua.procedures.queries.versions import sectors
from motcua.procedures.vocabulary import AskedAt, FeeKind
from motcua.procedures.wording import ASKED_AT, FEE_KINDS
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


class FromADayForm(forms.Form):
    """Which procedures, from which day."""

    scope = forms.ChoiceField(
        label=gettext_lazy("Áp dụng cho"), error_messages={"invalid_choice": CHOICE_WORDS}
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


class PolicyForm(FromADayForm):
    """Which policy."""

    policy = forms.ChoiceField(
        label=gettext_lazy("Khi yêu cầu bổ sung, thời hạn"),
        widget=forms.RadioSelect,
        choices=[(str(one), words) for one, words in PAUSE_POLICIES.items()],
        error_messages={
            "required": gettext_lazy("Chọn một cách tính."),
            "invalid_choice": CHOICE_WORDS,
        },
    )


class SetFromADay(StaffView):
    """GET `?procedure=<version>`: the form. POST `do=preview`: what changes. POST `do=apply`."""

    permission = Permission.PROCEDURE_IMPORT
    form_class: type[FromADayForm]
    template: str
    preview_template: str

    def get(self, request: HttpRequest) -> HttpResponse:
        row = self._row(request.GET.get("procedure", ""))
        initial = {
            "starts_on": short_day(local_day(self.at) + timedelta(days=1)),
            **(self.known(procedure_detail(row.version_id)) if row else {}),
        }
        return self._form(row, self.form_class(row, initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        row = self._row(request.POST.get("procedure", ""))
        form = self.form_class(row, request.POST)
        if request.POST.get("do") == "edit" or not form.is_valid():
            return self._form(row, form, status=422 if form.errors else 200)
        wish = self.wish(form.cleaned_data, **self._whose(row, form.cleaned_data))
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

    def known(self, detail: ProcedureDetail) -> dict[str, Any]:
        """What stands in the form when it is opened for one procedure."""
        raise NotImplementedError

    def wish(self, given: dict[str, Any], **whose: Any) -> Wish:
        raise NotImplementedError

    def words(self, wish: Wish) -> str:
        """What is wished, for the head of the preview."""
        raise NotImplementedError

    def shown(self, detail: ProcedureDetail) -> str:
        """What a version says of it now."""
        raise NotImplementedError

    def more(self) -> dict[str, Any]:
        return {}

    def _whose(self, row: CatalogueRow | None, given: dict[str, Any]) -> dict[str, Any]:
        is_one = given["scope"] == ONE and row is not None
        return {
            "starts_on": given["starts_on"],
            "procedure_id": procedure_detail(row.version_id).procedure_id
            if is_one and row
            else None,
            "sector_code": "" if is_one else given["scope"],
        }

    def _form(
        self, row: CatalogueRow | None, form: FromADayForm, *, status: int = 200
    ) -> HttpResponse:
        context = {"form": form, "row": row, **self.more()}
        return self.page(self.template, context, status=status)

    def _preview(self, row: CatalogueRow | None, form: FromADayForm, wish: Wish) -> HttpResponse:
        steps = plan_policy(wish, today=local_day(self.at))
        changing = [one for one in steps if one.changes]
        context = {
            "form": form,
            "row": row,
            "starts_on": wish.starts_on,
            "policy": self.words(wish),
            "rows": [self._step(one) for one in changing[:ROWS_MAX]],
            "count": len(changing),
            "hidden_count": max(0, len(changing) - ROWS_MAX),
            "same_count": len(steps) - len(changing),
        }
        return self.page(self.preview_template, context)

    def _apply(self, wish: Wish) -> HttpResponse:
        count = republish(actor=self.actor, at=self.at, wish=wish)
        words = ngettext(
            "Đã ghi cách tính mới cho %(num)s thủ tục.",
            "Đã ghi cách tính mới cho %(num)s thủ tục.",
            count,
        )
        messages.success(self.request, words % {"num": count})
        return redirect("workspace:procedures")

    def _step(self, one: PolicyStep) -> dict[str, Any]:
        """One line of the preview: what holds before and after, and from when."""
        return {
            "code": one.detail.code,
            "name": one.detail.name,
            "before": self.shown(one.detail),
            "after": self.shown(one.content),
            "starts_on": short_day(one.step.valid_from),
        }


class SetSupplementPolicy(SetFromADay):
    """What becomes of the time limit."""

    form_class = PolicyForm
    template = "workspace/procedures/policy.html"
    preview_template = "workspace/procedures/policy_preview.html"

    def known(self, detail: ProcedureDetail) -> dict[str, Any]:
        return {"policy": str(detail.supplement_policy)}

    def wish(self, given: dict[str, Any], **whose: Any) -> PolicyWish:
        return PolicyWish(policy=PausePolicy(given["policy"]), **whose)

    def words(self, wish: Wish) -> str:
        assert isinstance(wish, PolicyWish)
        return str(PAUSE_POLICIES[wish.policy])

    def shown(self, detail: ProcedureDetail) -> str:
        return str(PAUSE_POLICIES[detail.supplement_policy])

    def more(self) -> dict[str, Any]:
        meanings = [
            {"label": str(PAUSE_POLICIES[one]), "value": str(words)}
            for one, words in MEANINGS.items()
        ]
        return {"meanings": meanings}


class MomentForm(FromADayForm):
    """Which fees, when they are asked for."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Khoản thu"),
        choices=[
            ("", gettext_lazy("Cả phí và lệ phí")),
            *[(str(k), w) for k, w in FEE_KINDS.items()],
        ],
        required=False,
        error_messages={"invalid_choice": CHOICE_WORDS},
    )
    asked_at = forms.ChoiceField(
        label=gettext_lazy("Người dân nộp khi nào"),
        widget=forms.RadioSelect,
        choices=[(str(one), words) for one, words in ASKED_AT.items()],
        error_messages={
            "required": gettext_lazy("Chọn lúc nộp."),
            "invalid_choice": CHOICE_WORDS,
        },
    )


class SetFeeMoment(SetFromADay):
    """When fees are asked for: with the dossier, at a supplement, with the result."""

    form_class = MomentForm
    template = "workspace/procedures/fee_moment.html"
    preview_template = "workspace/procedures/fee_moment_preview.html"

    def known(self, detail: ProcedureDetail) -> dict[str, Any]:
        return {"asked_at": str(detail.fees[0].asked_at) if detail.fees else ""}

    def wish(self, given: dict[str, Any], **whose: Any) -> AskingWish:
        kind = FeeKind(given["kind"]) if given["kind"] else None
        return AskingWish(asked_at=AskedAt(given["asked_at"]), kind=kind, **whose)

    def words(self, wish: Wish) -> str:
        assert isinstance(wish, AskingWish)
        kind = str(FEE_KINDS[wish.kind]) if wish.kind else _("Cả phí và lệ phí")
        return f"{kind}: {ASKED_AT[wish.asked_at]}"

    def shown(self, detail: ProcedureDetail) -> str:
        told = (f"{FEE_KINDS[fee.kind]}: {ASKED_AT[fee.asked_at]}" for fee in detail.fees)
        return "; ".join(dict.fromkeys(told))
