"""`motcua due`: when a result is due and why, for one line of JSON (shared interfaces, "motcua due").

`{"id", "received", "limit": {"unit", "value"}, "calendar", "counting", "outside_hours", "cutoff",
"cutoff_applies_to", "pauses"}` -> `{"id", "due", "trace": [{"at", "what"}]}`. Times are local to the
minute. Left out: the default office, first_day_excluded, same_day, 15:00, same_day, no pauses;
`"cutoff": null` is no cut-off. A pause without `to` still lasts: then `due` is null.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from motcua.jobs.batch import due_reading as reading
from motcua.jobs.batch.due_wording import SENTENCES
from motcua.jobs.batch.fields import fraction
from motcua.jobs.batch.wording import say as say_of_batch
from motcua.kernel.refusal import Refusal
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.due import ClockRequest, due
from motcua.worktime.rules.limits import Limit
from motcua.worktime.rules.official_days import default_calendar
from motcua.worktime.vocabulary import (
    Counting,
    CutoffAppliesTo,
    OutsideHours,
    Pause,
    PausePolicy,
    Terms,
    Unit,
)
from motcua.worktime.wording import word, word_refusal

Line = dict[str, Any]
CALENDARS_KEPT: Final = 64
FIELDS: Final = {
    "limit": "limit.value",
    "calendar": "calendar.week",
    "received": "received",
    "pauses": "pauses",
}


def answer(line: Line) -> Line:
    """The date and its reasons, or `{"id", "error"}` with a sentence that names the field."""
    line_id = line.get("id")
    try:
        promise = due(clock_request(line))
    except Refusal as refusal:
        return {"id": line_id, "error": say(refusal)}
    return {
        "id": line_id,
        "due": _minute_text(promise.due_at) if promise.due_at else None,
        "trace": [{"at": _minute_text(each.at), "what": word(each)} for each in promise.trace],
    }


def clock_request(line: Line) -> ClockRequest:
    """The line as the calculator takes it. Refusals: DueFieldWrong, FieldNotNumber, those of rules."""
    limit = _limit(reading.part(line, "limit"))
    return ClockRequest(
        received_at=reading.moment(line.get("received"), "received"),
        unit=limit.unit,
        value=limit.value,
        calendar=_calendar(line.get("calendar")),
        terms=_terms(line),
        pauses=tuple(
            _pause(given, position)
            for position, given in enumerate(reading.items(line.get("pauses"), "pauses"), start=1)
        ),
    )


def say(refusal: Refusal) -> str:
    """The sentence for `error`, in Vietnamese, with the field in it."""
    if isinstance(refusal, reading.DueFieldWrong):
        return SENTENCES[f"{refusal.code}/{refusal.params['why']}"] % refusal.params
    sentence = word_refusal(refusal)
    if sentence is None:
        return say_of_batch(refusal)
    return f"Trường “{FIELDS.get(refusal.field or '', refusal.field)}”: {sentence}"


def _limit(given: Line) -> Limit:
    unit = reading.choice(given.get("unit"), "limit.unit", Unit)
    if unit is Unit.SAME_DAY:
        return Limit(unit)
    return Limit(unit, fraction({"limit.value": given.get("value")}, "limit.value"))


def _calendar(given: Any) -> WorkCalendar:
    if given is None:
        return default_calendar()
    office = reading.part({"calendar": given}, "calendar")
    return _calendar_of(json.dumps(office))


@lru_cache(maxsize=CALENDARS_KEPT)
def _calendar_of(text: str) -> WorkCalendar:
    """Lines of one office share its calendar and its table of days."""
    return reading.calendar(json.loads(text))


def _terms(line: Line) -> Terms:
    cutoff = line.get("cutoff", "15:00")
    return Terms(
        counting=reading.choice(
            line.get("counting"), "counting", Counting, Counting.FIRST_DAY_EXCLUDED
        ),
        outside_hours=reading.choice(
            line.get("outside_hours"), "outside_hours", OutsideHours, OutsideHours.SAME_DAY
        ),
        cutoff_minute=None if cutoff is None else reading.clock_minute(cutoff, "cutoff"),
        cutoff_applies_to=reading.choice(
            line.get("cutoff_applies_to"),
            "cutoff_applies_to",
            CutoffAppliesTo,
            CutoffAppliesTo.SAME_DAY,
        ),
    )


def _pause(given: Any, position: int) -> Pause:
    name = f"pauses[{position}]"
    fields = reading.part({name: given}, name)
    to_text = fields.get("to")
    return Pause(
        from_at=reading.moment(fields.get("from"), f"{name}.from"),
        to_at=None if to_text is None else reading.moment(to_text, f"{name}.to"),
        policy=reading.choice(
            fields.get("policy"), f"{name}.policy", PausePolicy, PausePolicy.PAUSE
        ),
    )


def _minute_text(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M}"
