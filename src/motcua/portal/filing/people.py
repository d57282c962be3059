"""Whose matter it is, when somebody helps or stands in for another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.filing.commands.drafting import change_draft
from motcua.filing.rules.people import beneficiary_problems
from motcua.filing.vocabulary import Beneficiary, ForWhom
from motcua.filing.wording import refusal_words
from motcua.kernel.identifiers.card_dates import parse_birth
from motcua.kernel.identifiers.personal_id import parse_personal_id
from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word_refusal
from motcua.portal.filing.draft_view import PLACE, DraftView, needs_people


class PersonForm(forms.Form):
    """Who it is for. Numbers and dates are read as people write them."""

    name = forms.CharField(label=_("Họ và tên"), max_length=200, required=False)
    personal_id = forms.CharField(label=_("Số định danh (căn cước)"), max_length=20, required=False)
    birth_date = forms.CharField(
        label=_("Ngày sinh"),
        max_length=20,
        required=False,
        help_text=_("Ví dụ 15/08/1950. Không nhớ ngày thì ghi năm."),
    )
    phone = forms.CharField(
        label=_("Số điện thoại của người ấy"),
        max_length=30,
        required=False,
        help_text=_("Tin báo về hồ sơ gửi đến số này."),
    )
    address = forms.CharField(label=_("Nơi ở hiện nay"), max_length=300, required=False)
    authority = forms.CharField(
        label=_("Bạn thay mặt theo giấy tờ, quan hệ nào"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: giấy ủy quyền ngày 05/11/2026, hoặc con ruột."),
    )


READERS: dict[str, Callable[[str, date], str]] = {
    "personal_id": lambda text, today: parse_personal_id(text, today=today).personal_id,
    "phone": lambda text, _today: parse_phone(text).phone,
    "birth_date": lambda text, _today: parse_birth(text).iso(),
}
OPTIONAL = frozenset({"birth_date", "address"})


class People(DraftView):
    """One short page; what cannot be read stays as typed, with a word beside it."""

    step = PLACE
    holds_posts = True

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        self.open(code, token)
        if not needs_people(self.whole):
            return self.after_people()
        told = self.whole.row.beneficiary
        initial = {name: getattr(told, name) for name in PersonForm.base_fields}
        initial["birth_date"] = "/".join(reversed(told.birth_date.split("-")))
        return self._shown(PersonForm(initial=initial))

    def post(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        whole = self.open(code, token)
        form = PersonForm(request.POST)
        form.is_valid()
        typed = {name: str(form.cleaned_data.get(name, "")).strip() for name in form.fields}
        read = {name: _read(form, name, text, whole.day) for name, text in typed.items()}
        beneficiary = Beneficiary(**read)
        change_draft(actor=self.actor, at=self.at, token=token, beneficiary=beneficiary)
        for problem in beneficiary_problems(whole.row.for_whom, beneficiary, whole.account):
            if problem.field and not form.errors.get(problem.field):
                form.add_error(problem.field, refusal_words(problem))
        if form.errors:
            return self._shown(form, status=422)
        return self.after_people()

    def _shown(self, form: PersonForm, **more: Any) -> HttpResponse:
        for_whom = self.whole.row.for_whom
        left_out = {"authority"} if for_whom is ForWhom.HELPER else set()
        shown = [
            {
                "field": form[name],
                "optional": name in OPTIONAL
                or (name == "phone" and for_whom is ForWhom.REPRESENTATIVE),
            }
            for name in form.fields
            if name not in left_out
        ]
        context = {"form": form, "fields": shown, "is_helper": for_whom is ForWhom.HELPER}
        return self.draft_page("portal/filing/people.html", context, **more)


def _read(form: PersonForm, name: str, text: str, today: date) -> str:
    """In its one spelling; what cannot be read is kept as it was typed, and told."""
    reader = READERS.get(name)
    if reader is None or not text:
        return text
    try:
        return reader(text, today)
    except Refusal as refusal:
        form.add_error(name, word_refusal(refusal, gettext))
        return text
