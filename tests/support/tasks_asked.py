"""Tasks that somebody asked for, for pages that show them."""

from __future__ import annotations

from datetime import datetime

from motcua.kernel.clock import local_day
from motcua.workflow.commands.asking import ask
from motcua.workflow.inputs import Question
from motcua.workflow.vocabulary import TaskKind
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.rules.day_table import date_of, day_number
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import officer


def a_task(code: str, *, by: str = "thuly1", at: datetime = PLAIN_MORNING) -> int:
    """A second look at a dossier, asked of anybody of the agency: everybody there may take it."""
    actor = officer(by, at)
    assert actor.agency_id is not None
    day = local_day(at)
    table = office_time(actor.agency_id, day).calendar.table
    question = Question(
        kind=TaskKind.REVIEW,
        text="Xem lại trước khi trình\nĐối chiếu bản chính.",
        agency_id=actor.agency_id,
        due_on=date_of(table.working_day_after(day_number(day), 2)),
    )
    return ask(actor=actor, at=at, code=code, question=question)
