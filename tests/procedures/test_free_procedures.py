"""No procedure without fees ever comes to a page of paying: all that the shipped catalogue has."""

from __future__ import annotations

from functools import cache

import pytest

from motcua.payments.queries.owed import owed_of
from motcua.payments.rules.collecting import NothingOwed, all_remaining, check_owed
from motcua.portal.finding.how_much import may_cost
from motcua.procedures.importing.reading import read_document
from motcua.procedures.rules.content import ProcedureContent, ProcedureRecord
from motcua.procedures.rules.fees import FeeCase, work_out
from motcua.procedures.shipped import overlay, shipped_catalogue
from motcua.procedures.vocabulary import Channel, FeeKind
from motcua.procedures.wording_fees import owed_told

NOTHING_PAID = {(str(kind), extra): 0 for kind in FeeKind for extra in (False, True)}


@cache
def records() -> tuple[ProcedureRecord, ...]:
    return read_document(shipped_catalogue(), overlay()).records


def is_free(content: ProcedureContent) -> bool:
    """By what the catalogue says, told apart from how it is worked out: no amount anywhere."""
    return not any(
        fee.amount_vnd or fee.set_locally or any(tier.amount_vnd for tier in fee.tiers)
        for fee in content.fees
    )


FREE = [one for one in records() if is_free(one.content)]
COSTLY = [one for one in records() if not is_free(one.content)]


def test_the_catalogue_has_plenty_of_both() -> None:
    assert len(FREE) > 100
    assert len(COSTLY) > 30


@pytest.mark.parametrize("channel", [*Channel])
def test_nothing_is_asked_for_and_nothing_can_be_collected(channel: Channel) -> None:
    """Whatever is chosen, however many copies and pages: the desk, the portal and the API go by these."""
    for record in FREE:
        fees = record.content.fees
        for variant in range(len(record.content.variants)):
            case = FeeCase(channel=channel, variant=variant, copies=9, pages=99)
            sheet = work_out(fees, case)
            assert sheet.total_vnd == 0, record.code
            assert owed_told(sheet.lines).is_free, record.code
            owed = owed_of(sheet.lines, NOTHING_PAID)
            assert owed.is_free, record.code
            with pytest.raises(NothingOwed):
                check_owed(all_remaining(owed, {}), owed)
        assert not any(map(may_cost, fees)), record.code


def test_what_is_set_locally_is_never_called_free() -> None:
    """0 đồng that only means "not known here"."""
    local = [one for one in COSTLY if any(fee.set_locally for fee in one.content.fees)]
    assert local
    for record in local:
        sheet = work_out(record.content.fees, FeeCase())
        lines = [line for line in sheet.lines if line.code == "SET_LOCALLY"]
        assert not lines or not owed_told(sheet.lines).is_free, record.code
