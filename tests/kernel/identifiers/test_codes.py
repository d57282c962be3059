"""Codes of dossiers and procedures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.identifiers import dossier_code, procedure_code
from motcua.kernel.identifiers.dossier_code import parse_dossier_code
from motcua.kernel.identifiers.procedure_code import parse_procedure_code
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word_refusal

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "agency", "day", "serial"),
    [
        ("H26.45-240115-0001", "H26.45", date(2024, 1, 15), "0001"),
        ("H15.50.05.13-261008-0975", "H15.50.05.13", date(2026, 10, 8), "0975"),
        ("H56-261120-12345", "H56", date(2026, 11, 20), "12345"),
        ("000.00.04.G18-200229-0031", "000.00.04.G18", date(2020, 2, 29), "0031"),
        ("G09.20-20260609-0092637", "G09.20", date(2026, 6, 9), "0092637"),
        ("  h26.45 – 240115 — 0001\r\n", "H26.45", date(2024, 1, 15), "0001"),
        ("Ｈ２６．４５-240115-0001234567", "H26.45", date(2024, 1, 15), "0001234567"),
    ],
)
def test_dossier_codes_of_all_systems(text: str, agency: str, day: date, serial: str) -> None:
    found = parse_dossier_code(text, today=TODAY)
    assert (found.agency, found.date, found.serial) == (agency, day, serial)
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("H26.45-261121-0001", "dossier-code-later"),
        ("H26.45-240115-0000", "dossier-code-serial-zero"),
    ],
)
def test_an_unlikely_dossier_code_is_doubted(text: str, code: str) -> None:
    assert [doubt.code for doubt in parse_dossier_code(text, today=TODAY).doubts] == [code]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", dossier_code.DossierCodeEmpty),
        ("H26.45-240115-" + "1" * 40, dossier_code.DossierCodeTooLong),
        ("H26.45-240115", dossier_code.DossierCodeParts),
        ("H26.45240115-0001", dossier_code.DossierCodeParts),
        ("H26-45-240115-0001", dossier_code.DossierCodeParts),
        ("26.45-240115-0001", dossier_code.DossierCodeAgency),
        ("H2.45-240115-0001", dossier_code.DossierCodeAgency),
        ("000.G18-240115-0001", dossier_code.DossierCodeAgency),
        ("H26.45-240230-0001", dossier_code.DossierCodeDay),
        ("H26.45-230229-0001", dossier_code.DossierCodeDay),
        ("H26.45-2401151-0001", dossier_code.DossierCodeDay),
        ("H26.45-20241301-0001", dossier_code.DossierCodeDay),
        ("H26.45-00000101-0001", dossier_code.DossierCodeDay),
        ("H26.45-240115-001", dossier_code.DossierCodeSerial),
        ("H26.45-240115-00000000001", dossier_code.DossierCodeSerial),
        ("H26.45-240115-A001", dossier_code.DossierCodeSerial),
        ("H26.45-240115-", dossier_code.DossierCodeSerial),
    ],
)
def test_a_broken_dossier_code_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        parse_dossier_code(text, today=TODAY)
    assert "Hãy" in word_refusal(refused.value)


@given(
    st.from_regex(r"[A-Z][0-9]{2}(\.[0-9]{2}){0,3}", fullmatch=True),
    st.dates(date(2010, 1, 1), TODAY),
    st.integers(1, 10**10 - 1),
)
def test_a_printed_code_is_read_back(agency: str, day: date, serial: int) -> None:
    printed = f"{agency}-{day:%y%m%d}-{serial:04d}"
    found = parse_dossier_code(printed.lower(), today=TODAY)
    assert (found.code, found.agency, found.date) == (printed, agency, day)
    assert int(found.serial) == serial


@pytest.mark.parametrize(
    ("text", "code", "agency"),
    [
        ("1.001193", "1.001193", None),
        ("2.000815.000.00.00.H17", "2.000815", "000.00.00.H17"),
        ("1.012753.H19", "1.012753", "H19"),
        ("1.012753.h19", "1.012753", "H19"),
        ("3.000722", "3.000722", None),
        (" 1,001193 ", "1.001193", None),
    ],
)
def test_procedure_codes_with_and_without_agency(text: str, code: str, agency: str | None) -> None:
    found = parse_procedure_code(text)
    assert (found.code, found.agency, found.doubts) == (code, agency, ())


@pytest.mark.parametrize(
    ("text", "full", "code"),
    [
        ("1001193", "1.001193", "procedure-code-dot-added"),
        ("1001193.H19", "1.001193.H19", "procedure-code-dot-added"),
        ("9.001193", "9.001193", "procedure-code-group"),
    ],
)
def test_an_unlikely_procedure_code_is_doubted(text: str, full: str, code: str) -> None:
    found = parse_procedure_code(text)
    assert found.full == full
    assert [doubt.code for doubt in found.doubts] == [code]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", procedure_code.ProcedureCodeEmpty),
        ("1.00119", procedure_code.ProcedureCodeForm),
        ("1.0011933", procedure_code.ProcedureCodeForm),
        ("A.001193", procedure_code.ProcedureCodeForm),
        ("1.001193.", procedure_code.ProcedureCodeForm),
        ("1.001193.17", procedure_code.ProcedureCodeForm),
        ("QLKTN001", procedure_code.ProcedureCodeForm),
    ],
)
def test_a_broken_procedure_code_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        parse_procedure_code(text)
    assert "Hãy" in word_refusal(refused.value)
