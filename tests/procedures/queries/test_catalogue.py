"""Reading the catalogue: the right version, few queries, round trip through the tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.kernel.verdict import NotFound
from motcua.procedures.importing.reading import read_document
from motcua.procedures.queries.catalogue import (
    CatalogueFilter,
    catalogue_rows,
    search,
    version_in_force,
)
from motcua.procedures.queries.details import (
    FeeRequest,
    fee_sheet,
    procedure_detail,
    time_limit,
)
from motcua.procedures.queries.versions import sectors, versions_of
from motcua.procedures.rules.content import ProcedureContent, differences, digest_of
from motcua.procedures.rules.import_report import ImportReport
from motcua.procedures.shipped import overlay
from motcua.procedures.vocabulary import Channel, Level, Scope

pytestmark = pytest.mark.django_db

Make = Callable[..., dict[str, Any]]
Run = Callable[..., ImportReport]
DAY = date(2026, 3, 13)


def test_a_version_comes_back_from_the_tables_as_it_went_in(
    a_record: Make, run_import: Run
) -> None:
    limit = {
        "value": 2.5,
        "unit": "working_days",
        "text": "chữ",
        "by_channel": [{"channel": "online", "value": 1, "unit": "working_days"}],
        "stages": [{"who": "UBND xã", "value": 0.5, "unit": "working_days"}],
    }
    papers = [
        {"name": "Đơn", "originals": 1, "copies": None},
        {"name": "Ảnh", "originals": 0, "copies": 2, "group": "a) Đối với trường hợp A"},
        {"name": "Tờ trình", "originals": 1, "copies": 0, "group": "b) Đối với trường hợp B"},
    ]
    raw = a_record(code="2.000815", time_limit=limit, papers=papers, exemptions=["POOR_HOUSEHOLD"])
    run_import(raw)
    detail = version_in_force("2.000815", DAY)
    (record,) = read_document({"procedures": [raw]}, overlay()).records
    for one in fields(ProcedureContent):
        assert getattr(detail, one.name) == getattr(record.content, one.name), one.name
    assert digest_of(detail) == detail.content_digest


def test_a_second_reading_costs_one_query(
    a_record: Make, run_import: Run, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    run_import(a_record())
    detail = version_in_force("1.001193", DAY)
    with django_assert_num_queries(1):
        assert version_in_force("1.001193", DAY) == detail
    with django_assert_num_queries(1):
        assert procedure_detail(detail.version_id) is detail
    with django_assert_num_queries(1):
        assert search("khai sinh", day=DAY)
    with django_assert_num_queries(1):
        assert catalogue_rows(CatalogueFilter(day=DAY)).rows


def test_each_day_has_its_version(a_record: Make, run_import: Run) -> None:
    run_import(a_record(), a_record(id="old", tier="three-tier", name="Đăng ký khai sinh"))
    assert version_in_force("1.001193", date(2020, 3, 3)).name == "Đăng ký khai sinh"
    assert version_in_force("1.001193", date(2025, 6, 30)).name == "Đăng ký khai sinh"
    assert version_in_force("1.001193", date(2025, 7, 1)).name == "Thủ tục đăng ký khai sinh"
    assert version_in_force("1.001193", date(2019, 1, 1)) is None


def test_a_changed_version_is_seen_at_once(a_record: Make, run_import: Run) -> None:
    run_import(a_record())
    assert search("trích lục", day=date(2026, 3, 14)) == []
    run_import(a_record(name="Cấp trích lục"))
    (found,) = search("trích lục", day=date(2026, 3, 14))
    assert found.row.name == "Cấp trích lục"
    assert search("trích lục", day=DAY) == []


def test_the_version_of_a_place_comes_before_the_national_one(
    a_record: Make, run_import: Run
) -> None:
    variant = {"place": "Đồng Nai", "time_limit": {"value": 1, "unit": "working_days"}}
    run_import(a_record(local_variants=[variant]))
    assert version_in_force("1.001193", DAY).place == ""
    assert version_in_force("1.001193", DAY, place="Hà Nội").place == ""
    assert version_in_force("1.001193", DAY, place="Đồng Nai").place == "Đồng Nai"
    (found,) = search("khai sinh", day=DAY, place="Đồng Nai")
    assert found.row.place == "Đồng Nai"


def test_a_local_code_is_seen_only_in_its_place(a_record: Make, run_import: Run) -> None:
    run_import(a_record(code="1.010455", code_scope="local", place="Đà Nẵng"))
    assert version_in_force("1.010455", DAY) is None
    assert version_in_force("1.010455", DAY, place="Đà Nẵng").scope is Scope.LOCAL
    assert search("khai sinh", day=DAY) == []


def test_a_level_narrows_the_choice(a_record: Make, run_import: Run) -> None:
    run_import(a_record())
    assert version_in_force("1.001193", DAY, level=Level.DISTRICT) is None
    assert search("khai sinh", day=DAY, level=Level.DISTRICT) == []
    assert len(search("khai sinh", day=DAY, level=Level.COMMUNE)) == 1


def test_the_limit_follows_the_channel(a_record: Make, run_import: Run) -> None:
    by_channel = [{"channel": "online", "value": 3, "unit": "working_days"}]
    run_import(a_record(time_limit={"value": 5, "unit": "working_days", "by_channel": by_channel}))
    detail = version_in_force("1.001193", DAY)
    assert time_limit(detail, None, Channel.ONLINE).value == 3
    assert time_limit(detail, detail.default_variant.id, Channel.DESK).value == 5


def test_the_fee_of_a_dossier_is_asked_with_ids_and_codes(a_record: Make, run_import: Run) -> None:
    run_import(a_record(code="2.000815"))
    detail = version_in_force("2.000815", DAY)
    assert fee_sheet(detail, FeeRequest(pages=3, copies=2)).total_vnd == 10_000
    with pytest.raises(NotFound):
        fee_sheet(detail, FeeRequest(variant_id=-1))


def test_pages_of_the_catalogue_join_without_gap_or_repetition(
    a_record: Make, run_import: Run
) -> None:
    run_import(*(a_record(code=f"1.00000{n}", name=f"Thủ tục {n % 3}") for n in range(7)))
    seen: list[str] = []
    page = catalogue_rows(CatalogueFilter(day=DAY), limit=2)
    while page.next_after is not None:
        seen += [row.code for row in page.rows]
        page = catalogue_rows(CatalogueFilter(day=DAY), after=page.next_after, limit=2)
    seen += [row.code for row in page.rows]
    assert sorted(seen) == [f"1.00000{n}" for n in range(7)]
    assert page.total == 7


def test_the_catalogue_is_narrowed_by_sector_and_words(a_record: Make, run_import: Run) -> None:
    run_import(a_record(), a_record(code="2.000815", name="Chứng thực", field_group="Chứng thực"))
    by_sector = catalogue_rows(CatalogueFilter(day=DAY, sector_code="chung-thuc"))
    by_words = catalogue_rows(CatalogueFilter(day=DAY, words="khai sin"))
    by_code = catalogue_rows(CatalogueFilter(day=DAY, words="2.0008"))
    assert [page.rows[0].code for page in (by_sector, by_words, by_code)] == [
        "2.000815",
        "1.001193",
        "2.000815",
    ]
    assert [sector.code for sector in sectors()] == ["chung-thuc", "ho-tich"]


def test_history_is_newest_first_and_two_versions_can_be_compared(
    a_record: Make, run_import: Run, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    run_import(a_record())
    run_import(a_record(implementing_body="UBND phường"))
    with django_assert_num_queries(1):
        newest, oldest = versions_of("1.001193")
    (difference,) = differences(
        procedure_detail(oldest.version_id), procedure_detail(newest.version_id)
    )
    assert (difference.field, difference.after) == ("implementing_body", "UBND phường")


def test_an_unknown_version_is_not_found() -> None:
    with pytest.raises(NotFound):
        procedure_detail(404)
