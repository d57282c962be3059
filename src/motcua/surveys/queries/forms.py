"""Which questionnaire holds: what the nearest agency set, what was set for all, or what was shipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import orjson
from django.db.models import Q

from motcua.accounts.policies import agencies_in_scope
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import ancestors
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.caching import kept_by_revision
from motcua.surveys.models import Questionnaire
from motcua.surveys.rules.forms import read_form
from motcua.surveys.shipped import shipped_form, shipped_forms
from motcua.surveys.vocabulary import Form, Occasion, Words

HISTORY_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireRow:
    """One period of what is asked (`form` None: nothing), as one agency (None = everywhere) set it."""

    id: int
    agency_id: int | None
    occasion: Occasion
    form: Form | None
    valid_from: date
    valid_until: date | None
    set_at: datetime
    set_by: str


@kept_by_revision
def form_in_force(agency_id: int, occasion: Occasion, day: date) -> Form | None:
    """What is asked there after that on that day; None: nothing. One query besides the tree."""
    line: list[int | None] = [agency_id, *ancestors(agency_id, day), None]
    own = Q(agency=None) | Q(agency__in=[one for one in line if one is not None])
    rows = Questionnaire.objects.filter(in_force(day), own, occasion=occasion)
    nearest = min(rows, key=lambda row: line.index(row.agency_id), default=None)
    if nearest is not None:
        return _form(nearest)
    return shipped_form(occasion, day)


@kept_by_revision
def reasons_ever(agency_id: int, day: date) -> Mapping[str, Words]:
    """Every reason that could be ticked there until that day, in its latest words: an answer keeps only keys. One
    query besides the tree."""
    line = [agency_id, *ancestors(agency_id, day)]
    rows = Questionnaire.objects.filter(Q(agency=None) | Q(agency__in=line), valid_from__lte=day)
    set_here = (_form(row) for row in rows.order_by("valid_from", "id"))
    forms = [*shipped_forms().values(), *(form for form in set_here if form is not None)]
    return {one.key: one.words for form in forms for one in form.reasons}


def questionnaires(actor: Actor, at: datetime) -> tuple[QuestionnaireRow, ...]:
    """All periods at the actor's agency, above and below it, newest first, HISTORY_MAX at most. One
    query besides the tree. Refusals: NotPermitted."""
    may(actor, Permission.SURVEY_CHANGE).demand()
    day = local_day(at)
    seen = set(agencies_in_scope(actor, Permission.SURVEY_CHANGE, day))
    if actor.agency_id is not None:
        seen.update(ancestors(actor.agency_id, day))
    rows = Questionnaire.objects.filter(Q(agency=None) | Q(agency__in=seen))
    return tuple(_row(row) for row in rows.order_by("-valid_from", "-id")[:HISTORY_MAX])


def _row(row: Questionnaire) -> QuestionnaireRow:
    return QuestionnaireRow(
        id=row.pk,
        agency_id=row.agency_id,
        occasion=Occasion(row.occasion),
        form=_form(row),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        set_at=row.set_at,
        set_by=row.set_by,
    )


def _form(row: Questionnaire) -> Form | None:
    told = orjson.loads(row.definition)
    return read_form(told) if told else None
