"""Writing down what an agency without software answers on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import place_name
from motcua.dossiers.policies import find_for
from motcua.exchange.commands.on_paper import NoPaperAwaited, record_paper_answer
from motcua.exchange.queries.on_paper import PaperStanding, paper_standing
from motcua.exchange.refusal_words import sentence
from motcua.exchange.rules.on_paper import PaperAnswer
from motcua.exchange.vocabulary import OnPaper
from motcua.exchange.wording import ON_PAPER, REFUSALS
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.announcing import CHOICE_WORDS, DayField
from motcua.workspace.exchange.forms import RefusableForm
from motcua.workspace.staff import StaffView


class PaperForm(RefusableForm):
    """What they say, who signed, the number and day of the paper."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Nơi ấy trả lời"),
        widget=forms.RadioSelect,
        error_messages={"required": CHOICE_WORDS, "invalid_choice": CHOICE_WORDS},
    )
    by = forms.CharField(
        label=gettext_lazy("Người ký nhận ở nơi ấy"),
        max_length=1000,
        error_messages={"required": gettext_lazy("Nhập họ tên người ký nhận ở nơi ấy.")},
    )
    number = forms.CharField(
        label=gettext_lazy("Số của văn bản hoặc số dòng trong sổ giao nhận"),
        max_length=1000,
        error_messages={"required": gettext_lazy("Nhập số của văn bản, ví dụ 15/GNHS.")},
    )
    day = DayField(
        label=gettext_lazy("Ngày ghi trên văn bản"),
        max_length=20,
        error_messages={"required": gettext_lazy("Chưa có ngày. Nhập ngày/tháng/năm.")},
    )
    words = forms.CharField(
        label=gettext_lazy("Lý do không nhận, hoặc kết quả, ý kiến gửi lại"),
        max_length=5000,
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, answers: tuple[OnPaper, ...], data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["answer"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one), ON_PAPER[one]) for one in answers]

    def given(self) -> PaperAnswer:
        told = self.cleaned_data
        return PaperAnswer(
            answer=OnPaper(told["answer"]),
            by=told["by"],
            number=told["number"],
            day=told["day"],
            words=told["words"],
        )


class RecordPaperAnswer(StaffView):
    """For the desk that sent it: the answer as it stands on paper."""

    permission = Permission.DOSSIER_OFFER

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        standing = self._standing(code)
        if standing is None:
            context = {"typed": None, "code": code, "why": REFUSALS[NoPaperAwaited.code]}
            return self.page("workspace/exchange/paper.html", context)
        initial = {
            "answer": str(standing.answers[0]),
            "day": short_day(local_day(self.at)),
        }
        return self._form(code, standing, PaperForm(standing.answers, initial=initial))

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        standing = self._standing(code)
        if standing is None:
            return self._nothing(code)
        typed = PaperForm(standing.answers, request.POST)
        if not typed.is_valid():
            return self._form(code, standing, typed, status=422)
        try:
            record_paper_answer(actor=self.actor, at=self.at, code=code, given=typed.given())
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            for problem in refusal.reasons:
                field = problem.field if problem.field in typed.fields else None
                typed.add_error(field, sentence(problem))
            return self._form(code, standing, typed, status=422)
        messages.success(request, _("Đã ghi trả lời bằng văn bản."))
        return redirect("workspace:dossier", code)

    def _standing(self, code: str) -> PaperStanding | None:
        """Refusals: NotFound."""
        dossier = find_for(self.actor, Permission.DOSSIER_VIEW, code)
        return paper_standing(self.actor, self.at, dossier)

    def _nothing(self, code: str) -> HttpResponse:
        messages.warning(self.request, str(REFUSALS[NoPaperAwaited.code]))
        return redirect("workspace:dossier", code)

    def _form(
        self, code: str, standing: PaperStanding, typed: PaperForm, status: int = 200
    ) -> HttpResponse:
        self.note("exchange.paper", detail={"code": code})
        place = place_name(standing.agency_id, None, local_day(self.at))
        context = {"typed": typed, "code": code, "place": place}
        return self.page("workspace/exchange/paper.html", context, status=status)
