"""`motcua due`: when a result is due and why, for one line of JSON (shared interfaces, "motcua due").

`{"id", "received", "limit": {"unit", "value"}, "calendar", "counting", "outside_hours", "cutoff",
"cutoff_applies_to", "pauses"}` -> `{"id", "due", "trace": [{"at", "what"}]}`. Times are local to the
minute. Left out: the default office, first_day_excluded, same_day, 15:00, same_day, no pauses;
`"cutoff": null` is no cut-off. A pause without `to` still lasts: then `due` is null. A key that is not
listed here is refused by name: a slip of the pen must not give another date.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any, Final

import orjson

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
    TraceCode,
    TraceLine,
    Unit,
)
from motcua.worktime.wording import SENTENCES as TRACE_SENTENCES
from motcua.worktime.wording import word, word_refusal

Line = dict[str, Any]
ANSWERS_KEPT: Final = 8_192
CALENDARS_KEPT: Final = 64
PARTS_KEPT: Final = 2_048
WORDS_KEPT: Final = 16_384
KEPT_LETTERS_MAX: Final = 1_024
LINE_KEYS: Final = frozenset(
    {
        "id",
        "received",
        "limit",
        "calendar",
        "counting",
        "outside_hours",
        "cutoff",
        "cutoff_applies_to",
        "pauses",
    }
)
LIMIT_KEYS: Final = frozenset({"unit", "value"})
PAUSE_KEYS: Final = frozenset({"from", "to", "policy"})
TERM_KEYS: Final = ("counting", "outside_hours", "cutoff", "cutoff_applies_to")
FIELDS: Final = {
    "limit": "limit.value",
    "calendar": "calendar.week",
    "received": "received",
    "pauses": "pauses",
}
TOLD_WITH_INSTANT: Final = frozenset(
    key.partition("/")[0] for key, sentence in TRACE_SENTENCES.items() if "%(at)s" in sentence
)
"""Codes of trace lines whose words name the instant; the words of the others follow from params."""


def answer(line: Line) -> Line:
    """The date and its reasons, or `{"id", "error"}` with a sentence that names the field.

    What follows from equal content is worked out once: answers are kept by the bytes of the line
    without its id, the newest ANSWERS_KEPT of them, and none of a line longer than KEPT_LETTERS_MAX.
    """
    content = orjson.dumps({**line, "id": None}).decode()
    told = _kept_answer if len(content) <= KEPT_LETTERS_MAX else worked_out
    return {"id": line.get("id"), **told(content)}


def worked_out(content: str) -> Line:
    """`due` and `trace` (already JSON), or `error`, of one line. The answer itself is not kept."""
    try:
        promise = due(clock_request(orjson.loads(content)))
    except Refusal as refusal:
        return {"error": say(refusal)}
    trace = [{"at": _minute_text(each.at), "what": _words(each)} for each in promise.trace]
    return {
        "due": _minute_text(promise.due_at) if promise.due_at else None,
        "trace": orjson.Fragment(bytes(memoryview(orjson.dumps(trace)))),
    }


_kept_answer = lru_cache(maxsize=ANSWERS_KEPT)(worked_out)


def clock_request(line: Line) -> ClockRequest:
    """The line as the calculator takes it. Refusals: DueFieldWrong, FieldNotNumber, those of rules."""
    reading.known_only(line, LINE_KEYS)
    limit = _limit_of(orjson.dumps(reading.part(line, "limit")).decode())
    return ClockRequest(
        received_at=reading.moment(line.get("received"), "received"),
        unit=limit.unit,
        value=limit.value.numerator if limit.value.denominator == 1 else limit.value,
        calendar=_calendar(line.get("calendar")),
        terms=_terms_of(
            orjson.dumps({key: line[key] for key in TERM_KEYS if key in line}).decode()
        ),
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


def _calendar(given: Any) -> WorkCalendar:
    if given is None:
        return default_calendar()
    content = orjson.dumps(reading.part({"calendar": given}, "calendar")).decode()
    return _calendar_of(content)


@lru_cache(maxsize=CALENDARS_KEPT)
def _calendar_of(content: str) -> WorkCalendar:
    """Lines of one office share its calendar and its table of days."""
    return reading.calendar(orjson.loads(content))


@lru_cache(maxsize=PARTS_KEPT)
def _limit_of(content: str) -> Limit:
    given = orjson.loads(content)
    reading.known_only(given, LIMIT_KEYS, "limit")
    unit = reading.choice(given.get("unit"), "limit.unit", Unit)
    if unit is Unit.SAME_DAY:
        return Limit(unit)
    return Limit(unit, fraction({"limit.value": given.get("value")}, "limit.value"))


@lru_cache(maxsize=PARTS_KEPT)
def _terms_of(content: str) -> Terms:
    given = orjson.loads(content)
    cutoff = given.get("cutoff", "15:00")
    return Terms(
        counting=reading.choice(
            given.get("counting"), "counting", Counting, Counting.FIRST_DAY_EXCLUDED
        ),
        outside_hours=reading.choice(
            given.get("outside_hours"), "outside_hours", OutsideHours, OutsideHours.SAME_DAY
        ),
        cutoff_minute=None if cutoff is None else reading.clock_minute(cutoff, "cutoff"),
        cutoff_applies_to=reading.choice(
            given.get("cutoff_applies_to"),
            "cutoff_applies_to",
            CutoffAppliesTo,
            CutoffAppliesTo.SAME_DAY,
        ),
    )


def _pause(given: Any, position: int) -> Pause:
    name = f"pauses[{position}]"
    fields = reading.part({name: given}, name)
    reading.known_only(fields, PAUSE_KEYS, name)
    to_text = fields.get("to")
    return Pause(
        from_at=reading.moment(fields.get("from"), f"{name}.from"),
        to_at=None if to_text is None else reading.moment(to_text, f"{name}.to"),
        policy=reading.choice(
            fields.get("policy"), f"{name}.policy", PausePolicy, PausePolicy.PAUSE
        ),
    )


def _words(line: TraceLine) -> str:
    """The sentence of a line, kept by what it is made of."""
    if not line.params:
        return word(line)
    at = _minute_text(line.at) if line.code in TOLD_WITH_INSTANT else ""
    key = (line.code, at, orjson.dumps(line.params).decode())
    words = _kept_words.get(key)
    if words is None:
        words = word(line)
        if len(_kept_words) >= WORDS_KEPT:
            del _kept_words[next(iter(_kept_words))]
        _kept_words[key] = words
    return words


_kept_words: dict[tuple[TraceCode, str, str], str] = {}


def _minute_text(at: datetime) -> str:
    return f"{at.year:04d}-{at.month:02d}-{at.day:02d}T{at.hour:02d}:{at.minute:02d}"
