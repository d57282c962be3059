"""How the result comes, and what the fee must be told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from motcua.doors.proofs import proof_rows, proof_values, proofs_typed
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import ReturnMethod
from motcua.filing.commands.drafting import change_draft
from motcua.filing.rules.sending import choice_problems
from motcua.filing.whole import declared_of, grounds_of
from motcua.filing.wording import refusal_words
from motcua.kernel.refusal import Refusal
from motcua.portal.filing.draft_view import RESULT, DraftView
from motcua.portal.filing.fees import fee_shown
from motcua.procedures.vocabulary import Preference
from motcua.procedures.wording import PREFERENCES

COUNT_MAX = 999
METHODS = {
    ReturnMethod.ONLINE: _("Nhận bản điện tử tại đây (tải về ở mục Hồ sơ của tôi)"),
    ReturnMethod.DESK: _("Đến quầy nhận bản giấy"),
    ReturnMethod.POST: _("Bưu chính gửi bản giấy đến nhà (có cước phí)"),
}


class ResultForm(forms.Form):
    return_method = forms.ChoiceField(
        label=_("Nhận kết quả bằng cách nào"),
        choices=[(str(method), words) for method, words in METHODS.items()],
        widget=forms.RadioSelect,
    )
    post_address = forms.CharField(
        label=_("Địa chỉ nhận qua bưu chính"), max_length=300, required=False
    )
    copies = forms.IntegerField(
        label=_("Số bản cần cấp"), min_value=1, max_value=COUNT_MAX, required=False
    )
    pages = forms.IntegerField(
        label=_("Số trang mỗi bản"), min_value=1, max_value=COUNT_MAX, required=False
    )
    groups = forms.MultipleChoiceField(
        label=_("Bạn thuộc diện được miễn, giảm phí"),
        choices=[(str(group), words) for group, words in PREFERENCES.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    note = forms.CharField(
        label=_("Lời nhắn cho cơ quan"), max_length=1000, required=False, widget=forms.Textarea
    )


class ResultPage(DraftView):
    """Also without JavaScript: “Tính lại” saves and shows the fee again."""

    step = RESULT
    holds_posts = True

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        choices = self.open(code, token).row.choices
        told = {
            "return_method": str(choices.return_method),
            "post_address": choices.post_address,
            "copies": choices.copies,
            "pages": choices.pages,
            "groups": list(choices.preference_groups),
            "note": choices.note,
        }
        return self._shown(self._form(initial=told))

    def post(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        whole = self.open(code, token)
        form = self._form(request.POST)
        if not form.is_valid():
            return self._shown(form, status=422)
        said = form.cleaned_data
        groups = tuple(said.get("groups") or ())
        try:
            proofs = proofs_typed(request.POST, groups)
        except Refusal as refusal:
            return self._unproven(form, refusal)
        choices = replace(
            whole.row.choices,
            return_method=ReturnMethod(said["return_method"]),
            post_address=said["post_address"].strip(),
            copies=said.get("copies") or 1,
            pages=said.get("pages") or 1,
            preference_groups=groups,
            proofs=proofs,
            note=said["note"].strip(),
        )
        change_draft(actor=self.actor, at=self.at, token=token, choices=choices)
        for problem in choice_problems(choices):
            form.add_error(problem.field, refusal_words(problem))
        if form.errors or request.POST.get("turn") == "redraw":
            self.open(code, token)
            return self._shown(form, status=422 if form.errors else 200)
        return self.go("review")

    def _form(self, *given: Any, **more: Any) -> ResultForm:
        """Only what the fee of this procedure must be told and was not declared is asked."""
        form = ResultForm(*given, **more)
        grounds = grounds_of(self.whole)
        declared = declared_of(self.whole)
        needs = {name for ground in grounds for name in ground.fee_needs(declared)}
        for name in {"copies", "pages", "groups"} - needs:
            del form.fields[name]
        if "groups" in form.fields:
            fees = [fee for ground in grounds for fee in ground.detail.fees]
            known = {rule.group for fee in fees for rule in fee.exemptions}
            kept = [(str(one), PREFERENCES[one]) for one in Preference if one in known]
            form.fields["groups"].choices = kept  # type: ignore[attr-defined]
        return form

    def _unproven(self, form: ResultForm, refusal: Refusal) -> HttpResponse:
        """A proof is missing or cannot be read: said at its field; asking for the fee is no fault yet."""
        is_asking = self.request.POST.get("turn") == "redraw"
        words = sentence(refusal)
        if not is_asking:
            form.add_error(None, words)
        errors = {} if is_asking else {refusal.field or "": words}
        return self._shown(form, errors, status=200 if is_asking else 422)

    def _proofs(self, form: ResultForm, errors: dict[str, str]) -> list[dict[str, Any]]:
        """The fields of the groups that are ticked, as typed or as kept."""
        if "groups" not in form.fields:
            return []
        typed = self.request.POST if form.is_bound else None
        ticked = typed.getlist("groups") if typed else form.initial.get("groups", [])
        data = typed or proof_values(self.whole.row.choices.proofs)
        return proof_rows(data, ticked, errors)

    def _shown(
        self, form: ResultForm, errors: dict[str, str] | None = None, **more: Any
    ) -> HttpResponse:
        context = {
            "form": form,
            "proofs": self._proofs(form, errors or {}),
            "fee": fee_shown(self.whole),
            "back_url": self.url("papers"),
            "asks_fee": bool({"copies", "pages", "groups"} & set(form.fields)),
        }
        return self.draft_page("portal/filing/result.html", context, **more)
