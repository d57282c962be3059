"""The administrator's pages of what is asked: periods, one questionnaire as citizens see it, a new one from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import ManyProblems
from motcua.kernel.verdict import NotFound
from motcua.surveys.commands.questionnaires import (
    QuestionnaireBeginsInThePast,
    QuestionnaireInput,
    set_questionnaire,
)
from motcua.surveys.queries.forms import QuestionnaireRow, form_in_force, questionnaires
from motcua.surveys.rules.forms import CRITERIA, document_of, read_form
from motcua.surveys.shipped import shipped_forms
from motcua.surveys.vocabulary import Form, Occasion
from motcua.surveys.wording import OCCASIONS, REFUSALS
from motcua.workspace.announcing import COUNTRY, DayField, scopes_of
from motcua.workspace.staff import StaffView
from motcua.workspace.surveys.typed_form import (
    BAD,
    CONTENT,
    LEVELS,
    NEITHER,
    QUESTIONS,
    REASONS,
    Typed,
    document_from,
    fault_told,
    rows_to_type,
    typed_from,
    typed_of,
)


class ListQuestionnaires(StaffView):
    """What is asked today after each occasion, and every period."""

    permission = Permission.SURVEY_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        today = local_day(self.at)
        assert self.actor.agency_id is not None
        now = [(one, form_in_force(self.actor.agency_id, one, today)) for one in Occasion]
        context = {
            "now": [
                {
                    "occasion": OCCASIONS[one],
                    "name": name_of(form),
                    "new_url": reverse("workspace:new-questionnaire", args=[one]),
                }
                for one, form in now
            ],
            "rows": [self._row(one, today) for one in questionnaires(self.actor, self.at)],
            "shipped": [
                {"name": name_of(form), "url": reverse("workspace:questionnaire", args=[key])}
                for key, form in shipped_forms().items()
            ],
        }
        return self.page("workspace/surveys/questionnaires.html", context)

    def _row(self, row: QuestionnaireRow, today: date) -> dict[str, Any]:
        agency = agency_on(row.agency_id, today) if row.agency_id else None
        is_over = row.valid_until is not None and row.valid_until <= today
        return {
            "name": name_of(row.form),
            "url": reverse("workspace:questionnaire", args=[row.id]) if row.form else "",
            "occasion": OCCASIONS[row.occasion],
            "place": agency.name if agency else _("Mọi cơ quan"),
            "from": row.valid_from,
            "until": row.valid_until - timedelta(days=1) if row.valid_until else None,
            "state": _("Sắp áp dụng")
            if row.valid_from > today
            else _("Đã thôi")
            if is_over
            else _("Đang áp dụng"),
        }


class ShowQuestionnaire(StaffView):
    """One as citizens see it, with what its answers count."""

    permission = Permission.SURVEY_CHANGE

    def get(self, request: HttpRequest, survey_source: str) -> HttpResponse:
        form = form_called(self.actor, self.at, survey_source)
        context = {
            "name": name_of(form),
            "preview": preview_of(form),
            "new": [
                {
                    "label": words,
                    "url": f"{reverse('workspace:new-questionnaire', args=[one])}?from={survey_source}",
                }
                for one, words in OCCASIONS.items()
            ],
        }
        return self.page("workspace/surveys/questionnaire.html", context)


class NewQuestionnaire(StaffView):
    """From the one in force, or `?from=`. POST `do=check`: as citizens would see it, nothing is kept; `do=set`;
    `do=nothing`: nothing is asked from that day on."""

    permission = Permission.SURVEY_CHANGE

    def get(self, request: HttpRequest, survey_occasion: str) -> HttpResponse:
        occasion, day = occasion_called(survey_occasion), local_day(self.at)
        assert self.actor.agency_id is not None
        wanted = request.GET.get("from", "")
        form = (
            form_called(self.actor, self.at, wanted)
            if wanted
            else form_in_force(self.actor.agency_id, occasion, day)
        ) or shipped_forms()["short"]
        when = {"valid_from": short_day(day + timedelta(days=1)), "scope": ""}
        return self._typing(occasion, typed_of(document_of(form)), when)

    def post(self, request: HttpRequest, survey_occasion: str) -> HttpResponse:
        occasion, typed = occasion_called(survey_occasion), typed_from(request.POST)
        when = {name: request.POST.get(name, "")[:20] for name in ("valid_from", "scope")}
        do = request.POST.get("do", "")
        day, faults = day_typed(when["valid_from"])
        form = None
        if do != "nothing":
            form, more = form_typed(typed)
            faults += more
        if day is not None and not faults and do in {"set", "nothing"}:
            try:
                return self._set(occasion, form, day, when["scope"])
            except QuestionnaireBeginsInThePast as refusal:
                faults.append(_at("valid_from", str(REFUSALS[refusal.code])))
        preview = preview_of(form) if form and not faults else None
        return self._typing(occasion, typed, when, faults=faults, preview=preview)

    def _set(self, occasion: Occasion, form: Form | None, day: date, scope: str) -> HttpResponse:
        """The key names the day too: an answer says by which version it was given."""
        document = None
        if form is not None:
            base = form.key.partition("@")[0][:28]
            document = document_of(form) | {"key": f"{base}@{day.isoformat()}"}
        offered = [value for value, _label in scopes_of(self.actor, self.at)]
        chosen = scope if scope in offered else str(self.actor.agency_id)
        set_questionnaire(
            actor=self.actor,
            at=self.at,
            agency_id=None if chosen == COUNTRY else int(chosen),
            given=QuestionnaireInput(occasion=occasion, document=document, valid_from=day),
        )
        told = _("Đã đặt bộ câu hỏi, áp dụng từ %(day)s.") % {"day": short_day(day)}
        messages.success(self.request, told)
        return redirect("workspace:questionnaires")

    def _typing(
        self,
        occasion: Occasion,
        typed: Typed,
        when: Mapping[str, str],
        *,
        faults: list[dict[str, str]] | None = None,
        preview: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = {
            "occasion": OCCASIONS[occasion],
            "typed": typed,
            "when": when,
            "scopes": [
                {"value": value, "label": label, "chosen": value == when["scope"]}
                for value, label in scopes_of(self.actor, self.at)
            ],
            "levels": rows_to_type(typed, LEVELS),
            "questions": rows_to_type(typed, QUESTIONS),
            "reasons": rows_to_type(typed, REASONS),
            "feelings": feelings(),
            "criteria": sorted(CRITERIA),
            "faults": faults or [],
            "preview": preview,
            "action": reverse("workspace:new-questionnaire", args=[occasion]),
        }
        status = 422 if faults else 200
        return self.page("workspace/surveys/new_questionnaire.html", context, status=status)


def occasion_called(code: str) -> Occasion:
    """Refusals: NotFound."""
    if code not in list(Occasion):
        raise NotFound(kind="questionnaire")
    return Occasion(code)


def form_called(actor: Actor, at: datetime, source: str) -> Form:
    """Shipped by its key, or that of a period by its number. Refusals: NotFound."""
    if source in shipped_forms():
        return shipped_forms()[source]
    for one in questionnaires(actor, at):
        if str(one.id) == source and one.form is not None:
            return one.form
    raise NotFound(kind="questionnaire")


def day_typed(text: str) -> tuple[date | None, list[dict[str, str]]]:
    """The day, or what is wrong with it."""
    box = DayField(
        max_length=20, error_messages={"required": _("Chưa có ngày. Nhập ngày/tháng/năm.")}
    )
    try:
        return box.clean(text), []
    except forms.ValidationError as error:
        return None, [_at("valid_from", error.messages[0])]


def form_typed(typed: Typed) -> tuple[Form | None, list[dict[str, str]]]:
    """The questionnaire, or every fault with its box."""
    try:
        return read_form(document_from(typed)), []
    except ManyProblems as refusal:
        return None, [fault_told(one) for one in refusal.problems]


def _at(name: str, text: str) -> dict[str, str]:
    return {"text": text, "field_id": f"id_{name}"}


def feelings() -> list[tuple[str, str]]:
    return [
        (CONTENT, _("Hài lòng")),
        (NEITHER, _("Bình thường")),
        (BAD, _("Chưa hài lòng, phải theo dõi")),
    ]


def name_of(form: Form | None) -> str:
    """Its name in the language of the page."""
    return form.name.in_language(get_language() or "") if form else _("Không hỏi")


def preview_of(form: Form) -> dict[str, Any]:
    """The questions as they are asked, in both languages, and the share of each in the score."""
    language = get_language() or ""
    weights = sum(one.weight for one in form.questions)
    return {
        "questions": [
            {
                "name": f"preview-{one.key}",
                "legend": one.words.in_language(language),
                "group": one.group.in_language(language) if one.group else "",
                "choices": [
                    {"value": str(level.value), "label": level.words.in_language(language)}
                    for level in form.levels
                ],
            }
            for one in form.questions
        ],
        "reasons": [
            {"value": one.key, "label": one.words.in_language(language)} for one in form.reasons
        ],
        "shares": [
            {
                "vi": one.words.vi,
                "en": one.words.en,
                "weight": one.weight,
                "share": f"{100 * one.weight / weights:.1f}%".replace(".", ","),
                "criterion": one.criterion or _("chung"),
            }
            for one in form.questions
        ],
        "levels": [
            {"vi": one.words.vi, "en": one.words.en, "points": one.points}
            | {
                "feeling": dict(feelings())[
                    CONTENT if one.is_satisfied else BAD if one.is_bad else NEITHER
                ]
            }
            for one in form.levels
        ],
    }
