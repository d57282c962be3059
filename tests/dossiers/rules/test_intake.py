"""Whether a dossier may be received: every reason is told at once, each with its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from motcua.dossiers.rules.intake import IntakeFacts, PaperFacts, ReceptionRefused, decide
from motcua.dossiers.vocabulary import (
    PaperIn,
    Party,
    PartyKind,
    PartyRole,
    ReceptionInput,
    Stage,
)
from motcua.kernel.clock import ZONE

AT = datetime(2026, 11, 20, 9, 30, tzinfo=ZONE)
FACTS = IntakeFacts(
    valid_from=date(2025, 7, 1),
    valid_until=None,
    papers=(
        PaperFacts(id=1, name="Tờ khai", is_optional=False),
        PaperFacts(id=2, name="Giấy chứng sinh", is_optional=False),
        PaperFacts(id=3, name="Văn bản ủy quyền", is_optional=True),
    ),
)
OWNER = Party(role=PartyRole.OWNER, name="Nguyễn Thị Lan", personal_id="001185012345")
COMPLETE = ReceptionInput(
    procedure_version_id=1,
    parties=(OWNER,),
    papers=(
        PaperIn(name="Tờ khai", required_document_id=1, originals=1),
        PaperIn(name="Giấy chứng sinh", required_document_id=2, originals=1),
    ),
)


def refusals(given: ReceptionInput, facts: IntakeFacts = FACTS) -> dict[str, str | None]:
    """Code of each problem with its field."""
    with pytest.raises(ReceptionRefused) as refused:
        decide(given, facts, at=AT)
    return {problem.code: problem.field for problem in refused.value.problems}


def owner(**changes: Any) -> ReceptionInput:
    return replace(COMPLETE, parties=(replace(OWNER, **changes),))


def test_a_complete_dossier_is_received_now() -> None:
    decided = decide(COMPLETE, FACTS, at=AT)
    assert (decided.stage, decided.received_at) == (Stage.RECEIVED, AT)


def test_a_missing_paper_is_named() -> None:
    given = replace(COMPLETE, papers=COMPLETE.papers[:1])
    assert refusals(given) == {"papers-missing": "complete_confirmed"}


def test_a_missing_paper_is_no_hindrance_when_the_officer_says_it_is_not_needed() -> None:
    given = replace(COMPLETE, papers=COMPLETE.papers[:1], complete_confirmed=True)
    assert decide(given, FACTS, at=AT).stage is Stage.RECEIVED


def test_an_optional_paper_is_never_missed() -> None:
    decide(COMPLETE, FACTS, at=AT)


def test_a_paper_of_another_procedure_is_refused() -> None:
    foreign = PaperIn(name="Giấy lạ", required_document_id=99)
    assert "paper-unknown" in refusals(replace(COMPLETE, papers=(*COMPLETE.papers, foreign)))


def test_without_an_owner_nothing_is_received() -> None:
    submitter = replace(OWNER, role=PartyRole.SUBMITTER)
    assert refusals(replace(COMPLETE, parties=(submitter,))) == {"owner-missing": "owner-name"}


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": "  "}, "name-missing", "owner-name"),
        ({"name": "A" * 201}, "name-too-long", "owner-name"),
        ({"personal_id": "00118501234"}, "personal-id-faulty", "owner-personal_id"),
        ({"phone": "12345"}, "phone-faulty", "owner-phone"),
        ({"tax_code": "0100109107"}, "tax-code-faulty", "owner-tax_code"),
        ({"birth_date": "2026-11-21"}, "birth-date-ahead", "owner-birth_date"),
        ({"kind": PartyKind.ORGANIZATION}, "tax-code-faulty", "owner-tax_code"),
    ],
)
def test_each_faulty_field_is_named(changes: dict[str, Any], code: str, field: str) -> None:
    assert refusals(owner(**changes)) == {code: field}


def test_only_the_year_of_birth_is_enough() -> None:
    assert decide(owner(birth_date="1950"), FACTS, at=AT).stage is Stage.RECEIVED


def test_a_representative_needs_a_ground() -> None:
    agent = Party(role=PartyRole.REPRESENTATIVE, name="Trần Văn Nam")
    given = replace(COMPLETE, parties=(OWNER, agent))
    assert refusals(given) == {"authority-missing": "representative-authority"}


def test_two_people_in_one_role_are_refused() -> None:
    assert "role-twice" in refusals(replace(COMPLETE, parties=(OWNER, OWNER)))


def test_a_moment_ahead_is_refused() -> None:
    given = replace(COMPLETE, received_at=AT + timedelta(minutes=1))
    assert refusals(given) == {"received-ahead": "received_at"}


def test_an_earlier_day_needs_a_note() -> None:
    given = replace(COMPLETE, received_at=AT - timedelta(days=1))
    assert refusals(given) == {"backdating-without-note": "note"}


def test_an_earlier_day_with_a_note_counts_from_then() -> None:
    earlier = AT - timedelta(days=1)
    given = replace(COMPLETE, received_at=earlier, note="Sổ giấy ngày mất điện")
    assert decide(given, FACTS, at=AT).received_at == earlier


def test_more_than_thirty_days_back_is_refused() -> None:
    given = replace(COMPLETE, received_at=AT - timedelta(days=31), note="muộn")
    assert "received-too-long-ago" in refusals(given)


@pytest.mark.parametrize(
    ("valid_from", "valid_until"),
    [(date(2026, 11, 21), None), (date(2025, 7, 1), date(2026, 11, 20))],
)
def test_a_version_not_in_force_that_day_is_refused(
    valid_from: date, valid_until: date | None
) -> None:
    facts = replace(FACTS, valid_from=valid_from, valid_until=valid_until)
    assert refusals(COMPLETE, facts) == {"procedure-not-in-force": "procedure"}


@pytest.mark.parametrize("name", ["sets", "copies", "pages"])
@pytest.mark.parametrize("count", [0, -1, 1000])
def test_numbers_out_of_range_are_refused(name: str, count: int) -> None:
    assert refusals(replace(COMPLETE, **{name: count})) == {"count-out-of-range": name}


def test_all_problems_are_told_at_once() -> None:
    given = replace(owner(name="", phone="1"), papers=(), sets=0)
    assert set(refusals(given)) == {
        "name-missing",
        "phone-faulty",
        "papers-missing",
        "count-out-of-range",
    }


def test_a_picture_is_no_part_of_a_name() -> None:
    assert refusals(owner(name="Nguyễn Thị Bảy 😀")) == {"name-odd": "owner-name"}
