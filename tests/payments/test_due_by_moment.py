"""What is asked for now and what later: with the dossier, at a supplement, with the result."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.own.to_pay import dossier_to_pay
from motcua.dossiers.rules.fees.asking import moment_of
from motcua.dossiers.vocabulary import Stage
from motcua.payments.commands.paying.orders import lines_to_pay
from motcua.payments.queries.owed import owed, owed_of
from motcua.payments.rules.collecting import NotDueYet
from motcua.payments.vocabulary import Owed
from motcua.portal.mine.money import money_shown
from motcua.procedures.commands.set_supplement_policy import set_fee_moment
from motcua.procedures.models import Procedure
from motcua.procedures.queries.policy_plan import AskingWish
from motcua.procedures.rules.fees import FeeLineCode, FeeSheetLine
from motcua.procedures.vocabulary import AskedAt, FeeKind
from tests.support.clock import PLAIN_MORNING
from tests.support.money import cashier, collect, fee, owing
from tests.support.reception import CERTIFIED_COPY
from tests.support.working_office import SETUP

MOMENTS = tuple(AskedAt)


def line(kind: FeeKind, amount_vnd: int, asked_at: AskedAt) -> FeeSheetLine:
    params = {} if asked_at is AskedAt.RECEPTION else {"asked_at": str(asked_at)}
    return FeeSheetLine(
        fee_id=0,
        kind=kind,
        name="",
        code=FeeLineCode.PER_DOSSIER,
        amount_vnd=amount_vnd,
        params=params,
    )


lines = st.lists(
    st.builds(line, st.sampled_from(FeeKind), st.integers(0, 90_000), st.sampled_from(AskedAt)),
    max_size=4,
)
paid_sums = st.dictionaries(
    st.sampled_from([(str(kind), False) for kind in FeeKind]), st.integers(0, 120_000)
)


def told(fees: list[FeeSheetLine], paid: dict[tuple[str, bool], int], moment: AskedAt) -> Owed:
    return owed_of(fees, defaultdict(int, paid), moment)


@given(lines, paid_sums, st.sampled_from(AskedAt))
def test_what_is_due_now_and_what_comes_later_is_all_that_remains(
    fees: list[FeeSheetLine], paid: dict[tuple[str, bool], int], moment: AskedAt
) -> None:
    what = told(fees, paid, moment)
    assert what.due_vnd + sum(amount for _later, amount in what.later) == what.remaining_vnd
    assert all(amount > 0 for _later, amount in what.later)
    assert what.due_vnd >= 0
    assert what.is_free == (sum(one.amount_vnd for one in fees) == 0)


@given(lines, paid_sums)
def test_nothing_becomes_less_due_as_time_goes_on(
    fees: list[FeeSheetLine], paid: dict[tuple[str, bool], int]
) -> None:
    due = [told(fees, paid, moment).due_vnd for moment in MOMENTS]
    assert due == sorted(due)
    assert due[-1] == told(fees, paid, AskedAt.RETURN).remaining_vnd


@given(lines, paid_sums, st.sampled_from(AskedAt))
def test_due_is_what_was_asked_by_now_less_what_was_paid_each_kind_by_itself(
    fees: list[FeeSheetLine], paid: dict[tuple[str, bool], int], moment: AskedAt
) -> None:
    by_now = MOMENTS[: MOMENTS.index(moment) + 1]
    expected = sum(
        max(
            0,
            sum(one.amount_vnd for one in fees if one.kind is kind and one.asked_at in by_now)
            - paid.get((str(kind), False), 0),
        )
        for kind in FeeKind
    )
    assert told(fees, paid, moment).due_vnd == expected


@pytest.mark.parametrize(
    ("stage", "was_supplemented", "expected"),
    [
        (Stage.REGISTERED, False, AskedAt.RECEPTION),
        (Stage.RECEIVED, False, AskedAt.RECEPTION),
        (Stage.DECIDED, False, AskedAt.RECEPTION),
        (Stage.SUPPLEMENT_REQUESTED, False, AskedAt.SUPPLEMENT),
        (Stage.OBLIGATION_DUE, False, AskedAt.SUPPLEMENT),
        (Stage.PROCESSING, True, AskedAt.SUPPLEMENT),
        (Stage.SETTLED, False, AskedAt.RETURN),
        (Stage.RETURNED, True, AskedAt.RETURN),
    ],
)
def test_the_stage_says_which_moment_has_come(
    stage: Stage, was_supplemented: bool, expected: AskedAt
) -> None:
    assert moment_of(stage, was_supplemented=was_supplemented) is expected


def paid_with_the_result() -> str:
    """A dossier whose fee of 4,000 đồng is asked for with the result."""
    wish = AskingWish(
        asked_at=AskedAt.RETURN,
        starts_on=date(2026, 6, 11),
        procedure_id=Procedure.objects.get(code=CERTIFIED_COPY, place="").pk,
    )
    set_fee_moment(actor=SETUP, at=PLAIN_MORNING, wish=wish)
    return owing(at=PLAIN_MORNING + timedelta(days=1))


@pytest.mark.django_db
@pytest.mark.usefixtures("proved")
def test_nobody_is_asked_before_the_result_is_there_and_whoever_wants_may_pay_ahead() -> None:
    code = paid_with_the_result()
    at = PLAIN_MORNING + timedelta(days=1)
    with pytest.raises(NotDueYet) as early:
        collect(code, at=at)
    assert early.value.params == {"moment": "RETURN", "later_vnd": 4_000}
    with pytest.raises(NotDueYet):
        lines_to_pay(dossier_to_pay(code=code))
    money = money_shown(dossier_detail(cashier(at=at), code))
    assert (money.can_pay, money.later) == (False, ("Nộp khi nhận kết quả: 4.000 đồng",))
    collect(code, fee(4_000), at=at)
    assert owed(dossier_detail(cashier(at=at), code)).is_settled
