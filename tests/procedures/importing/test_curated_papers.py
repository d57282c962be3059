"""Paper lists corrected by a person: guidance is no paper, a copy is no original, and a source
that has changed since is noticed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from motcua.procedures.importing.compact import compact
from motcua.procedures.importing.curated_papers import (
    Correction,
    in_reading_order,
    outdated,
    paper_digest,
)
from motcua.procedures.importing.papers import read_documents
from motcua.procedures.importing.reading import read_document
from motcua.procedures.rules.content import Document, ProcedureContent, digest_of
from motcua.procedures.shipped import DATA, overlay, shipped_catalogue
from motcua.procedures.vocabulary import Era

Make = Callable[..., dict[str, Any]]
NOW = {
    record.code: record.content
    for record in read_document(shipped_catalogue(), overlay()).records
    if record.valid_until is None and not record.place
}
RAW = {raw["code"]: raw for raw in shipped_catalogue()["procedures"] if raw["tier"] == "two-tier"}
ENTRIES = orjson.loads((DATA / "papers.json").read_bytes())["corrections"]
CURATED = sorted({code for entry in ENTRIES for code in entry["rows"]})
LINES_MAX = 130


def papers_of(code: str) -> dict[str, Document]:
    return {paper.name: paper for paper in NOW[code].variants[0].papers}


def one(raw: dict[str, Any]) -> ProcedureContent:
    (record,) = read_document({"procedures": [raw]}, overlay()).records
    return record.content


@pytest.mark.parametrize(
    ("code", "guidance"),
    [
        ("2.000806", "Giá trị sử dụng của giấy tờ"),
        ("2.000806", "Ngoài giấy tờ nêu trên"),
        ("1.001612", "(v) Người ủy quyền"),
        ("1.001612", "(iv) Trường hợp ủy quyền"),
        ("1.013967", "Báo cáo đề xuất và dự thảo"),
        ("1.014061", "Phiếu CC01"),
    ],
)
def test_guidance_is_read_but_not_asked_for(code: str, guidance: str) -> None:
    assert any(note.name.startswith(guidance) for note in NOW[code].variants[0].notes)
    assert not any(name.startswith(guidance) for name in papers_of(code))


def test_a_passport_copy_is_asked_for_as_a_copy_of_those_who_have_one() -> None:
    (passport,) = [p for name, p in papers_of("2.000806").items() if "hộ chiếu hoặc" in name]
    assert (passport.originals, passport.copies, passport.is_optional) == (0, 1, True)
    assert passport.details.startswith("Người nước ngoài, công dân Việt Nam định cư")


def test_what_everyone_needs_to_marry_a_foreigner_comes_first() -> None:
    papers = NOW["2.000806"].variants[0].papers
    assert [paper.name for paper in papers if not paper.is_optional] == [
        "Tờ khai đăng ký kết hôn theo mẫu",
        "Giấy xác nhận của tổ chức y tế về khả năng nhận thức của các bên kết hôn",
        "Giấy tờ tùy thân (hộ chiếu, căn cước hoặc giấy tờ khác có ảnh, còn giá trị sử dụng)",
    ]
    assert [paper.is_optional for paper in papers] == sorted(p.is_optional for p in papers)


def test_building_a_house_asks_for_one_paper_about_the_land() -> None:
    (house,) = [one for one in NOW["1.013225"].variants if one.name.startswith("(1.7)")]
    needed = [paper.name for paper in house.papers if not paper.is_optional]
    assert len([name for name in needed if "đất" in name]) == 1
    assert "Hồ sơ thiết kế xây dựng: 02 bộ bản vẽ và giấy tờ kèm theo" in needed


def test_ways_to_register_a_residence_are_cases_of_their_own() -> None:
    names = [variant.name for variant in NOW["1.004222"].variants]
    assert "Trường hợp đăng ký thường trú vào chỗ ở hợp pháp do thuê, mượn, ở nhờ" in names


@pytest.mark.parametrize("code", CURATED)
def test_every_correction_still_meets_the_words_it_was_made_for(code: str) -> None:
    corrections = overlay().corrections(code, Era.TWO_TIER)
    assert outdated(read_documents(RAW[code]), corrections) == ()


@pytest.mark.parametrize("code", CURATED)
def test_a_corrected_list_still_asks_for_something_and_fits_a_line(code: str) -> None:
    named = {entry["say"].get("name") for entry in ENTRIES if code in entry["rows"]}
    papers = NOW[code].variants[0].papers
    assert papers
    assert all(len(p.name) <= LINES_MAX for p in papers if p.name in named)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["starts"])[:30])
def test_every_correction_says_why(entry: dict[str, Any]) -> None:
    assert len(entry["reason"]) > 10
    assert Correction(reason=entry["reason"], **entry["say"]) != Correction(reason=entry["reason"])


WEDDING = [
    {
        "name": "Giá trị sử dụng của giấy tờ chứng minh tình trạng hôn nhân của người nước ngoài "
        "được xác định theo thời hạn ghi trên giấy tờ đó. Trường hợp giấy tờ không ghi thời hạn "
        "sử dụng thì có giá trị trong thời hạn 06 tháng.",
        "originals": 1,
        "copies": 0,
        "group": "Giấy tờ phải nộp",
    },
    {"name": "Giấy khác", "originals": 1, "copies": 0, "group": "Giấy tờ phải nộp"},
]


def test_raw_and_compact_shapes_are_corrected_alike(a_record: Make) -> None:
    raw = a_record(code="2.000806", papers=WEDDING, verified="found")
    made = compact({"meta": {"compiled": "2026-10"}, "procedures": [raw]})
    before, after = one(raw), one(made["procedures"][0])
    assert [paper.name for paper in before.variants[0].papers] == ["Giấy khác"]
    assert digest_of(after) == digest_of(before)


def test_a_source_that_says_something_else_now_asks_for_a_reader(a_record: Make) -> None:
    changed = [WEDDING[0] | {"name": "Giá trị sử dụng nay khác"}]
    content = one(a_record(code="2.000806", papers=changed))
    assert [paper.name for paper in content.variants[0].papers] == ["Giá trị sử dụng nay khác"]
    assert "papers" in content.missing


def test_the_heading_is_part_of_the_words() -> None:
    paper = Document(name="Đơn yêu cầu")
    assert paper_digest(paper) != paper_digest(Document(name="Đơn yêu cầu", group="Hồ sơ trình"))


def test_reading_order_keeps_the_order_of_equals() -> None:
    said = [
        Document(name="Ảnh", is_optional=True),
        Document(name="Lưu ý", is_note=True),
        Document(name="Căn cước", present_only=True),
        Document(name="Bản vẽ"),
        Document(name="Biên bản"),
        Document(name="Đơn"),
    ]
    assert [one.name for one in in_reading_order(said)] == [
        "Đơn",
        "Bản vẽ",
        "Biên bản",
        "Căn cước",
        "Ảnh",
        "Lưu ý",
    ]
