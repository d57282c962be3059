"""The real tables are read as they stand: what adds up in the source adds up here, what does not is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from motcua.kernel.actor import Actor, Role
from motcua.ledger.models import Fact
from motcua.processes.commands.import_processes import (
    ProcessFileMalformed,
    import_processes,
)
from motcua.processes.importing.reading import TableMalformed, read_table, read_tables
from motcua.processes.importing.who_words import who_of
from motcua.processes.models import ProcessDraft, ProcessVersion
from motcua.processes.rules.checking import findings
from motcua.processes.rules.definition import process_of
from motcua.processes.shipped import real_processes
from motcua.processes.vocabulary import Outcome, WhoKind

SUMS = {"sum-over", "sum-under", "sum-not-comparable"}
TABLES = {one.id: one for one in read_tables(real_processes())}
RAW = {one["id"]: one for one in real_processes()["processes"]}
KINDS = [
    {step["time"]["unit"] for step in one["steps"] if step.get("time")} for one in RAW.values()
]
COMPARABLE = [
    key
    for key, kinds in zip(RAW, KINDS, strict=True)
    if len(kinds) == 1 and RAW[key].get("sum_matches_total") is not None
    and (kinds | {RAW[key]["total"]["unit"]}) in ({"days"}, {"working_days"}, {"days", "working_days"})
    and kinds != {"working_days"} | ({"days"} - kinds)
]  # fmt: skip


def told(key: str) -> set[tuple[str, str]]:
    read = process_of(TABLES[key].definition)
    return {(one.code, one.step) for one in findings(read)}


def test_every_table_is_read() -> None:
    assert len(TABLES) == 38
    assert [key for key, one in TABLES.items() if one.definition is None] == [
        "hn-kienhung-iso-khai-sinh"
    ]


@pytest.mark.parametrize("key", COMPARABLE)
def test_the_sum_differs_exactly_where_the_source_differs(key: str) -> None:
    is_equal = not {code for code, _step in told(key)} & SUMS
    assert is_equal is RAW[key]["sum_matches_total"]


def test_enough_tables_have_one_kind_of_time() -> None:
    assert len(COMPARABLE) >= 18


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("qn-dienban-tach-thua", ("sum-over", "s5")),
        ("qn-dienban-cai-chinh", ("sum-over", "s2")),
        ("qn-dienban-ahllvt", ("sum-under", "")),
        ("thu-vien-cong-dong", ("sum-under", "")),
        ("dn-niem-yet-mat-gcn", ("sum-not-comparable", "")),
        ("hatinh-an-sinh-2026", ("time-missing", "s14")),
        ("qn-phuocson-chuyen-nhuong-qsdd", ("nobody-to-receive", "s3")),
        ("hue-mai-tang-phi-ncc", ("lost-result", "s3")),
    ],
)
def test_what_does_not_add_up_in_a_real_table_is_named(key: str, expected: tuple[str, str]) -> None:
    assert expected in told(key)


def test_the_change_of_land_use_makes_fifteen_days_in_seven_steps() -> None:
    assert not {code for code, _step in told("dn-chuyen-muc-dich-su-dung-dat")} & SUMS


@pytest.mark.parametrize(
    ("words", "action", "role"),
    [
        ("Bộ phận TN&TKQ UBND cấp xã", "Tiếp nhận", Role.RECEPTION),
        ("Lãnh đạo UBND phường (Chủ tịch)", "Ký", Role.SIGNATORY),
        ("Lãnh đạo phòng Văn hóa - Xã hội", "Xem xét, ký nháy", Role.UNIT_HEAD),
        ("Văn thư", "Vào số", Role.REGISTRY_CLERK),
        ("Công chức thụ lý hồ sơ", "Thẩm định", Role.HANDLING),
        ("UBND cấp xã", "Trả lời bằng văn bản", Role.SIGNATORY),
        ("UBND cấp xã", "Niêm yết", Role.HANDLING),
        ("(bản lưu bị cắt)", "Bổ sung", None),
    ],
)
def test_who_is_meant(words: str, action: str, role: Role | None) -> None:
    read = who_of(words, action)
    assert (read.who.kind, read.who.role, read.who.words) == (WhoKind.ROLE, role, words)


@pytest.mark.parametrize("words", ["Chi cục thuế huyện", "Sở LĐ-TB&XH", "BHXH huyện"])
def test_another_agency_is_nobody_until_it_is_chosen(words: str) -> None:
    read = who_of(words, "Xử lý")
    assert read.who.kind is WhoKind.AGENCY
    assert read.who.is_nobody


def test_half_a_day_is_read_exactly_and_days_beside_working_days_are_told() -> None:
    table = TABLES["lamdong-thay-doi-cai-chinh-14"]
    assert [note.code for note in table.notes] == ["days-read-as-working"]
    read = process_of(table.definition)
    assert [str(step.limit.value) for step in read.steps if step.limit] == ["0.5", "1", "1", "0.5"]
    assert findings(read) == ()


def test_a_product_in_the_wrong_column_is_read_as_what_the_step_gives() -> None:
    read = process_of(TABLES["dn-mua-bhyt-ncc"].definition)
    card = next(step for step in read.steps if step.name == "Cấp thẻ BHYT")
    assert (card.takes_in, card.gives_out) == ("", "Thẻ BHYT")


def test_tables_become_drafts_once_and_nothing_is_published(
    catalogue: None, administrator: Actor, at: datetime
) -> None:
    document = real_processes()
    table = next(one for one in document["processes"] if one["id"] == "hcm-q4-khai-sinh")
    of_birth = {"processes": [table | {"procedure_code": "1.001193"}, *document["processes"][:1]]}
    first = import_processes(actor=administrator, at=at, document=of_birth)
    again = import_processes(actor=administrator, at=at, document=of_birth)
    assert [one.outcome for one in first] == [Outcome.DRAFT, Outcome.NO_PROCEDURE]
    assert [one.outcome for one in again] == [Outcome.SAME, Outcome.NO_PROCEDURE]
    draft = ProcessDraft.objects.get()
    assert draft.source == "hcm-q4-khai-sinh · Quận 4, TP. Hồ Chí Minh (cũ)"
    assert not ProcessVersion.objects.exists()
    assert Fact.objects.filter(code="process.draft-saved").count() == 1
    assert {one.code for one in first[0].findings} >= {"time-missing"}


def test_what_somebody_writes_is_left_alone(
    catalogue: None, administrator: Actor, at: datetime
) -> None:
    tables = [
        one | {"procedure_code": "1.001193"}
        for one in real_processes()["processes"]
        if one["id"] in ("qn-namtramy-gpxd", "bp-dang-ky-tin-nguong")
    ]
    told_of = import_processes(actor=administrator, at=at, document={"processes": tables})
    assert [one.outcome for one in told_of] == [Outcome.DRAFT, Outcome.KEPT]


@pytest.mark.parametrize("document", [None, {}, {"processes": 3}, {"processes": [{"steps": 1}]}])
def test_a_file_without_tables_is_refused(
    db: Any, administrator: Actor, at: datetime, document: Any
) -> None:
    with pytest.raises(ProcessFileMalformed):
        import_processes(actor=administrator, at=at, document=document)


def test_a_time_that_is_no_number_is_refused() -> None:
    with pytest.raises(TableMalformed, match="time"):
        read_table(
            {"steps": [{"role": "x", "action": "y", "time": {"unit": "days", "value": "z"}}]}
        )
