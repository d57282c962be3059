"""Nothing a person can type stops any of the papers, leaves the sheet or runs as markup."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.kernel.refusal import Refusal
from motcua.papers.content.plain import ROWS_OF_A_PAPER_MAX, TooManyLines
from motcua.papers.form_sets import PaperNotInFormSet, every_form, form_called
from motcua.papers.rendering import page_count, render, render_form
from motcua.papers.specimens import of_dossiers, of_lists
from motcua.papers.specimens.choosing import specimen_of
from motcua.papers.specimens.people import IN_2020, IN_2026
from motcua.papers.vocabulary import PaperKind
from tests.papers.reading import letters_outside_sheet, text_of
from tests.papers.samples import instant
from tests.papers.test_slip_bad_data import BOUNDED, HOSTILE, TEXTS

OWN_TEST = "01"
HARD_TO_SET = ("long run", "long run of marks", "dots", "long name", "marks piled up")
TEXTS_OF_ALL_SORTS = {kind: HOSTILE[kind] for kind in HARD_TO_SET} | {
    "the rest": " ".join(text for kind, text in HOSTILE.items() if kind not in HARD_TO_SET)
}
FORMS = [key for key in every_form() if not key.endswith(OWN_TEST)]
SLOW_TO_DRAW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def saying(value: Any, text: str) -> Any:
    """The same data with `text` wherever a text can stand."""
    if isinstance(value, str) and type(value) is str:
        return text
    if isinstance(value, tuple):
        return tuple(saying(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {
            spec.name: saying(getattr(value, spec.name), text)
            for spec in fields(value)
            if spec.name not in BOUNDED
        }
        return replace(value, **told)
    return value


@pytest.mark.parametrize("kind", TEXTS_OF_ALL_SORTS)
@pytest.mark.parametrize("key", FORMS)
def test_hostile_text_is_printed_as_text_and_stays_on_the_sheet(key: str, kind: str) -> None:
    form = form_called(key)
    pdf = render_form(form, saying(specimen_of(form), TEXTS_OF_ALL_SORTS[kind]))
    assert page_count(pdf) >= 1
    assert letters_outside_sheet(pdf) == []


@SLOW_TO_DRAW
@given(key=st.sampled_from(FORMS), text=TEXTS)
def test_any_text_in_every_field_gives_a_paper(key: str, text: str) -> None:
    form = form_called(key)
    pdf = render_form(form, saying(specimen_of(form), text))
    assert letters_outside_sheet(pdf) == []


@pytest.mark.parametrize("key", FORMS)
def test_a_paper_with_everything_optional_left_out_is_still_a_paper(key: str) -> None:
    form = form_called(key)
    data = specimen_of(form)
    left_out = {
        spec.name: spec.default
        for spec in fields(data)
        if spec.default is not spec.default_factory and spec.name != "copies"
    }
    pdf = render_form(form, replace(data, **left_out))
    assert letters_outside_sheet(pdf) == []
    assert ": ." not in text_of(pdf)


@pytest.mark.parametrize(
    ("kind", "data", "refusal"),
    [
        (PaperKind.STOP_NOTICE, of_dossiers.stop_notice(IN_2020), PaperNotInFormSet),
        (
            PaperKind.SUPPLEMENT_REQUEST,
            replace(
                of_dossiers.supplement_request(IN_2026),
                items=of_dossiers.supplement_request(IN_2026).items * ROWS_OF_A_PAPER_MAX,
            ),
            TooManyLines,
        ),
    ],
)
def test_what_cannot_be_printed_is_refused(
    kind: PaperKind, data: Any, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        render(kind, data)


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ((2025, 9, 14), "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"),
        ((2025, 9, 15), "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT"),
    ],
)
def test_the_day_of_the_paper_chooses_its_form(day: tuple[int, int, int], title: str) -> None:
    data = of_dossiers.apology(IN_2026)
    dated = replace(data, head=replace(data.head, at=instant(*day)))
    assert title in text_of(render(PaperKind.APOLOGY, dated))


def test_a_paper_of_another_kind_is_a_fault_of_the_caller() -> None:
    with pytest.raises(AssertionError):
        render(PaperKind.APOLOGY, of_dossiers.control_slip(IN_2026))


def test_a_receipt_of_nothing_says_nought_in_words() -> None:
    data = replace(of_dossiers.fee_receipt(IN_2026), lines=())
    text = text_of(render(PaperKind.FEE_RECEIPT, data))
    assert "Tổng cộng 0 đồng" in text
    assert "Viết bằng chữ: Không đồng" in text


def test_three_hundred_reasons_are_printed_whole() -> None:
    data = of_lists.dossier_hand_over(IN_2026)
    rows = tuple(
        replace(data.rows[0], owner_name=f"Người thứ {number}") for number in range(1, 301)
    )
    text = text_of(render(PaperKind.DOSSIER_HAND_OVER, replace(data, rows=rows)))
    assert [row.owner_name for row in rows if row.owner_name not in text] == []
    assert "Bàn giao 300 hồ sơ, gồm:" in text
