"""A statement of many lines is taken by a worker: each line once, whatever dies in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.kernel.verdict import NotFound
from motcua.payments.commands.paying import working_statements
from motcua.payments.commands.paying.working_statements import work_on_statement
from motcua.payments.models import Payment, StatementLine, StatementRun
from motcua.payments.queries.paying.runs import (
    run_standing,
    running_statements,
    runs_going_on,
    stalled_statements,
)
from motcua.payments.rules.statements.csv_reading import Columns, read_csv
from motcua.payments.rules.statements.lines import StatementUnreadable
from motcua.payments.rules.statements.runs import STILL_AFTER
from motcua.payments.vocabulary import LineState
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier
from tests.support.paying import LATER, a_long_reading, an_account, an_order, rows_of, with_gateway

pytestmark = pytest.mark.usefixtures("proved")
OTHERS = 205


@pytest.fixture(autouse=True)
def _an_account_with_a_gateway(proved: None, settings: Any) -> None:
    with_gateway(settings)
    an_account(cashier(LEADER).agency_id)


def at(moment: datetime = LATER) -> Callable[[], datetime]:
    return lambda: moment


def test_a_long_statement_waits_for_a_worker_and_is_taken_once() -> None:
    orders = [an_order() for _one in range(2)]
    raw = rows_of(*orders, others=OTHERS)
    run_id = a_long_reading(LEADER, raw)
    assert (StatementLine.objects.count(), running_statements()) == (0, True)
    assert [run.id for run in runs_going_on(cashier(LEADER))] == [run_id]
    assert work_on_statement(run_id, now=at()) == OTHERS + 2
    told = run_standing(cashier(LEADER), run_id)
    assert (told.done, told.matched, told.is_over) == (OTHERS + 2, 2, True)
    assert Payment.objects.count() == 2
    assert StatementLine.objects.filter(state=LineState.WAITING).count() == OTHERS
    assert StatementRun.objects.values_list("lines", flat=True)[0] == "[]"
    assert work_on_statement(run_id, now=at()) == 0
    assert not running_statements()
    with pytest.raises(AssertionError):
        a_long_reading(LEADER, raw)
    assert StatementLine.objects.count() == OTHERS + 2


def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(monkeypatch: Any) -> None:
    order = an_order()
    run_id = a_long_reading(LEADER, rows_of(order, others=OTHERS))
    take = working_statements.take_line

    def dies_at_the_fifth(record: Any, *line: Any) -> bool:
        taken = take(record, *line)
        if StatementLine.objects.count() == 5:
            raise MemoryError
        return taken

    monkeypatch.setattr(working_statements, "take_line", dies_at_the_fifth)
    with pytest.raises(MemoryError):
        work_on_statement(run_id, now=at())
    assert run_standing(cashier(LEADER), run_id).done == StatementLine.objects.count() == 4
    monkeypatch.undo()
    assert work_on_statement(run_id, now=at()) == 0
    later = LATER + STILL_AFTER + timedelta(seconds=1)
    assert stalled_statements(at=later) == [run_id]
    assert run_standing(cashier(LEADER), run_id).is_still(later)
    assert work_on_statement(run_id, now=at(later)) == OTHERS - 3
    assert (StatementLine.objects.count(), Payment.objects.count()) == (OTHERS + 1, 1)


def test_a_worker_that_was_overtaken_keeps_nothing_more(monkeypatch: Any) -> None:
    run_id = a_long_reading(LEADER)
    take = working_statements.take_line

    def overtaken(record: Any, *line: Any) -> bool:
        StatementRun.objects.filter(pk=run_id).update(attempt=9)
        return take(record, *line)

    monkeypatch.setattr(working_statements, "take_line", overtaken)
    assert work_on_statement(run_id, now=at()) == 0
    assert not StatementLine.objects.exists()


def test_how_far_it_is_is_told_to_its_agency_only() -> None:
    run_id = a_long_reading(LEADER)
    with pytest.raises(NotFound):
        run_standing(cashier("tiepnhan1"), run_id)
    with pytest.raises(NotFound):
        run_standing(cashier(LEADER), 2**70)


def test_a_broken_line_far_down_is_named_by_its_number() -> None:
    rows = rows_of(others=6_000).decode().splitlines()
    rows[5_432] = f"{PLAIN_MORNING:%d/%m/%Y},nop tien,12.5x,S"
    columns = Columns(day="Ngày", came="Ghi có", text="Nội dung")
    with pytest.raises(StatementUnreadable) as refused:
        read_csv("\n".join(rows).encode(), columns)
    assert refused.value.params["row"] == 5_433
    rows[5_432] = f"{PLAIN_MORNING:%d/%m/%Y},nop tien,12500,S"
    assert len(read_csv("\n".join(rows).encode(), columns).lines) == 6_000


@pytest.mark.parametrize("day", ["31/02/2026", "23/11/26", "2026-12-311", "32.01.2026"])
def test_money_of_a_day_nobody_can_read_is_never_passed_over(day: str) -> None:
    columns = Columns(day="Ngày", came="Ghi có", text="Nội dung")
    head, sum_below = "Ngày;Ghi có;Nội dung", "Cộng 01/2026;70.000;"
    with pytest.raises(StatementUnreadable) as refused:
        read_csv("\n".join([head, "05/01/2026;50.000;A", f"{day};20.000;B"]).encode(), columns)
    assert (refused.value.params["row"], refused.value.params["what"]) == (3, "day")
    dotted = [head, "05.01.2026;50.000;A", "2026-01-06;20.000;B", sum_below]
    assert [one.amount_vnd for one in read_csv("\n".join(dotted).encode(), columns).lines] == [
        50_000,
        20_000,
    ]
