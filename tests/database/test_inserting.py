"""Statements built once and sent together write the same rows as the ORM would."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from motcua.accounts.models import Officer
from motcua.database.inserting import PARAMS_MAX, insertions, next_id
from motcua.database.statements import Statement, run
from motcua.kernel.clock import ZONE
from motcua.ledger.models import Fact, Stream
from motcua.worktime.models import OfficeCalendar

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 10, 9, 30, 15, 250_000, tzinfo=ZONE)


def fact(seq: int, **changes: Any) -> dict[str, Any]:
    return {
        "stream_id": "s",
        "stream_seq": seq,
        "subject_kind": "thing",
        "subject_id": seq,
        "subject_seq": 1,
        "code": "thing.done",
        "code_version": 1,
        "occurred_at": AT,
        "recorded_at": AT,
        "actor": "{}",
        "payload": '{"note":"100 % đúng; \'nháy\' và \\\\ gạch"}',
        "digest": "0" * 64,
        **changes,
    }


@pytest.fixture(autouse=True)
def _stream() -> None:
    Stream.objects.create(name="s")


def test_rows_are_written_in_their_order_with_ids_of_the_database() -> None:
    run(list(insertions(Fact, [fact(1), fact(2), fact(3)])))
    rows = Fact.objects.order_by("id").values_list("stream_seq", flat=True)
    assert list(rows) == [1, 2, 3]


def test_instants_and_words_come_back_as_they_were_given() -> None:
    run(list(insertions(Fact, [fact(1)])))
    row = Fact.objects.get()
    assert (row.occurred_at, row.payload) == (AT, fact(1)["payload"])


def test_days_come_back_as_they_were_given() -> None:
    values = {
        "full_name": "Nguyễn Văn Đạt",
        "full_name_key": "nguyen van dat",
        "valid_from": date(2026, 1, 2),
    }
    run(list(insertions(Officer, [values])))
    assert Officer.objects.get().valid_from == date(2026, 1, 2)


def test_what_is_left_out_has_its_default() -> None:
    run(list(insertions(Fact, [fact(1)])))
    row = Fact.objects.get()
    assert (row.request_id, row.request_key, row.previous_digest) == ("", None, "")


def test_more_rows_than_fit_in_one_statement_are_all_written() -> None:
    count = PARAMS_MAX
    statements = list(insertions(Fact, (fact(seq) for seq in range(1, count + 1))))
    run(statements)
    assert len(statements) > 1
    assert Fact.objects.count() == count


def test_no_rows_need_no_statement() -> None:
    assert list(insertions(Fact, [])) == []


def test_an_unknown_name_is_a_fault() -> None:
    with pytest.raises(TypeError, match="colour"):
        list(insertions(Fact, [fact(1, colour="red")]))


def test_a_field_without_default_must_be_given() -> None:
    values = fact(1)
    del values["digest"]
    with pytest.raises(KeyError, match="digest"):
        list(insertions(Fact, [values]))


def test_fields_that_the_orm_must_prepare_are_refused() -> None:
    with pytest.raises(TypeError, match="JSONField"):
        list(insertions(OfficeCalendar, [{"valid_from": date(2026, 1, 1)}]))


def test_constraints_hold() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        run(list(insertions(Fact, [fact(0)])))


def test_one_wrong_row_leaves_none_of_those_sent_with_it() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        run([*insertions(Fact, [fact(1)]), *insertions(Fact, [fact(1)])])
    assert Fact.objects.count() == 0


def test_the_id_asked_for_is_the_next_and_given_only_once() -> None:
    ids = []
    for seq in (1, 2):
        ((number,),) = run([next_id(Fact)])
        run(list(insertions(Fact, [{"id": number, **fact(seq)}])))
        ids.append(number)
    run(list(insertions(Fact, [fact(3)])))
    assert ids[0] < ids[1] < Fact.objects.get(stream_seq=3).pk


def test_each_statement_answers_with_its_first_row() -> None:
    answers = run(
        [
            Statement("SELECT name, last_seq FROM ledger_stream WHERE name = %s", ("s",)),
            Statement("UPDATE ledger_stream SET last_seq = %s WHERE name = %s", (7, "s")),
            Statement("SELECT last_seq FROM ledger_stream WHERE name = %s", ("s",)),
            Statement("SELECT last_seq FROM ledger_stream WHERE name = %s", ("none",)),
        ]
    )
    assert answers == [("s", 0), None, (7,), None]


def test_each_statement_is_counted_as_a_query(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(3):
        run([Statement("SELECT %s + 1", (number,)) for number in range(3)])


def test_a_fault_is_told_as_a_fault_of_django_whichever_statement_has_it() -> None:
    faulty = Statement("SELECT nothing FROM ledger_nowhere")
    fine = Statement("SELECT 1")
    for statements in ([faulty], [fine, faulty], [faulty, fine]):
        with pytest.raises(DatabaseError), transaction.atomic():
            run(statements)
