"""The slip of a group: a date for each, and when all of it is done; the desk of a member."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from motcua.agencies.commands.desk_members import admit_member
from motcua.agencies.queries import desk_of
from motcua.agencies.vocabulary import VerticalSector
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers_filled.filling import Wanted, fill, printed
from motcua.dossiers.policies import visible
from motcua.dossiers.queries.register import RegisterFilter, register_page
from motcua.dossiers.vocabulary import ReceptionInput
from motcua.interlinked.models import SubmissionMember
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import moment_words
from motcua.papers.vocabulary import PaperKind
from motcua.procedures.queries.catalogue import row_in_force
from tests.papers.reading import text_of
from tests.support.clock import PLAIN_MORNING
from tests.support.interlinked import (
    BIRTH,
    CARD,
    RESIDENCE,
    put_up_groups,
    settle,
    settled_by,
    submit,
)
from tests.support.offices import agency_id
from tests.support.reception import OWNER
from tests.support.working_office import SETUP, kept_for_a_module, officer, put_up_office

LATER = PLAIN_MORNING + timedelta(days=1)
TODAY = local_day(PLAIN_MORNING)


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        put_up_groups()
        yield


pytestmark = [pytest.mark.usefixtures("office"), pytest.mark.django_db]


def words_of(code: str, kind: PaperKind, by: str = "tiepnhan1") -> str:
    filled = fill(officer(by), code, Wanted(kind=kind, address="https://motcua.example.vn"))
    return " ".join(text_of(printed(filled)).split())


def test_the_slip_of_the_group_has_a_date_for_each_and_the_last() -> None:
    made = submit(BIRTH, RESIDENCE, CARD)
    expected = dict(SubmissionMember.objects.values_list("key", "expected_at"))
    text = words_of(made[BIRTH].code, PaperKind.GROUP_SLIP)
    assert all(ref.code in text for ref in made.values())
    assert text.count("sau khi có kết quả") == 2
    assert f"Toàn bộ dự kiến xong: {moment_words(expected[CARD])}" in text


def test_the_slip_of_one_that_waits_says_when_it_can_be_expected() -> None:
    made = submit(BIRTH, RESIDENCE)
    expected = SubmissionMember.objects.get(dossier=made[RESIDENCE].id).expected_at
    assert expected is not None
    text = words_of(made[RESIDENCE].code, PaperKind.SLIP)
    assert f"Dự kiến {moment_words(expected)}, sau khi có kết quả" in text


def test_an_officer_of_a_member_receives_at_the_desk_of_the_host_and_sees_nothing_else() -> None:
    desk = desk_of(agency_id(), TODAY)
    row = row_in_force(RESIDENCE, TODAY)
    assert desk is not None
    assert row is not None
    admit_member(
        actor=SETUP,
        at=PLAIN_MORNING,
        desk_id=desk.id,
        agency_id=settled_by(RESIDENCE),
        sector=VerticalSector.POLICE,
        from_day=TODAY,
    )
    submit(BIRTH, RESIDENCE)
    given = ReceptionInput(
        procedure_version_id=row.version_id, parties=(OWNER,), complete_confirmed=True
    )
    own = receive_dossier(actor=officer("congan1"), at=PLAIN_MORNING, given=given)
    assert desk.name.upper() in words_of(own.code, PaperKind.SLIP, "congan1").upper()
    seen = Dossier.objects.filter(visible(officer("congan1")))
    codes = seen.values_list("procedure_version__procedure__code", flat=True)
    assert set(codes) == {RESIDENCE}


def test_both_dates_stand_on_the_slip_and_in_the_register() -> None:
    made = submit(BIRTH, RESIDENCE)
    settle(made[BIRTH], PLAIN_MORNING)
    settle(made[RESIDENCE], LATER)
    text = words_of(made[RESIDENCE].code, PaperKind.SLIP)
    assert f"Cơ quan giải quyết nhận hồ sơ lúc {moment_words(LATER)}" in text
    actor = officer("tiepnhan1")
    which = RegisterFilter(agency_id=agency_id(), year=TODAY.year)
    lines = {one.code: one for one in register_page(actor, which, at=LATER).rows}
    line = lines[made[RESIDENCE].code]
    assert (line.received_at, line.taken_over_at) == (PLAIN_MORNING, LATER)
    assert lines[made[BIRTH].code].taken_over_at is None
