"""Working out fees: every rule of docs/explain/fees.md, and what must hold for any fee at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.rules.content import ExemptionRule, Fee, Tier
from motcua.procedures.rules.fees import (
    LOCAL_AMOUNT_MAX_VND,
    CopiedDocument,
    FeeCase,
    FeeCaseInvalid,
    FeeChoiceAmbiguous,
    FeeLineCode,
    LocalAmountInvalid,
    OpenPointCode,
    PreferenceUnknown,
    fees_set_locally,
    preferences,
    work_out,
)
from motcua.procedures.vocabulary import Channel, FeeKind, FeeUnit, Preference

CERTIFIED_COPY = Fee(
    id=1,
    kind=FeeKind.FEE,
    amount_vnd=2000,
    per=FeeUnit.PAGE,
    tiers=(Tier(from_unit=3, amount_vnd=1000),),
    cap_vnd=200_000,
)

exemptions = st.lists(
    st.builds(ExemptionRule, group=st.sampled_from(Preference), percent=st.integers(0, 100)),
    max_size=4,
    unique_by=lambda rule: rule.group,
).map(tuple)
fees = st.builds(
    Fee,
    id=st.integers(1, 9),
    kind=st.sampled_from(FeeKind),
    name=st.sampled_from(["", "a", "b"]),
    amount_vnd=st.integers(0, 500_000),
    per=st.sampled_from(FeeUnit),
    channel=st.sampled_from([None, *Channel]),
    free_units=st.integers(0, 5),
    tiers=st.lists(
        st.builds(Tier, from_unit=st.integers(1, 20), amount_vnd=st.integers(0, 500_000)),
        max_size=3,
        unique_by=lambda tier: tier.from_unit,
    ).map(tuple),
    cap_vnd=st.none() | st.integers(0, 300_000),
    exemptions=exemptions,
)
some_groups = st.frozensets(st.sampled_from(Preference), max_size=4)
cases = st.builds(
    FeeCase,
    channel=st.sampled_from(Channel),
    items=st.lists(
        st.builds(CopiedDocument, pages=st.integers(0, 60), copies=st.integers(0, 20)), max_size=3
    ).map(tuple),
    pages=st.integers(0, 60),
    copies=st.integers(0, 20),
    groups=some_groups,
)


@given(st.lists(fees, max_size=4), cases)
def test_the_lines_add_up_to_the_total_and_fees_and_charges_stay_apart(
    some_fees: list[Fee], case: FeeCase
) -> None:
    sheet = work_out(some_fees, case)
    assert sheet.total_vnd == sum(line.amount_vnd for line in sheet.lines)
    assert sheet.total_vnd == sheet.total_of(FeeKind.FEE) + sheet.total_of(FeeKind.CHARGE)


@given(st.lists(fees, max_size=4), cases)
def test_nobody_is_ever_paid_for_coming(some_fees: list[Fee], case: FeeCase) -> None:
    assert work_out(some_fees, case).total_vnd >= 0


@given(fees, st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_more_pages_never_cost_less(fee: Fee, pages: int, more: int, copies: int) -> None:
    fewer = work_out([fee], FeeCase(pages=pages, copies=copies))
    assert work_out([fee], FeeCase(pages=pages + more, copies=copies)).total_vnd >= fewer.total_vnd


@given(fees, st.integers(0, 60), st.integers(0, 20), st.integers(0, 20))
def test_more_copies_never_cost_less(fee: Fee, pages: int, copies: int, more: int) -> None:
    fewer = work_out([fee], FeeCase(pages=pages, copies=copies))
    assert work_out([fee], FeeCase(pages=pages, copies=copies + more)).total_vnd >= fewer.total_vnd


@given(st.integers(0, 10_000), st.integers(0, 100))
def test_a_page_fee_never_passes_its_cap_per_copy(pages: int, copies: int) -> None:
    total = work_out([CERTIFIED_COPY], FeeCase(pages=pages, copies=copies)).total_vnd
    assert total <= 200_000 * copies


@given(fees, cases, some_groups)
def test_belonging_to_more_groups_never_costs_more(
    fee: Fee, case: FeeCase, more: frozenset[Preference]
) -> None:
    items = case.documents
    fewer = FeeCase(channel=case.channel, items=items, groups=case.groups)
    wider = FeeCase(channel=case.channel, items=items, groups=case.groups | more)
    assert work_out([fee], wider).total_vnd <= work_out([fee], fewer).total_vnd


@given(fees, st.sampled_from(Preference), st.sampled_from(Preference))
def test_two_preferences_cost_what_the_better_one_costs(
    fee: Fee, one: Preference, other: Preference
) -> None:
    def total(*groups: Preference) -> int:
        return work_out([fee], FeeCase(copies=3, pages=7, groups=frozenset(groups))).total_vnd

    assert total(one, other) == min(total(one), total(other))


def test_several_originals_are_counted_each_from_its_first_page() -> None:
    items = (CopiedDocument(pages=1, copies=3), CopiedDocument(pages=4, copies=2))
    assert work_out([CERTIFIED_COPY], FeeCase(items=items)).total_vnd == 3 * 2000 + 2 * 6000


def test_each_line_of_a_page_fee_says_pages_price_and_copies() -> None:
    sheet = work_out([CERTIFIED_COPY], FeeCase(pages=4, copies=2))
    assert [(line.code, line.amount_vnd) for line in sheet.lines] == [
        (FeeLineCode.PER_PAGE, 8000),
        (FeeLineCode.PER_PAGE, 4000),
    ]
    assert sheet.lines[1].params == {
        "first": 3,
        "last": 4,
        "count": 2,
        "times": 2,
        "unit_vnd": 1000,
    }


def test_a_fee_of_this_channel_stands_in_for_the_general_one() -> None:
    general = Fee(id=1, kind=FeeKind.CHARGE, amount_vnd=50_000)
    online = Fee(id=2, kind=FeeKind.CHARGE, amount_vnd=0, channel=Channel.ONLINE)
    assert work_out([general, online], FeeCase(channel=Channel.ONLINE)).total_vnd == 0
    assert work_out([general, online], FeeCase(channel=Channel.POST)).total_vnd == 50_000


def test_alternatives_cost_nothing_until_one_is_chosen() -> None:
    household = Fee(id=1, kind=FeeKind.FEE, amount_vnd=90_000, choice_group="g", case_text="hộ")
    company = Fee(id=2, kind=FeeKind.FEE, amount_vnd=280_000, choice_group="g", case_text="tổ chức")
    open_sheet = work_out([household, company], FeeCase())
    assert open_sheet.total_vnd == 0
    assert [point.code for point in open_sheet.open_points] == [OpenPointCode.CHOOSE_CASE]
    assert open_sheet.open_points[0].fee_ids == (1, 2)
    chosen = work_out([household, company], FeeCase(chosen_fee_ids=frozenset({2})))
    assert (chosen.total_vnd, chosen.open_points) == (280_000, ())


def test_two_alternatives_of_one_group_are_refused() -> None:
    pair = [
        Fee(id=number, kind=FeeKind.FEE, amount_vnd=1000, choice_group="g", case_text=str(number))
        for number in (1, 2)
    ]
    with pytest.raises(FeeChoiceAmbiguous):
        work_out(pair, FeeCase(chosen_fee_ids=frozenset({1, 2})))


def test_an_amount_set_by_the_province_is_said_and_never_guessed() -> None:
    sheet = work_out([Fee(id=1, kind=FeeKind.CHARGE, amount_vnd=0, set_locally=True)], FeeCase())
    assert [line.code for line in sheet.lines] == [FeeLineCode.SET_LOCALLY]
    assert [point.code for point in sheet.open_points] == [OpenPointCode.SET_LOCALLY]


def test_a_lowered_fee_is_rounded_for_the_benefit_of_the_payer() -> None:
    rule = ExemptionRule(group=Preference.CHILD, percent=50)
    fee = Fee(id=1, kind=FeeKind.FEE, amount_vnd=15_001, exemptions=(rule,))
    sheet = work_out([fee], FeeCase(groups=frozenset({Preference.CHILD})))
    assert sheet.total_vnd == 7500


@pytest.mark.parametrize("case", [FeeCase(copies=-1), FeeCase(pages=10_001)])
def test_impossible_counts_are_refused(case: FeeCase) -> None:
    with pytest.raises(FeeCaseInvalid):
        work_out([CERTIFIED_COPY], case)


def test_an_unknown_group_is_refused_by_name() -> None:
    with pytest.raises(PreferenceUnknown) as refusal:
        preferences(["POOR_HOUSEHOLD", "RICH"])
    assert refusal.value.params == {"group": "RICH"}


set_locally = st.builds(
    Fee,
    id=st.integers(1, 9),
    kind=st.sampled_from(FeeKind),
    amount_vnd=st.just(0),
    per=st.sampled_from(FeeUnit),
    free_units=st.integers(0, 5),
    cap_vnd=st.none() | st.integers(0, 300_000),
    set_locally=st.just(True),
    exemptions=exemptions,
)
amounts = st.integers(0, LOCAL_AMOUNT_MAX_VND)


@given(set_locally, amounts, cases)
def test_an_amount_given_for_a_local_fee_counts_as_if_the_catalogue_had_said_it(
    fee: Fee, amount_vnd: int, case: FeeCase
) -> None:
    typed = work_out([fee], replace(case, local_amounts=((fee.id, amount_vnd),)))
    said = work_out([replace(fee, amount_vnd=amount_vnd, set_locally=False)], case)
    assert typed == said


@given(fees, amounts, cases)
def test_an_amount_given_for_a_fee_that_the_catalogue_knows_is_passed_over(
    fee: Fee, amount_vnd: int, case: FeeCase
) -> None:
    typed = replace(case, local_amounts=((fee.id, amount_vnd),))
    assert work_out([fee], typed) == work_out([fee], case)
    assert fees_set_locally([fee], typed) == ()


@given(set_locally, cases)
def test_a_local_fee_without_its_amount_stays_open(fee: Fee, case: FeeCase) -> None:
    sheet = work_out([fee], case)
    assert [line.code for line in sheet.lines] == [FeeLineCode.SET_LOCALLY]
    assert [point.code for point in sheet.open_points] == [OpenPointCode.SET_LOCALLY]
    assert fees_set_locally([fee], case) == (fee,)


def test_a_local_alternative_awaits_its_amount_only_when_it_is_chosen() -> None:
    fee = Fee(id=3, kind=FeeKind.CHARGE, amount_vnd=0, set_locally=True, choice_group="a")
    assert fees_set_locally([fee], FeeCase()) == ()
    assert fees_set_locally([fee], FeeCase(chosen_fee_ids=frozenset({3}))) == (fee,)


@pytest.mark.parametrize("amount_vnd", [-1, LOCAL_AMOUNT_MAX_VND + 1])
def test_an_impossible_local_amount_is_refused_at_its_field(amount_vnd: int) -> None:
    with pytest.raises(LocalAmountInvalid) as told:
        work_out([CERTIFIED_COPY], FeeCase(local_amounts=((7, amount_vnd),)))
    assert told.value.field == "fee_local-7"
