from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.papers.cleaning import visible_text
from motcua.papers.codes import CODE_BYTES_MAX, CodeTextTooLong, paper_code_text, qr_svg
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from tests.papers.reading import qr_codes
from tests.papers.samples import BIRTH


def test_the_paper_code_holds_the_four_data_in_order() -> None:
    text = paper_code_text(
        dossier_code="H26.45-260205-0007",
        procedure_code="1.001193",
        identity_number="001095012345",
        paper_name="Giấy tiếp nhận | hẹn trả",
    )
    assert text.split("|") == [
        "H26.45-260205-0007",
        "1.001193",
        "001095012345",
        "Giấy tiếp nhận / hẹn trả",
    ]


def test_a_text_too_long_to_stay_readable_is_refused() -> None:
    with pytest.raises(CodeTextTooLong) as refused:
        qr_svg("ệ" * CODE_BYTES_MAX, field="lookup_url")
    assert refused.value.field == "lookup_url"
    assert refused.value.params["bytes_max"] == CODE_BYTES_MAX


def test_no_text_gives_no_code() -> None:
    assert qr_svg(" \n", field="lookup_url") == ""


def test_the_longest_text_allowed_is_read_from_the_printed_sheet() -> None:
    longest = "https://example.vn/" + "a" * (CODE_BYTES_MAX - 19)
    pdf = render(PaperKind.SLIP, replace(BIRTH, data_code_text=longest, lookup_url=longest[::-1]))
    assert qr_codes(pdf) == [longest, longest[::-1], BIRTH.rating_url]


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(visible_text))
def test_any_text_is_read_back_as_it_was_given(text: str) -> None:
    pdf = render(PaperKind.SLIP, replace(BIRTH, data_code_text=text))
    assert qr_codes(pdf) == [visible_text(text), BIRTH.lookup_url, BIRTH.rating_url]
