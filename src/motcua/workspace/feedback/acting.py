"""One page for every act on feedback: what it needs, done or told why not; nothing typed is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.queries.colleagues import Colleague, colleagues_of
from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import units_of
from motcua.agencies.rows import UnitRow
from motcua.feedback.commands.act import PetitionOvertaken, act_on_petition
from motcua.feedback.queries.detail import PetitionDetail, others_with_desk, petition_detail
from motcua.feedback.queries.handlers import handlers_of
from motcua.feedback.refusal_words import sentence
from motcua.feedback.rules.acting import NEEDS_TEXT
from motcua.feedback.rules.revealing import StillReveals
from motcua.feedback.vocabulary import Act, ActIn, Kind, RefusalReason
from motcua.feedback.wording import ACTS, DONE, KINDS, REASONS, WHO_READS
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.feedback.petition import slug_of
from motcua.workspace.feedback.showing import detail_shown
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

ACT_OF = {slug_of(act): act for act in ACTS}
TEXT_ALSO = frozenset({Act.ROUTE, Act.ANSWER})
"""Acts that may say something."""
UNIT, HOLDING = "u", "h"


@dataclass
class Sheet:
    """The form of one act: what is typed, or what stands there before."""

    act: Act
    found: PetitionDetail
    typed: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)
    reveals: bool = False

    @classmethod
    def fresh(cls, act: Act, found: PetitionDetail) -> Sheet:
        known = {
            "text": found.proposal if act in (Act.PROPOSE, Act.ANSWER) else "",
            "kind": str(found.row.kind),
            "published_title": found.published_title or found.row.title,
            "published_text": found.published_text or found.content,
            "published_answer": found.published_answer or found.answer,
            "version": str(found.version),
        }
        return cls(act, found, known)

    def given(self) -> ActIn:
        """What the command takes."""
        kinds = {str(one): one for one in Kind}
        to = self.typed.get("to", "")
        return ActIn(
            text=self.typed.get("text", "").strip(),
            reason=self.typed.get("reason", ""),
            kind=kinds.get(self.typed.get("kind", "")),
            unit_id=_id(to, UNIT),
            holding_id=_id(to, HOLDING),
            about_unit_id=_id(self.typed.get("about", ""), UNIT),
            about_holding_id=_id(self.typed.get("about", ""), HOLDING),
            agency_id=whole_number(self.typed.get("agency", "")),
            body=" ".join(self.typed.get("body", "").split()),
            published_title=" ".join(self.typed.get("published_title", "").split()),
            published_text=self.typed.get("published_text", "").strip(),
            published_answer=self.typed.get("published_answer", "").strip(),
            reveals_confirmed=self.typed.get("reveals_confirmed") == "on",
            version=whole_number(self.typed.get("version", "")),
        )


def _id(text: str, prefix: str) -> int | None:
    return whole_number(text[1:]) if text.startswith(prefix) else None


class ActOnPetition(StaffView):
    """GET: the form. POST `do=apply`: do it, then back to the entry."""

    permission = Permission.FEEDBACK_VIEW

    def get(self, request: HttpRequest, petition_code: str, petition_act: str) -> HttpResponse:
        sheet = self._sheet(petition_code, petition_act)
        self.note("petition.read", subject_kind="petition", subject_id=sheet.found.row.id)
        if sheet.act not in sheet.found.acts:
            messages.warning(request, _why_not(sheet))
            return redirect("workspace:petition", petition_code)
        return self._show(sheet)

    def post(self, request: HttpRequest, petition_code: str, petition_act: str) -> HttpResponse:
        sheet = self._sheet(petition_code, petition_act)
        if request.POST.get("do") != "apply":
            return self.get(request, petition_code, petition_act)
        sheet.typed = {name: str(request.POST.get(name, "")) for name in request.POST}
        try:
            code = act_on_petition(
                actor=self.actor,
                at=self.at,
                petition_id=sheet.found.row.id,
                act=sheet.act,
                given=sheet.given(),
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            return self._refused(sheet, refusal)
        messages.success(request, f"{DONE[sheet.act]}.")
        if self._sees(code):
            return redirect("workspace:petition", code)
        return redirect("workspace:feedback")

    def _sees(self, code: str) -> bool:
        """Whoever was named, or handed it on, does not see it any more."""
        try:
            petition_detail(self.actor, code, self.at)
        except NotFound:
            return False
        return True

    def _refused(self, sheet: Sheet, refusal: Refusal) -> HttpResponse:
        for one in refusal.reasons:
            sheet.errors[one.field or "text"] = sentence(one)
        sheet.reveals = isinstance(refusal, StillReveals)
        if isinstance(refusal, PetitionOvertaken):
            sheet.typed["version"] = str(sheet.found.version)
        return self._show(sheet, status=422)

    def _sheet(self, code: str, slug: str) -> Sheet:
        act = ACT_OF.get(slug)
        if act is None:
            raise Http404(slug)
        return Sheet.fresh(act, petition_detail(self.actor, code, self.at))

    def _show(self, sheet: Sheet, status: int = 200) -> HttpResponse:
        act, typed = sheet.act, sheet.typed
        context: dict[str, Any] = {
            "shown": detail_shown(sheet.found, self.at),
            "title": ACTS[act],
            "act": str(act),
            "typed": typed,
            "errors": sheet.errors,
            "summary": [
                {"text": text, "field_id": f"id_{name}" if name != "reason" else "reason"}
                for name, text in sheet.errors.items()
            ],
            "has_text": act in NEEDS_TEXT or act in TEXT_ALSO,
            "text_optional": act in TEXT_ALSO,
            "who_reads": WHO_READS.get(act, ""),
            "reveals": sheet.reveals or typed.get("reveals_confirmed") == "on",
            "kinds": _choices(((str(one), KINDS[one]) for one in Kind), typed.get("kind", "")),
            "reasons": [
                {"value": str(one), "label": REASONS[one], "chosen": typed.get("reason") == one}
                for one in RefusalReason
            ],
            **self._people(sheet),
        }
        return self.page("workspace/feedback/act.html", context, status=status)

    def _people(self, sheet: Sheet) -> dict[str, Any]:
        """Units and officers to choose from; to handle it only those who could answer, and never whoever
        it is about."""
        found, day = sheet.found, local_day(self.at)
        agency_id = found.row.agency_id
        units, people = _named(units_of(agency_id, day), colleagues_of(agency_id, day))
        can = handlers_of(agency_id, day, but_for=found.about_holding_id)
        concerned = f"{UNIT}{found.about_unit_id}"
        to = [
            one for pairs in _named(can.units, can.people) for one in pairs if one[0] != concerned
        ]
        others = [(str(one.id), one.name) for one in others_with_desk(agency_id, day)]
        return {
            "has_nobody": not to,
            "to": _choices([("", _("Chọn phòng hoặc người")), *to], sheet.typed.get("to", "")),
            "about": _choices(
                [("", _("Không nêu hoặc chưa rõ")), *units, *people], sheet.typed.get("about", "")
            ),
            "agencies": _choices([("", _("Chọn cơ quan")), *others], sheet.typed.get("agency", "")),
        }


def _why_not(sheet: Sheet) -> str:
    """Why the act is not offered to whoever asks for its page all the same."""
    if sheet.act is Act.PUBLISH and sheet.found.publishing is not None:
        return sentence(sheet.found.publishing.problem)
    return _("Việc này không làm được ở bước hiện tại.")


def _named(
    units: tuple[UnitRow, ...], people: tuple[Colleague, ...]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Both as a choice has them: value and words."""
    return (
        [(f"{UNIT}{one.id}", one.name) for one in units],
        [(f"{HOLDING}{one.holding_id}", f"{one.name} – {one.title}") for one in people],
    )


def _choices(pairs: Any, chosen: str) -> list[dict[str, Any]]:
    return [{"value": value, "label": label, "chosen": value == chosen} for value, label in pairs]
