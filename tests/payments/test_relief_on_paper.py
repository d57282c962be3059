"""A relief on paper: the slip and the receipt say the old amount, how much less and for whom."""

from __future__ import annotations

import pytest

from motcua.dossiers.papers_filled.filling import Wanted, fill, printed
from motcua.papers.data.receipts import FeeReceipt
from motcua.papers.rendering import page_count, render
from motcua.papers.vocabulary import PaperKind
from motcua.payments.queries.paper import receipt_paper
from tests.papers.reading import text_of
from tests.support.money import cashier, collect
from tests.support.reliefs import NEXT_DAY, OLD, POOR, lowered, owing_with, settle
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
HALF = "đã giảm 50% của 8.000 đồng: người cao tuổi"


def receipt(code: str) -> FeeReceipt:
    made = collect(code, at=NEXT_DAY)
    return receipt_paper(cashier(at=NEXT_DAY), made.id)


def test_a_receipt_tells_of_a_relief_and_keeps_telling_what_was_so_then() -> None:
    lowered(OLD, 50)
    code = owing_with(OLD, copies=2)
    paper = receipt(code)
    assert [(line.amount_vnd, line.note) for line in paper.lines] == [(4_000, HALF)]
    assert HALF in text_of(render(PaperKind.FEE_RECEIPT, paper))
    later = NEXT_DAY.replace(hour=15)
    settle(code, at=later, group=str(OLD), accepted=False, reason="Giấy của người khác")
    again = collect(code, at=later)
    assert receipt_paper(cashier(at=later), again.id).lines[0].note == ""


def test_without_a_relief_nothing_is_told() -> None:
    lowered(OLD, 50)
    assert receipt(owing_with()).lines[0].note == ""


def test_the_slip_tells_of_it_in_the_line_of_the_fee_and_stays_one_page() -> None:
    lowered(OLD, 50)
    lowered(POOR, 100)
    for groups, words in (
        ((OLD,), HALF),
        ((POOR,), "được miễn 8.000 đồng: người thuộc hộ nghèo"),
    ):
        code = owing_with(*groups, copies=2)
        wanted = Wanted(kind=PaperKind.SLIP, address="https://motcua.gialam.vn", seq=None)
        pdf = printed(fill(officer("tiepnhan1", NEXT_DAY), code, wanted), None)
        assert words in text_of(pdf)
        assert page_count(pdf) == 1
