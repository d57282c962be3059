"""The words in force on a form at an agency, and how they came to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from django.db.models import Q

from motcua.accounts.policies import agencies_in_scope, can
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import ancestors
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.caching import kept_by_revision
from motcua.papers.form_sets import FormVersion, companions, form_called, form_for, form_sets
from motcua.papers.models import FormWording
from motcua.papers.rules.words import UNCHANGED, Changes
from motcua.papers.vocabulary import PaperKind

HISTORY_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """A form as it stands at an agency. `set_by_agency_id` None with `is_changed`: set everywhere."""

    key: str
    form_no: str
    title: str
    kind: PaperKind
    set_code: str
    source: str
    is_changed: bool
    set_by_agency_id: int | None = None
    valid_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingRow:
    """One period of a form's wording, as one agency (None = everywhere) set it."""

    id: int
    agency_id: int | None
    valid_from: date
    valid_until: date | None
    words: Mapping[str, str | bool | int]
    set_at: datetime
    set_by: str


@kept_by_revision
def form_words(agency_id: int, on: date, form_key: str) -> Changes:
    """What is changed on the form for a paper dated `on`: by the agency, or the nearest above it.

    To be given to `rendering.render(…, words=…)`. One query; index: form_wording_by_form.
    """
    found = _in_force(agency_id, on).get(form_key)
    return MappingProxyType(dict(found.words)) if found else UNCHANGED


def words_for(kind: PaperKind, agency_id: int, on: date) -> Changes:
    """`form_words` of the form that a paper of this kind has on that day.

    Refusals: NoFormSetInForce, PaperNotInFormSet.
    """
    return form_words(agency_id, on, form_for(kind, on).key)


def forms_at(actor: Actor, at: datetime, agency_id: int) -> tuple[FormRow, ...]:
    """Every form there is, today's set first, with what the agency prints today. Two queries.

    Refusals: NotPermitted, when the agency is not the actor's own or below it.
    """
    day = local_day(at)
    can(actor, Permission.PAPER_FORM_VIEW, agency_id, day).demand()
    changed = _in_force(agency_id, day)
    sets = (*reversed(form_sets()), companions())
    return tuple(
        _form_row(form, form_set.source, changed.get(form.key))
        for form_set in sets
        for form in form_set.forms.values()
    )


def wordings_seen(actor: Actor, at: datetime, form_key: str) -> tuple[WordingRow, ...]:
    """The periods of a form at the actor's agency, above and below it, newest first, HISTORY_MAX at most.

    One query besides the tree; index: form_wording_by_form.
    """
    may(actor, Permission.PAPER_FORM_VIEW).demand()
    form, day = form_called(form_key), local_day(at)
    seen = set(agencies_in_scope(actor, Permission.PAPER_FORM_VIEW, day))
    if actor.agency_id is not None:
        seen.update(ancestors(actor.agency_id, day))
    rows = FormWording.objects.filter(Q(agency=None) | Q(agency__in=seen), form_key=form.key)
    newest = rows.order_by("-valid_from", "-id")[:HISTORY_MAX]
    return tuple(_wording_row(row) for row in newest)


def _in_force(agency_id: int, day: date) -> dict[str, FormWording]:
    """By form, the wording of the nearest agency that set one."""
    line: list[int | None] = [agency_id, *ancestors(agency_id, day), None]
    own = Q(agency=None) | Q(agency__in=[one for one in line if one is not None])
    rows = FormWording.objects.filter(in_force(day)).filter(own)
    farthest_first = sorted(rows, key=lambda row: line.index(row.agency_id), reverse=True)
    return {row.form_key: row for row in farthest_first}


def _form_row(form: FormVersion, source: str, wording: FormWording | None) -> FormRow:
    changed = wording is not None and bool(wording.words)
    return FormRow(
        key=form.key,
        form_no=form.form_no,
        title=form.title,
        kind=form.kind,
        set_code=form.form_set,
        source=source,
        is_changed=changed,
        set_by_agency_id=wording.agency_id if wording else None,
        valid_from=wording.valid_from if wording else None,
    )


def _wording_row(row: FormWording) -> WordingRow:
    return WordingRow(
        id=row.pk,
        agency_id=row.agency_id,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        words=MappingProxyType(dict(row.words)),
        set_at=row.set_at,
        set_by=row.set_by,
    )
