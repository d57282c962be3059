"""Change the words of a form for an agency and all below it, from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from motcua.accounts.policies import can
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import ancestors
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import Verdict
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording
from motcua.papers.events import FormWordingSet
from motcua.papers.form_sets import form_called
from motcua.papers.models import FormWording
from motcua.papers.rules.words import decide_changes


class WordingBeginsInThePast(Refusal):
    """A paper already given out must print again as it was: words change from today on."""

    code = "wording-begins-in-the-past"


def demand_form_change(actor: Actor, at: datetime, agency_id: int | None) -> None:
    """May the actor change forms there? Everywhere (None) only who stands above all.

    Refusals: NotPermitted.
    """
    day = local_day(at)
    if agency_id is not None:
        can(actor, Permission.PAPER_FORM_CHANGE, agency_id, day).demand()
        return
    may(actor, Permission.PAPER_FORM_CHANGE).demand()
    stands_above_all = actor.agency_id is not None and not ancestors(actor.agency_id, day)
    Verdict(allowed=actor.is_system or stands_above_all, reason="not-above-all").demand()


def set_form_wording(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int | None,
    form_key: str,
    valid_from: date,
    words: Mapping[str, Any],
) -> int:
    """Close the wording in force on that day and open a new one; what was planned later goes.

    `words` are whole: what they do not name is as the sheet of the form has it. Returns the row's id.
    Refusals: NotPermitted, FormUnknown, WordingBeginsInThePast, FormWordsRefused.
    """
    demand_form_change(actor, at, agency_id)
    form = form_called(form_key)
    if valid_from < local_day(at):
        raise WordingBeginsInThePast(field="valid_from", earliest=local_day(at))
    changes = decide_changes(form.sheet, words)
    with recording(actor, at) as record:
        rows = FormWording.objects.filter(agency=agency_id, form_key=form.key)
        rows.filter(valid_from__gte=valid_from).delete()
        rows.filter(in_force(valid_from)).update(valid_until=valid_from)
        row = FormWording.objects.create(
            agency_id=agency_id,
            form_key=form.key,
            valid_from=valid_from,
            words=changes,
            set_at=at,
            set_by=actor.name,
        )
        event = FormWordingSet(
            agency_id=agency_id,
            form_key=form.key,
            form_title=form.title,
            valid_from=valid_from,
            words=changes,
        )
        about = agency_id or 0
        record.append(event, about=Subject("paper-form", about, next_seq("paper-form", about)))
    return row.pk
