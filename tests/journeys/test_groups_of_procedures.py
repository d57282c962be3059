"""A child is born: one visit for birth, residence and health insurance, settled by three agencies whose
officers each see only what is theirs; with scripts (and axe), and without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.proof import disagreements
from motcua.dossiers.vocabulary import Stage
from motcua.interlinked.models import Submission, SubmissionMember
from motcua.ledger.verification import verify
from tests.journeys.site import Site
from tests.journeys.test_day_of_an_office import (
    GRANT,
    NUMBER,
    SIGN,
    START,
    AtDesk,
    Day,
    Step,
    nobody_looks,
)
from tests.support.interlinked import BIRTH, INSURANCE, RESIDENCE

CHILD = "Nguyễn Gia Bảo"


def by(username: str, *steps: Step) -> list[Step]:
    """The same acts, all by one officer: a small agency."""
    return [(username, act, fields) for _who, act, fields in steps]


def received_at_the_desk(desk: Page, look: Callable[[Page], list[str]]) -> list[str]:
    """Three of the four matters of the group; what axe finds on the way."""
    desk.goto("/desk/groups/")
    faults = look(desk)
    card = desk.locator("section", has=desk.get_by_text("Cấp thẻ bảo hiểm y tế"))
    card.get_by_role("link", name="Tiếp nhận nhóm này").first.click()
    desk.get_by_label("Cấp thẻ căn cước cho người dưới 06 tuổi", exact=True).uncheck()
    desk.get_by_role("button", name="Tính lại").click()
    expect(desk.get_by_text("Dùng cho: Cấp thẻ căn cước")).to_have_count(0)
    desk.fill("[name=owner-name]", CHILD)
    boxes = desk.locator("[name=confirmed]")
    for place in range(boxes.count()):
        boxes.nth(place).check()
    faults += look(desk)
    desk.get_by_role("button", name="Tiếp nhận cả nhóm").click()
    expect(desk).to_have_url(re.compile(r"/group/$"))
    expect(desk.get_by_text("Đã tiếp nhận 3 hồ sơ của nhóm.")).to_be_visible()
    expect(desk.get_by_text("Chờ việc khác")).to_have_count(2)
    return faults + look(desk)


@pytest.mark.parametrize("with_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_birth_residence_and_insurance_in_one_visit(
    site: Site, at_desk: AtDesk, violations: Callable[[Page], list[str]], with_scripts: bool
) -> None:
    look = violations if with_scripts else nobody_looks
    day = Day(at_desk, {"java_script_enabled": with_scripts}, look)
    desk = day.page_of("tiepnhan1")
    faults = received_at_the_desk(desk, look)
    submission = Submission.objects.latest("id")
    members = SubmissionMember.objects.filter(submission=submission)
    codes = dict(members.values_list("key", "dossier__code"))

    police = day.page_of("congan1")
    police.goto(f"/dossiers/{codes[RESIDENCE]}/group/")
    expect(police.locator("main")).not_to_contain_text(codes[BIRTH])
    faults += look(police)

    day.live(codes[BIRTH], [START, GRANT, SIGN, NUMBER])
    for username, key in (("congan1", RESIDENCE), ("baohiem1", INSURANCE)):
        steps = by(username, (username, "take-over", {}), START, GRANT, SIGN, NUMBER)
        day.live(codes[key], steps)

    desk.goto(f"/dossiers/{codes[BIRTH]}/group/")
    expect(desk.get_by_text("Đã có kết quả")).to_have_count(2)
    faults += look(desk)
    stages = Dossier.objects.filter(code__in=codes.values()).values_list("stage", flat=True)
    assert set(stages) == {str(Stage.SETTLED)}
    assert faults == []
    assert {place: found for place, found in day.faults.items() if found} == {}
    assert list(disagreements()) == []
    assert list(verify()) == []
