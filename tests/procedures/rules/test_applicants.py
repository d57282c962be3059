"""Who may apply, from the words of the source."""

from __future__ import annotations

import pytest

from motcua.dossiers.vocabulary import PartyKind
from motcua.procedures.importing.reading import read_document
from motcua.procedures.rules.applicants import ApplicantKind, who_may_apply
from motcua.procedures.rules.content import ProcedureContent
from motcua.procedures.shipped import overlay, shipped_catalogue

NOW = {
    record.code: record.content
    for record in read_document(shipped_catalogue(), overlay()).records
    if record.valid_until is None and not record.place
}


def asked(*stated: str) -> frozenset[str]:
    return who_may_apply(
        ProcedureContent(name="Tên", sector_code="x", sector_name="X", applicant_kinds=stated)
    )


@pytest.mark.parametrize(
    ("code", "who"),
    [
        ("1.012753", {"ORGANIZATION"}),
        ("1.000894", {"CITIZEN"}),
        ("1.001193", {"CITIZEN"}),
        ("2.000815", {"CITIZEN", "ORGANIZATION"}),
    ],
)
def test_procedures_say_who_may_apply(code: str, who: set[str]) -> None:
    assert who_may_apply(NOW[code]) == who


@pytest.mark.parametrize(
    "stated",
    ["Công dân Việt Nam", "Người nước ngoài", "Cá nhân (học sinh, sinh viên)", "viên chức"],
)
def test_persons_are_citizens_to_the_office(stated: str) -> None:
    assert asked(stated) == {"CITIZEN"}


@pytest.mark.parametrize(
    "stated",
    ["Tổ chức (không bao gồm doanh nghiệp, HTX)", "Hợp tác xã", "Doanh nghiệp trong nước"],
)
def test_bodies_are_organizations(stated: str) -> None:
    assert asked(stated) == {"ORGANIZATION"}


@pytest.mark.parametrize(
    "stated", [(), ("Thương nhân",), ("Công dân Việt Nam", "Chủ dự án đầu tư"), ("",)]
)
def test_a_word_that_is_not_known_leaves_it_unknown(stated: tuple[str, ...]) -> None:
    assert asked(*stated) == frozenset()


def test_the_kinds_are_those_of_a_dossier() -> None:
    assert {str(kind) for kind in ApplicantKind} == {str(kind) for kind in PartyKind}
