"""Renaming, moving, recoding, furnishing: from a day, leaving facts, deleting nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.agencies.commands.change_agency import (
    CodeTaken,
    Feedback,
    NothingChanged,
    Particulars,
    amend_agency,
    move_agency,
    recode_agency,
    rename_agency,
)
from motcua.agencies.commands.furnish_agency import (
    assign_sector,
    open_counter,
    open_desk,
    open_position,
    open_unit,
    rename_desk,
)
from motcua.agencies.models import AgencyVersion
from motcua.agencies.queries import (
    agency_on,
    ancestors,
    counters_of,
    desks_of,
    positions_of,
    subtree_ids,
    unit_for_sector,
)
from motcua.agencies.rules.periods import ChangedThatDayAlready, NotInForce, PlannedChangeAhead
from motcua.agencies.rules.tree import CycleInTree
from motcua.agencies.vocabulary import CodeScheme, DeskKind
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import facts_about
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import SETUP, agency_id, load_2020, load_today, somebody

pytestmark = pytest.mark.django_db
NEXT_YEAR = date(2027, 1, 1)


ADDRESS = Particulars(
    superior_name="Thành phố Hà Nội",
    place_name="Gia Lâm",
    address="Số 6 đường Cổ Bi, xã Gia Lâm",
    phone="024 3827 6900",
)


def amend(particulars: Particulars | Feedback) -> None:
    amend_agency(
        actor=SETUP,
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        from_day=NEXT_YEAR,
        particulars=particulars,
    )


def test_what_stands_on_papers_changes_from_a_day_on() -> None:
    load_today()
    amend(ADDRESS)
    before, after = agency_on(agency_id(), PLAIN_WEDNESDAY), agency_on(agency_id(), NEXT_YEAR)
    assert before is not None
    assert after is not None
    assert (before.address, after.address) == ("", "Số 6 đường Cổ Bi, xã Gia Lâm")
    assert after.name == before.name
    fact = facts_about("agency", agency_id())[-1]
    assert fact.code == "agency.amended"
    assert sorted(fact.payload["after"]) == ["address", "phone"]


FEEDBACK = Feedback(
    feedback_to="Văn phòng HĐND và UBND xã",
    feedback_address="Số 6 đường Cổ Bi",
    feedback_phone="024 3827 6690",
    feedback_email="gopy@gialam.example.vn",
)


def test_who_receives_feedback_changes_from_a_day_on_and_goes_on_through_a_new_name() -> None:
    load_today()
    amend(FEEDBACK)
    rename(agency_id(), day=date(2027, 2, 1))
    before, after = (
        agency_on(agency_id(), PLAIN_WEDNESDAY),
        agency_on(agency_id(), date(2027, 3, 1)),
    )
    assert before is not None
    assert after is not None
    assert (before.feedback.email, before.feedback.phone) == ("phananh@gialam.example.vn", "")
    assert after.feedback.phone == "024 3827 6690"
    assert after.feedback.to == "Văn phòng HĐND và UBND xã"
    assert sorted(facts_about("agency", agency_id())[-2].payload["after"]) == [
        "feedback_address",
        "feedback_email",
        "feedback_phone",
        "feedback_to",
    ]


def test_periods_still_never_overlap_after_the_table_grew() -> None:
    load_today()
    held = AgencyVersion.objects.get(agency=agency_id())
    held.pk, held.valid_from = None, NEXT_YEAR
    with pytest.raises(IntegrityError), transaction.atomic():
        held.save(force_insert=True)


def test_the_same_particulars_again_are_refused() -> None:
    load_today()
    with pytest.raises(NothingChanged):
        amend(replace(ADDRESS, address="", phone=""))


def rename(agency: int, day: date = NEXT_YEAR, actor: Actor = SETUP) -> None:
    rename_agency(
        actor=actor,
        at=PLAIN_MORNING,
        agency_id=agency,
        from_day=day,
        name="Ủy ban nhân dân phường Gia Lâm",
        short_name="UBND phường Gia Lâm",
        basis="Nghị quyết",
    )


def test_a_new_name_holds_from_its_day_and_the_old_one_before() -> None:
    load_today()
    office = agency_id()
    rename(office)
    before, after = agency_on(office, date(2026, 12, 31)), agency_on(office, NEXT_YEAR)
    assert before is not None
    assert after is not None
    assert (before.short_name, after.short_name) == ("UBND xã Gia Lâm", "UBND phường Gia Lâm")
    assert facts_about("agency", office)[-1].code == "agency.renamed"


def test_a_second_change_on_one_day_is_refused() -> None:
    load_today()
    rename(agency_id())
    with pytest.raises(ChangedThatDayAlready):
        rename(agency_id())


def test_a_change_before_a_planned_one_is_refused() -> None:
    load_today()
    rename(agency_id())
    with pytest.raises(PlannedChangeAhead):
        rename(agency_id(), date(2026, 10, 1))


def test_a_change_before_the_agency_began_is_refused() -> None:
    load_today()
    with pytest.raises(NotInForce):
        rename(agency_id(), date(2020, 1, 1))


def test_an_unknown_agency_is_not_found() -> None:
    with pytest.raises(NotFound):
        rename(404)


def test_an_administrator_changes_his_own_agency_and_those_below_only() -> None:
    load_today()
    own = somebody(Role.ADMINISTRATOR, agency=agency_id())
    rename(agency_id(), actor=own)
    with pytest.raises(NotPermitted):
        rename(agency_id("thanh-pho-ha-noi"), actor=own)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_but_an_administrator_changes_an_agency(role: Role) -> None:
    load_today()
    with pytest.raises(NotPermitted):
        rename(agency_id(), actor=somebody(role, agency=agency_id()))


def test_an_agency_moves_from_a_day_on() -> None:
    load_2020()
    commune, province = agency_id("xa-kim-lan-huyen-gia-lam"), agency_id("thanh-pho-ha-noi")
    day = date(2024, 1, 1)
    move_agency(actor=SETUP, at=PLAIN_MORNING, agency_id=commune, from_day=day, parent_id=province)
    assert ancestors(commune, day) == (province,)
    assert ancestors(commune, date(2023, 12, 31))[0] == agency_id("huyen-gia-lam")
    assert commune not in subtree_ids(agency_id("huyen-gia-lam"), day)


def test_an_agency_cannot_be_put_under_one_of_its_own() -> None:
    load_today()
    with pytest.raises(CycleInTree):
        move_agency(
            actor=SETUP,
            at=PLAIN_MORNING,
            agency_id=agency_id("thanh-pho-ha-noi"),
            from_day=NEXT_YEAR,
            parent_id=agency_id(),
        )


def recode(agency: int, scheme: CodeScheme, code: str) -> None:
    recode_agency(
        actor=SETUP,
        at=PLAIN_MORNING,
        agency_id=agency,
        from_day=NEXT_YEAR,
        scheme=scheme,
        code=code,
        basis="Quyết định",
    )


def test_a_real_identification_code_comes_before_the_local_one() -> None:
    load_today()
    recode(agency_id(), CodeScheme.QD20, "H26.999")
    before, after = agency_on(agency_id(), PLAIN_WEDNESDAY), agency_on(agency_id(), NEXT_YEAR)
    assert before is not None
    assert after is not None
    assert (before.code, after.code) == ("H26.45", "H26.999")


def test_another_local_code_replaces_the_one_before() -> None:
    load_today()
    recode(agency_id(), CodeScheme.LOCAL, "H26.46")
    after = agency_on(agency_id(), NEXT_YEAR)
    assert after is not None
    assert after.code == "H26.46"
    assert facts_about("agency", agency_id())[-1].payload["before"] == "H26.45"


def test_a_code_belongs_to_one_agency_at_a_time() -> None:
    load_today()
    with pytest.raises(CodeTaken):
        recode(agency_id("thanh-pho-ha-noi"), CodeScheme.LOCAL, "H26.45")


def test_a_desk_is_opened_renamed_and_given_a_counter() -> None:
    load_today()
    office = agency_id()
    desk = open_desk(
        actor=SETUP,
        at=PLAIN_MORNING,
        agency_id=office,
        slug="diem-trau-quy",
        name="Điểm tiếp nhận Trâu Quỳ",
        kind=DeskKind.RECEPTION_POINT,
        from_day=date(2026, 1, 1),
    )
    rename_desk(
        actor=SETUP,
        at=PLAIN_MORNING,
        desk_id=desk,
        name="Chi nhánh Trâu Quỳ",
        kind=DeskKind.BRANCH,
        from_day=NEXT_YEAR,
    )
    open_counter(
        actor=SETUP,
        at=PLAIN_MORNING,
        desk_id=desk,
        number=1,
        name="Hộ tịch",
        from_day=NEXT_YEAR,
    )
    names = [row.name for row in desks_of(office, NEXT_YEAR)]
    assert names == ["Trung tâm Phục vụ hành chính công xã Gia Lâm", "Chi nhánh Trâu Quỳ"]
    assert [row.name for row in counters_of(desk, NEXT_YEAR)] == ["Hộ tịch"]
    codes = [fact.code for fact in facts_about("desk", desk)]
    assert codes == ["desk.opened", "desk.renamed", "counter.opened"]


def test_a_sector_moves_to_a_new_unit_from_a_day_on() -> None:
    load_today()
    office = agency_id()
    before = unit_for_sector(office, "moi-truong", PLAIN_WEDNESDAY)
    unit = open_unit(
        actor=SETUP,
        at=PLAIN_MORNING,
        agency_id=office,
        slug="phong-moi-truong",
        name="Phòng Môi trường",
        from_day=date(2026, 1, 1),
    )
    assign_sector(
        actor=SETUP,
        at=PLAIN_MORNING,
        unit_id=unit,
        sector_code="moi-truong",
        from_day=NEXT_YEAR,
    )
    assert unit_for_sector(office, "moi-truong", PLAIN_WEDNESDAY) == before
    assert unit_for_sector(office, "moi-truong", NEXT_YEAR) == unit


def test_a_position_needs_a_unit_of_its_own_agency() -> None:
    load_today()
    with pytest.raises(NotFound):
        open_position(
            actor=SETUP,
            at=PLAIN_MORNING,
            agency_id=agency_id("thanh-pho-ha-noi"),
            unit_id=unit_for_sector(agency_id(), "ho-tich", PLAIN_WEDNESDAY),
            slug="thu-ky",
            title="Thư ký",
            from_day=NEXT_YEAR,
        )
    titles = [row.title for row in positions_of(agency_id("thanh-pho-ha-noi"), NEXT_YEAR)]
    assert titles == ["Chuyên viên kiểm soát thủ tục hành chính", "Quản trị hệ thống"]


def test_the_database_itself_refuses_two_versions_on_one_day() -> None:
    load_today()
    version = AgencyVersion.objects.get(agency=agency_id())
    version.pk = None
    version.valid_from = date(2026, 3, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save(force_insert=True)
