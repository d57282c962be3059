"""Set what is asked, from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
from motcua.ledger.rules.chain import canonical
from motcua.surveys.events import QuestionnaireSet
from motcua.surveys.models import Questionnaire
from motcua.surveys.rules.forms import document_of, read_form
from motcua.surveys.vocabulary import Occasion

KIND = "questionnaire"


class QuestionnaireBeginsInThePast(Refusal):
    """Who was asked was asked: questions change from tomorrow on."""

    code = "questionnaire-begins-in-the-past"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireInput:
    """What is asked after an occasion; `document` as `rules.forms` reads it, None: nothing is asked."""

    occasion: Occasion
    document: Mapping[str, Any] | None
    valid_from: date


def set_questionnaire(
    *, actor: Actor, at: datetime, agency_id: int | None, given: QuestionnaireInput
) -> int:
    """Close the one in force on that day and open this one; what was planned later goes.

    From tomorrow at the earliest: today somebody may have been invited. Returns the row's id.
    Refusals: NotPermitted, QuestionnaireBeginsInThePast, ManyProblems of SurveyFormFaulty.
    """
    _demand_change(actor, at, agency_id)
    if given.valid_from <= local_day(at):
        raise QuestionnaireBeginsInThePast(field="valid_from", today=local_day(at))
    told = {} if given.document is None else document_of(read_form(given.document))
    named: dict[str, Any] = {"agency_id": agency_id, "occasion": str(given.occasion)}
    with recording(actor, at) as record:
        rows = Questionnaire.objects.filter(**named)
        rows.filter(valid_from__gte=given.valid_from).delete()
        rows.filter(in_force(given.valid_from)).update(valid_until=given.valid_from)
        row = Questionnaire.objects.create(
            **named,
            definition=canonical(told),
            valid_from=given.valid_from,
            set_at=at,
            set_by=actor.name,
        )
        event = QuestionnaireSet(**named, valid_from=given.valid_from, definition=told)
        about = agency_id or 0
        record.append(event, about=Subject(KIND, about, next_seq(KIND, about)))
    return row.pk


def _demand_change(actor: Actor, at: datetime, agency_id: int | None) -> None:
    day = local_day(at)
    if agency_id is not None:
        can(actor, Permission.SURVEY_CHANGE, agency_id, day).demand()
        return
    may(actor, Permission.SURVEY_CHANGE).demand()
    stands_above_all = actor.agency_id is not None and not ancestors(actor.agency_id, day)
    Verdict(allowed=actor.is_system or stands_above_all, reason="not-above-all").demand()
