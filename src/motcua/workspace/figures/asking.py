"""Of whom and of which days figures are asked for, as an address says it and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.agencies.queries import agency_called, agency_on
from motcua.agencies.rows import AgencyRow
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.reports.queries.rights import Reportable, places_reported
from motcua.reports.rules.periods import PeriodFaulty, period_of, period_with
from motcua.reports.vocabulary import PeriodKind, ReportAsked, ReportName, ReportPeriod
from motcua.reports.wording import REFUSALS
from motcua.workspace.numbers import whole_number
from motcua.workspace.till.forms import TypedDay

INDENT = "\u2003"
"""Before the name of an agency in a select, for each step below the top."""


class AskForm(forms.Form):
    """Whose figures, with or without what is below, and of which days."""

    agency = forms.ChoiceField(label=_("Cơ quan"), required=False)
    below = forms.BooleanField(label=_("Gồm cả cơ quan trực thuộc"), required=False)
    first = TypedDay(label=_("Từ ngày"), required=False, max_length=20)
    last = TypedDay(label=_("Đến hết ngày"), required=False, max_length=20)

    def __init__(self, data: Any, *, places: Reportable) -> None:
        super().__init__(data)
        least = min((row.depth for row in places.agencies), default=0)
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            (row.agency.slug, INDENT * (row.depth - least) + row.agency.name)
            for row in places.agencies
        ]
        if len(places.agencies) < 2:
            del self.fields["agency"], self.fields["below"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last:
            try:
                period_of(first, last)
            except PeriodFaulty:
                self.add_error("last", str(REFUSALS[PeriodFaulty.code]))
        elif (first or last) and not self.errors:
            name = "last" if first else "first"
            self.add_error(name, _t("Ghi cả ngày đầu và ngày cuối, hoặc chọn nhanh một kỳ."))
        return given


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a page of figures is about. `form` tells what was faulty; then the period is this month."""

    form: AskForm
    places: Reportable
    agency: AgencyRow
    below: bool
    period: ReportPeriod
    unit_id: int | None

    def asked(self, name: ReportName) -> ReportAsked:
        return ReportAsked(
            name=name,
            agency_id=self.agency.id,
            from_day=self.period.from_day,
            until_day=self.period.until_day,
            with_subordinates=self.below,
            unit_id=self.unit_id,
        )

    def query(self, period: ReportPeriod | None = None, **more: str) -> str:
        """The address query of the same; `wanted_of` gives the equal back."""
        chosen = period or self.period
        return urlencode(
            self.place_query()
            | {"first": chosen.from_day.isoformat(), "last": chosen.until_day.isoformat()}
            | more
        )

    def place_query(self) -> dict[str, str]:
        given = {
            "agency": self.agency.slug,
            "below": "on" if self.below else "",
            "unit": "" if self.unit_id is None else str(self.unit_id),
        }
        return {name: value for name, value in given.items() if value}


def wanted_of(actor: Actor, params: Mapping[str, str], at: datetime) -> Wanted:
    """What the address asks for: one's own agency and this month where it does not say.

    Refusals: NotPermitted, NotFound (an agency that there is not).
    """
    places = places_reported(actor, at=at)
    agency = _agency(actor, params.get("agency", ""), places, local_day(at))
    typed = {"first": "", "last": "", **{name: params.get(name, "") for name in params}}
    below = _below(params, places)
    form = AskForm({**typed, "agency": agency.slug, "below": "on" if below else ""}, places=places)
    given = form.cleaned_data if form.is_valid() else {}
    return Wanted(
        form=form,
        places=places,
        agency=agency,
        below=below,
        period=_period(given.get("first"), given.get("last"), local_day(at)),
        unit_id=whole_number(params.get("unit", "")),
    )


def _agency(actor: Actor, slug: str, places: Reportable, day: date) -> AgencyRow:
    if slug:
        found = agency_called(slug, day)
    elif actor.agency_id is not None:
        found = agency_on(actor.agency_id, day)
    else:
        found = places.agencies[0].agency if places.agencies else None
    if found is None:
        raise NotFound(kind="agency")
    return found


def _below(params: Mapping[str, str], places: Reportable) -> bool:
    """Whoever looks over many agencies begins with all of them."""
    if "agency" not in params:
        return len(places.agencies) > 1
    return params.get("below") == "on"


def _period(first: date | None, last: date | None, today: date) -> ReportPeriod:
    if first and last:
        return period_of(first, last)
    return period_with(PeriodKind.MONTH, today)
