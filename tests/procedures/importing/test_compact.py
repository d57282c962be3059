"""The shipped catalogue: small, complete enough, and the same as what it was made from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from motcua.procedures.importing.compact import compact
from motcua.procedures.importing.reading import read_document
from motcua.procedures.rules.content import digest_of
from motcua.procedures.shipped import DATA, everyday_words, overlay, shipped_catalogue

SHIPPED = read_document(shipped_catalogue(), overlay())
BY_CODE = {record.code: record for record in SHIPPED.records if record.valid_until is None}


def test_every_shipped_record_is_read() -> None:
    assert SHIPPED.refused == ()
    assert len(SHIPPED.records) == shipped_catalogue()["meta"]["count"]


def test_the_shipped_catalogue_stays_small() -> None:
    assert (DATA / "catalogue.json").stat().st_size < 910_000


def test_the_procedures_of_every_commune_are_there_with_limit_and_papers() -> None:
    for code in [
        "1.001193",
        "1.000894",
        "1.000656",
        "1.004873",
        "1.004859",
        "2.000635",
        "2.000815",
        "2.000884",
        "1.001612",
        "1.012753",
    ]:
        content = BY_CODE[code].content
        assert any(limit.is_counted for limit in content.limits), code
        assert content.variants[0].papers, code


def test_the_three_tier_records_of_the_2020_sample_are_there() -> None:
    old = {record.code for record in SHIPPED.records if record.valid_until is not None}
    assert {"1.001193", "1.000894", "1.004873", "2.000815", "1.001612"} <= old


def test_no_prose_is_shipped() -> None:
    for raw in shipped_catalogue()["procedures"]:
        assert "fee_notes" not in raw
        assert not any(paper.get("is_note") for paper in raw.get("papers", ()))


def test_the_compact_shape_says_the_same_as_the_raw_one(
    a_record: Callable[..., dict[str, Any]],
) -> None:
    note = "Miễn lệ phí cho người thuộc gia đình có công với cách mạng; người thuộc hộ nghèo; người khuyết tật. Mức do Hội đồng nhân dân tỉnh quyết định. Phí cấp bản sao Trích lục (nếu có yêu cầu) thực hiện theo quy định tại Thông tư số 281/2016/TT-BTC"
    long = "Giấy xác nhận; " + "trường hợp khác thì nộp giấy tờ khác " * 9
    papers = [
        {"name": long, "originals": 1, "copies": None, "truncated": True},
        {"name": "Lưu ý", "originals": 0, "copies": 0, "is_note": True},
        {
            "name": "Trường hợp khác",
            "originals": 0,
            "copies": 1,
            "group": "a) Đối với trường hợp A",
        },
    ]
    raw = a_record(verified="found", fee_notes=[note], papers=papers)
    made = compact({"meta": {"compiled": "2026-10"}, "procedures": [raw]})
    (before,) = read_document({"procedures": [raw]}, overlay()).records
    (after,) = read_document(made, overlay()).records
    assert digest_of(after.content) == digest_of(before.content)


def test_the_most_wanted_codes_of_everyday_words_exist_somewhere() -> None:
    known = {record.code for record in SHIPPED.records}
    wanted = [entry.codes[0] for entry in everyday_words() if entry.codes]
    assert sum(code in known for code in wanted) >= len(wanted) * 0.8
