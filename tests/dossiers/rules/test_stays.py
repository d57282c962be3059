"""What reports count: days counted one by one against the sums of what each stay adds."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.rules.stays import (
    COLUMN_OF_END,
    COUNTED_STAGES,
    Cell,
    Countable,
    Stay,
    changes,
    contributions,
    follow,
)
from motcua.dossiers.vocabulary import Began, Ended, Stage
from motcua.kernel.clock import ZONE
from motcua.procedures.vocabulary import Channel

FIRST = date(2026, 1, 20)
DAY = timedelta(days=1)
ENDS = [Ended.EARLY, Ended.ON_TIME, Ended.OVERDUE]


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=ZONE)


def _seen(stage: Stage = Stage.RECEIVED, **more: object) -> Countable:
    given: dict[str, object] = {
        "stage": stage,
        "agency_id": 1,
        "unit_id": 7,
        "handler_id": None,
        "due_at": None,
        "ended_as": None,
    }
    return Countable(**given | more)  # type: ignore[arg-type]


def _lived(*steps: tuple[int, Countable]) -> tuple[Stay, ...]:
    """The stays after facts on the so-manieth days."""
    kept: tuple[Stay, ...] = ()
    for days, seen in steps:
        last = kept[-1] if kept else None
        followed = follow(last, seen, FIRST + days * DAY, procedure_id=3, channel=Channel.DESK)
        kept = (*kept[:-1], *followed)
    return kept


stages = st.sampled_from([*COUNTED_STAGES, Stage.SETTLED, Stage.RETURNED, Stage.WITHDRAWN])
steps = st.lists(
    st.tuples(
        st.integers(0, 12),
        stages,
        st.integers(1, 2),
        st.one_of(st.none(), st.integers(1, 2)),
        st.one_of(st.none(), st.integers(-5, 40)),
        st.sampled_from(ENDS),
    ),
    max_size=8,
)


def _history(
    drawn: list[tuple[int, Stage, int, int | None, int | None, Ended]],
) -> list[tuple[int, Countable]]:
    """Days after the first, in order; the office acts on the day, so they only go on."""
    history, day = [(0, _seen(due_at=_noon(FIRST + 5 * DAY)))], 0
    for later, stage, agency_id, unit_id, due, end in drawn:
        day += later
        seen = _seen(
            stage,
            agency_id=agency_id,
            unit_id=unit_id,
            due_at=_noon(FIRST + due * DAY) if due is not None else None,
            ended_as=None if stage in COUNTED_STAGES else end,
        )
        history.append((day, seen))
    return history


@given(steps)
def test_the_sums_up_to_a_day_say_what_was_open_and_overdue_at_its_end(
    drawn: list[tuple[int, Stage, int, int | None, int | None, Ended]],
) -> None:
    history = _history(drawn)
    added: Counter[tuple[date, str]] = Counter()
    for stay in _lived(*history):
        for cell, counts in contributions(stay).items():
            added.update({(cell.day, column): count for column, count in counts.items()})
    for days in range(120):
        day = FIRST + days * DAY
        then = [seen for after, seen in history if after <= days][-1]
        is_open = then.is_open
        is_overdue = is_open and then.due_on is not None and then.due_on <= day
        upto = Counter[str]()
        for (when, column), count in added.items():
            upto[column] += count if when <= day else 0
        coming = upto["began_desk"] + upto["moved_in"]
        going = sum(upto[column] for column in COLUMN_OF_END.values())
        assert (coming - going, upto["overdue"]) == (int(is_open), int(is_overdue)), day


@given(steps)
def test_what_each_fact_changes_adds_up_to_what_all_stays_contribute(
    drawn: list[tuple[int, Stage, int, int | None, int | None, Ended]],
) -> None:
    kept: tuple[Stay, ...] = ()
    added: dict[Cell, Counter[str]] = {}
    for days, seen in _history(drawn):
        last = kept[-1] if kept else None
        followed = follow(last, seen, FIRST + days * DAY, procedure_id=3, channel=Channel.DESK)
        for stay in followed:
            before = last if last is not None and stay.seq == last.seq else None
            for cell, counts in changes(before, stay).items():
                added.setdefault(cell, Counter()).update(counts)
        kept = (*kept[:-1], *followed)
    whole: dict[Cell, Counter[str]] = {}
    for stay in kept:
        for cell, counts in contributions(stay).items():
            whole.setdefault(cell, Counter()).update(counts)
    assert _without_zeros(added) == _without_zeros(whole)


def _without_zeros(counts: dict[Cell, Counter[str]]) -> dict[Cell, dict[str, int]]:
    found = {
        cell: {column: count for column, count in columns.items() if count}
        for cell, columns in counts.items()
    }
    return {cell: columns for cell, columns in found.items() if columns}


@given(steps)
def test_stays_lie_end_to_end_and_only_the_last_may_last(
    drawn: list[tuple[int, Stage, int, int | None, int | None, Ended]],
) -> None:
    stays = _lived(*_history(drawn))
    assert [stay.seq for stay in stays] == list(range(1, len(stays) + 1))
    assert all(stay.ended_on is not None for stay in stays[:-1])
    for one, after in pairwise(stays):
        assert one.ended_on is not None
        assert one.ended_on <= after.began_on
        assert (after.began_as is Began.MOVED) == (one.ended_as is Ended.MOVED)


def test_one_in_transit_is_nobodys_work_until_it_is_taken_over() -> None:
    (stay,) = _lived((0, _seen(Stage.IN_TRANSIT)), (3, _seen(Stage.RECEIVED)))
    assert (stay.began_on, stay.began_as) == (FIRST + 3 * DAY, Began.RECEIVED)


def test_what_never_was_received_is_not_counted() -> None:
    assert _lived((0, _seen(Stage.REGISTERED)), (1, _seen(Stage.NOT_RECEIVED))) == ()


def test_a_withdrawn_dossier_that_is_then_stopped_ended_once() -> None:
    (stay,) = _lived(
        (0, _seen()),
        (2, _seen(Stage.WITHDRAWN, ended_as=Ended.EARLY)),
        (4, _seen(Stage.TERMINATED, ended_as=Ended.EARLY)),
    )
    assert (stay.ended_on, stay.without_result) == (FIRST + 2 * DAY, True)


def test_a_reopened_dossier_is_counted_as_received_again() -> None:
    first, again = _lived(
        (0, _seen()), (2, _seen(Stage.SETTLED, ended_as=Ended.EARLY)), (9, _seen(Stage.PROCESSING))
    )
    assert first.ended_as is Ended.EARLY
    assert (again.began_as, again.began_on) == (Began.REOPENED, FIRST + 9 * DAY)
    assert contributions(again)[Cell(1, 7, 3, FIRST + 9 * DAY)] == {"began_desk": 1, "reopened": 1}


def test_ended_on_its_last_day_it_was_overdue_at_the_end_of_none() -> None:
    due = _noon(FIRST + 2 * DAY)
    (stay,) = _lived((0, _seen(due_at=due)), (2, _seen(Stage.SETTLED, ended_as=Ended.OVERDUE)))
    assert all(not counts["overdue"] for counts in contributions(stay).values())


def test_a_date_that_moves_after_it_has_passed_leaves_the_overdue_days_behind() -> None:
    due, later = _noon(FIRST + 2 * DAY), _noon(FIRST + 9 * DAY)
    (stay,) = _lived((0, _seen(due_at=due)), (5, _seen(due_at=later)))
    assert stay.past_overdue == ((FIRST + 2 * DAY, FIRST + 5 * DAY),)
    assert stay.overdue_on == FIRST + 9 * DAY
