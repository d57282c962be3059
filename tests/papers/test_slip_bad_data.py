"""Nothing a person can type stops the paper, leaves the sheet or runs as markup."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.kernel.clock import ZONE
from motcua.papers.cleaning import printable
from motcua.papers.rendering import page_count, render
from motcua.papers.vocabulary import (
    PaperKind,
    PaperSize,
    SlipCopy,
    SlipData,
    SlipFee,
    SlipPaper,
    SlipParty,
)
from tests.papers.reading import letters_outside_sheet, page_sizes_mm, squeezed, text_of
from tests.papers.samples import BIRTH, of_2020

# The product makes these texts itself, and a code has room for so much.
BOUNDED = {"data_code_text", "lookup_url", "rating_url"}

HOSTILE = {
    "typst code": '#panic("x") #read("/etc/passwd") #{1+1}',
    "typst markup": "*đậm* _nghiêng_ `thô` $x^2$ @ref <nhãn> // chú thích /* */ ~ -- \\ = tiêu đề",
    "list marks": "1. một + hai - ba / bốn: năm",
    "quotes": '"kép" \'đơn\' “cong” ‘cong’ «góc» \\" \\u{41}',
    "json": '"}], "copies": [], "x": {"y": null',
    "svg": '</svg><script>alert(1)</script><svg width="9999">',
    "emoji": "Hồ sơ 😀👨‍👩‍👧‍👦🇻🇳 gấp",
    "decomposed": unicodedata.normalize("NFD", "Nguyễn Thị Hồng Nhưỡng"),
    "other scripts": "李明 محمد Ивáн Ελλάδα 한국",
    "controls": "a\x00b\x1b[31mc\u202ed\u2028e\ufefff\u00adg",
    "surrogate": "nửa \ud800 cặp",
    "marks piled up": "Z" + "\u0301\u0323" * 40,
    "long name": "Công ty " + "trách nhiệm hữu hạn " * 25,
    "long run": "W" * 300,
    "long run of marks": "Ễ" * 200,
    "dots": "." * 200,
    "spaces": "  \t\n\u00a0 ",
}


def slip_of(text: str, *, count: int = 2) -> SlipData:
    """A slip that says `text` wherever it can."""
    party = SlipParty(
        name=text,
        salutation=text,
        identity_number=text,
        address=text,
        phone=text,
        email=text,
        capacity=text,
    )
    texts = {
        name: text
        for name in SlipData.__annotations__
        if isinstance(getattr(BIRTH, name), str) and name not in BOUNDED
    }
    return replace(
        BIRTH,
        **texts,  # type: ignore[arg-type]
        submitter=party,
        owner=party,
        representative=party,
        papers=(SlipPaper(name=text, note=text, originals=1, shown_only=True),) * count,
        fees=(SlipFee(label=text, amount=text, note=text),) * count,
        notes=(text,) * count,
        due_at=None,
    )


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_printed_as_text_and_stays_on_the_sheet(kind: str, size: PaperSize) -> None:
    for data in (slip_of(HOSTILE[kind]), of_2020(slip_of(HOSTILE[kind]))):
        pdf = render(PaperKind.SLIP, data, size)
        assert squeezed(printable(HOSTILE[kind])) in squeezed(text_of(pdf))
        assert letters_outside_sheet(pdf) == []


TEXTS = st.one_of(st.text(st.characters(), max_size=120), st.sampled_from(sorted(HOSTILE.values())))
COUNTS = st.integers(0, 999)
PARTIES = st.builds(
    SlipParty, **dict.fromkeys(["name", "salutation", "identity_number", "address", "phone"], TEXTS)
)
FIRST, LAST = (datetime(year, 1, 6, tzinfo=ZONE).timestamp() for year in (2019, 9990))
INSTANTS = st.integers(int(FIRST), int(LAST)).map(lambda at: datetime.fromtimestamp(at, tz=ZONE))
SHORT_TEXTS = st.text(st.characters(), max_size=60)
SLIPS = st.builds(
    SlipData,
    papers=st.lists(
        st.builds(
            SlipPaper,
            name=TEXTS,
            originals=COUNTS,
            certified_copies=COUNTS,
            photocopies=COUNTS,
            electronic=COUNTS,
            shown_only=st.booleans(),
            note=TEXTS,
        ),
        max_size=4,
    ).map(tuple),
    fees=st.lists(st.builds(SlipFee, label=TEXTS, amount=TEXTS, note=TEXTS), max_size=3).map(tuple),
    notes=st.lists(TEXTS, max_size=3).map(tuple),
    submitter=PARTIES,
    owner=st.none() | PARTIES,
    representative=st.none() | PARTIES,
    received_at=INSTANTS,
    due_at=st.none() | INSTANTS,
    dossier_sets=COUNTS,
    copies=st.lists(st.sampled_from(SlipCopy), min_size=1, max_size=2).map(tuple),
    data_code_text=SHORT_TEXTS,
    lookup_url=SHORT_TEXTS | SHORT_TEXTS.map("https://example.vn/".__add__),
    rating_url=SHORT_TEXTS | SHORT_TEXTS.map("https://example.vn/".__add__),
    **{
        name: TEXTS
        for name in SlipData.__annotations__
        if isinstance(getattr(BIRTH, name), str) and name not in BOUNDED
    },
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=SLIPS, size=st.sampled_from(PaperSize))
def test_any_text_in_any_field_gives_a_paper(data: SlipData, size: PaperSize) -> None:
    pdf = render(PaperKind.SLIP, data, size)
    assert page_count(pdf) % len(data.copies) == 0
    assert len(set(page_sizes_mm(pdf))) == 1
    assert letters_outside_sheet(pdf) == []
