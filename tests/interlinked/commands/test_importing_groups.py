"""Groups taken over: published once, changed from the next day, refused with every reason."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.interlinked.commands.import_groups import GroupsFileMalformed, import_groups
from motcua.interlinked.models import InterlinkedVersion
from motcua.interlinked.queries.groups import group_in_force, groups_in_force
from motcua.interlinked.shipped import shipped_groups
from motcua.interlinked.wording import FINDINGS, finding_words, refusal_words
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.queries import facts_of_kind

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def outcomes(told: Any) -> list[str]:
    return [one.outcome for one in told]


def test_the_shipped_groups_are_published_and_then_left_alone(
    catalogue: None, administrator: Actor, at: datetime
) -> None:
    first = import_groups(actor=administrator, at=at, document=shipped_groups())
    again = import_groups(actor=administrator, at=at, document=shipped_groups())
    assert set(outcomes(first)) == {"published"}
    assert set(outcomes(again)) == {"unchanged"}
    assert len(groups_in_force(TODAY)) == len(shipped_groups()["groups"])
    assert group_in_force("3.000722", TODAY) == group_in_force("ks-tt-bhyt-cc-2026", TODAY)
    facts = [fact.code for fact in facts_of_kind("interlinked-group")]
    assert facts == ["interlinked.version-published"] * len(first)


def test_another_text_begins_tomorrow_and_today_stays_as_it_was(
    catalogue: None, administrator: Actor, at: datetime
) -> None:
    import_groups(actor=administrator, at=at, document=shipped_groups())
    changed = {**shipped_groups(), "groups": [dict(shipped_groups()["groups"][0], name="Tên mới")]}
    import_groups(actor=administrator, at=at, document=changed)
    now = group_in_force("3.000722", TODAY)
    then = group_in_force("3.000722", TODAY + timedelta(days=1))
    assert now is not None
    assert then is not None
    assert (now.group.name != "Tên mới", then.group.name) == (True, "Tên mới")
    assert (now.version_number, then.version_number) == (1, 2)


def test_a_member_that_the_catalogue_lacks_keeps_the_group_out(
    db: None, administrator: Actor, at: datetime
) -> None:
    told = import_groups(actor=administrator, at=at, document=shipped_groups())
    assert set(outcomes(told)) == {"refused"}
    assert "Danh mục không có thủ tục 1.001193" in refusal_words(told[0].refusals[0])
    assert groups_in_force(TODAY) == ()


def test_a_source_is_taken_over_with_a_report_of_what_does_not_add_up(
    catalogue: None, administrator: Actor, at: datetime
) -> None:
    record = {
        "id": "death",
        "name": "Khai tử, xóa thường trú",
        "total": {"value": 2, "unit": "working_days"},
        "sub_procedures": [
            {"code": "1.000656", "name": "Đăng ký khai tử", "agency": "UBND cấp xã"},
            {"code": None, "name": "Xóa đăng ký thường trú", "agency": "Công an"},
        ],
        "steps": [
            {
                "order": 1,
                "agency": "UBND cấp xã",
                "action": "Đăng ký khai tử",
                "time": {"value": 0, "unit": "same_day"},
            },
            {
                "order": 2,
                "agency": "Công an",
                "action": "Xóa đăng ký thường trú",
                "time": {"value": "2.5", "unit": "working_days"},
            },
        ],
    }
    (told,) = import_groups(actor=administrator, at=at, document={"groups": [record]})
    assert told.outcome == "published"
    assert [one.code for one in told.findings] == ["code-by-name", "sum-above-total"]
    assert "nhiều hơn tổng ghi 2 ngày là 1,5 ngày" in finding_words(told.findings[1])
    held = group_in_force("death", TODAY)
    assert held is not None
    assert held.group.member("1.003197").waits_for == ("1.000656",)


def test_a_group_of_the_time_of_districts_is_not_published_now(
    catalogue: None, administrator: Actor, at: datetime
) -> None:
    subs = [
        {"code": code, "name": code, "agency": "UBND cấp xã"} for code in ("1.000656", "1.003197")
    ]
    record = {"id": "old", "name": "Cũ", "tier": "three-tier", "sub_procedures": subs}
    (told,) = import_groups(actor=administrator, at=at, document={"groups": [record]})
    assert (told.outcome, told.findings[0].code) == ("refused", "of-three-levels")


def test_every_finding_has_its_sentence() -> None:
    assert {"code-by-name", "no-code", "sum-above-total", "units-differ"} <= FINDINGS.keys()


@pytest.mark.parametrize("document", [[], {}, {"groups": {}}, "x"])
def test_what_holds_no_groups_is_refused(
    db: None, administrator: Actor, at: datetime, document: Any
) -> None:
    with pytest.raises(GroupsFileMalformed):
        import_groups(actor=administrator, at=at, document=document)


def test_who_keeps_no_catalogue_publishes_no_group(at: datetime) -> None:
    officer = Actor(door=Door.PAGE, user_id=2, roles=frozenset({Role.RECEPTION}), name="Hoa")
    with pytest.raises(NotPermitted):
        import_groups(actor=officer, at=at, document=shipped_groups())


def test_a_published_version_can_neither_change_nor_go(
    catalogue: None, administrator: Actor, at: datetime
) -> None:
    import_groups(actor=administrator, at=at, document=shipped_groups())
    with pytest.raises(IntegrityError), transaction.atomic():
        InterlinkedVersion.objects.update(name="Khác")
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM interlinked_interlinkedversion")
