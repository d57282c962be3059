"""What the page of one's own dossier says of money: lines with their reasons, paid and left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.dossiers.papers_filled.words import fee_lines
from motcua.dossiers.queries.detail import dossier_detail
from motcua.portal.mine.money import MoneyShown, money_shown
from motcua.procedures.commands.set_supplement_policy import set_fee_moment
from motcua.procedures.models import Procedure
from motcua.procedures.queries.policy_plan import AskingWish
from motcua.procedures.vocabulary import AskedAt
from tests.support.clock import PLAIN_MORNING
from tests.support.money import cashier, collect, fee, owing
from tests.support.reception import CERTIFIED_COPY, receive
from tests.support.working_office import SETUP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
TO_THE_COPY = "2 trang × 2.000 đồng × 3 bản"


def shown(code: str) -> MoneyShown:
    return money_shown(dossier_detail(cashier(), code))


def test_each_line_says_what_for_how_much_by_which_text_and_when() -> None:
    money = shown(owing(copies=3, pages=2))
    (line,) = money.told.lines
    assert (line.amount, money.told.total) == ("12.000 đồng", "12.000 đồng")
    assert TO_THE_COPY in line.note
    assert "Thông tư 226/2016/TT-BTC" in line.note
    assert "Nộp khi nộp hồ sơ" in line.note
    assert (money.paid, money.left, money.is_settled) == ("", "", False)


def test_what_was_paid_and_what_is_left_are_told_until_all_is_paid() -> None:
    code = owing(copies=3, pages=2)
    collect(code, fee(5_000))
    money = shown(code)
    assert (money.paid, money.left, money.is_settled) == ("5.000 đồng", "7.000 đồng", False)
    collect(code)
    assert shown(code).is_settled


def test_a_free_procedure_is_called_free() -> None:
    assert shown(receive(actor=cashier()).code).told.is_free


def test_what_is_paid_with_the_result_says_so_also_on_the_slip_and_old_dossiers_do_not() -> None:
    before = owing()
    wish = AskingWish(
        asked_at=AskedAt.RETURN,
        starts_on=date(2026, 6, 11),
        procedure_id=Procedure.objects.get(code=CERTIFIED_COPY, place="").pk,
    )
    set_fee_moment(actor=SETUP, at=PLAIN_MORNING, wish=wish)
    after = owing(at=PLAIN_MORNING + timedelta(days=1))
    assert [one.label for one in shown(before).told.moments] == ["Nộp khi nộp hồ sơ"]
    assert [one.label for one in shown(after).told.moments] == ["Nộp khi nhận kết quả"]
    detail = dossier_detail(cashier(), after)
    assert [line.note for line in fee_lines(detail.fees)] == ["nộp khi nhận kết quả"]
