"""From hand to hand: to whom, what for, which papers; and the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.agencies.queries import todays_tree, units_of
from motcua.dossiers import inputs
from motcua.dossiers.rules.custody import holder_of
from motcua.dossiers.wording import REFUSALS
from motcua.kernel.clock import local_day
from motcua.workspace.acts.forms.act_form import CHOICE_WORDS, ActForm, long_text
from motcua.workspace.acts.limits import LimitField
from motcua.workspace.acts.task_time import task_end, too_late_words
from motcua.workspace.reception.forms import LIMIT_UNITS
from motcua.workspace.reception.reading import typed_limit
from motcua.worktime.vocabulary import Unit

Choices = list[tuple[str, str]]
PLACE_MISSING = _("Chưa chọn nơi nhận. Chọn cơ quan hoặc đơn vị sẽ nhận hồ sơ.")


class OfferForm(ActForm):
    """Everything is on the list unless somebody unticks it."""

    template = "workspace/acts/offer.html"
    looks = _("Xem trước hạn giao")
    place = forms.ChoiceField(
        label=_("Giao cho"),
        error_messages={"required": PLACE_MISSING, "invalid_choice": CHOICE_WORDS},
    )
    task = long_text(
        _("Việc cần làm"), hint=_("Nơi nhận làm gì, trả lại cái gì. In trên phiếu chuyển."), rows=3
    )
    limit_value = LimitField(
        label=_("Làm trong"),
        required=False,
        help_text=_("Tính từ lúc nơi nhận nhận hồ sơ. Để trống nếu không giao hạn riêng."),
    )
    limit_unit = forms.ChoiceField(
        label=_("Tính theo"),
        choices=[(str(unit), word) for unit, word in LIMIT_UNITS.items()],
        initial=Unit.WORKING_DAYS,
        required=False,
    )
    papers = forms.MultipleChoiceField(
        label=_("Giấy tờ giao kèm"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": CHOICE_WORDS},
    )
    digests = forms.MultipleChoiceField(
        label=_("Tệp giao kèm"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": CHOICE_WORDS},
    )

    def first_values(self) -> dict[str, Any]:
        return {
            "place": self._home,
            "papers": [value for value, _name in self._papers],
            "digests": [value for value, _name in self._files],
        }

    def settle(self) -> None:
        self.fields["task"].error_messages["required"] = REFUSALS["task-missing"]
        self.fields["place"].choices = self._places()  # type: ignore[attr-defined]
        for name, choices in (("papers", self._papers), ("digests", self._files)):
            if choices:
                self.fields[name].choices = choices  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    @property
    def _home(self) -> str:
        """What another agency has in hand goes back, unless somebody chooses otherwise."""
        detail = self.standing.detail
        return f"agency-{detail.competent_agency_id}" if detail.held_agency_id else ""

    @property
    def _papers(self) -> Choices:
        papers = enumerate(self.standing.detail.papers)
        return [(str(place), paper.name) for place, paper in papers]

    @property
    def _files(self) -> Choices:
        files = self.standing.detail.files
        return [(file["digest"], file["name"]) for file in files if not file.get("is_removed")]

    def _places(self) -> list[Any]:
        """The agency that settles it first when it is away, then own units, then the others."""
        holder, day = holder_of(self.standing.facts), local_day(self.standing.at)
        home = self.standing.detail.competent_agency
        units = [
            (f"unit-{unit.id}", unit.name)
            for unit in units_of(holder.agency_id, day)
            if unit.id != holder.unit_id
        ]
        others = [
            (f"agency-{row.agency.id}", row.agency.name)
            for row in todays_tree(day)
            if row.agency.id not in (holder.agency_id, home.id)
        ]
        back = [(f"agency-{home.id}", home.name)] if holder.agency_id != home.id else []
        groups = [
            ("", [("", _t("– Chọn nơi nhận –"))]),
            (_t("Trả về cơ quan giải quyết"), back),
            (_t("Đơn vị trong cơ quan"), units),
            (_t("Cơ quan khác"), others),
        ]
        return [(words, choices) for words, choices in groups if choices]

    def to_input(self) -> inputs.Offer:
        given = self.cleaned_data
        kind, _dash, number = given["place"].partition("-")
        return inputs.Offer(
            agency_id=int(number) if kind == "agency" else None,
            unit_id=int(number) if kind == "unit" else None,
            task=given["task"],
            papers=tuple(int(place) for place in given.get("papers", ())),
            digests=tuple(given.get("digests", ())),
            limit=typed_limit(given),
        )

    def warnings_after(self) -> list[str]:
        until = task_end(self.standing, self.to_input())
        return [] if until is None else too_late_words(self.standing, until)


class AcceptOfferForm(ActForm):
    """What is handed over stands above; one tick says that it is all there."""

    template = "workspace/acts/accept_offer.html"
    received_all = forms.BooleanField(
        label=_("Đã nhận đủ giấy tờ trong danh sách"),
        required=False,
        help_text=_("Thiếu giấy nào thì không nhận: từ chối và ghi rõ thiếu gì."),
    )

    def settle(self) -> None:
        if not self.papers:
            del self.fields["received_all"]

    @property
    def offer(self) -> dict[str, Any]:
        return self.standing.detail.open_offer or {}

    @property
    def papers(self) -> list[str]:
        """The papers of the list by name."""
        papers = self.standing.detail.papers
        return [papers[place].name for place in self.offer.get("papers", ())]

    @property
    def listed_files(self) -> list[str]:
        """The files of the list by name."""
        wanted = set(self.offer.get("digests", ()))
        return [file["name"] for file in self.standing.detail.files if file["digest"] in wanted]

    def to_input(self) -> inputs.AcceptOffer:
        return inputs.AcceptOffer(received_all=self.cleaned_data.get("received_all", False))


class RedirectForm(ActForm):
    """Another competent agency."""

    agency_id = forms.ChoiceField(
        label=_("Chuyển đến"),
        error_messages={"required": PLACE_MISSING, "invalid_choice": CHOICE_WORDS},
    )
    reason = long_text(_("Lý do"), rows=2)

    def settle(self) -> None:
        detail = self.standing.detail
        here = None if detail.is_turned_back else detail.competent_agency_id
        places = [
            (str(row.agency.id), row.agency.name)
            for row in todays_tree(local_day(self.standing.at))
            if row.agency.id != here
        ]
        self.fields["agency_id"].choices = [("", _t("– Chọn nơi nhận –")), *places]  # type: ignore[attr-defined]

    def to_input(self) -> inputs.Redirect:
        given = self.cleaned_data
        return inputs.Redirect(agency_id=int(given["agency_id"]), reason=given["reason"])
