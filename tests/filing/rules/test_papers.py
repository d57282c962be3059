"""Which papers are wanted, how each may come, and what is missing."""

from __future__ import annotations

import pytest

from motcua.documents.vocabulary import MediaType
from motcua.filing.rules.papers import WantedPaper, papers_missing, wanted_papers
from motcua.filing.rules.sending import Words, files_to_send, handed_in
from motcua.filing.vocabulary import (
    Choices,
    DraftFileRow,
    DraftPaperRow,
    FileSource,
    ForWhom,
    PaperWay,
    PreparedState,
)
from motcua.procedures.rules.content import Document

WORDS = Words(
    form="đã khai", bring="sẽ mang", looked_up="tra cứu", authority="ủy quyền", other="khác"
)
FORM = Document(id=1, name="Tờ khai đăng ký khai sinh", form_name="TK-KS")
BIRTH = Document(id=2, name="Giấy chứng sinh")
HOME = Document(id=3, name="Thông tin về chỗ ở (khai thác trong cơ sở dữ liệu)")
MARRIAGE = Document(id=4, name="Giấy chứng nhận kết hôn")
PHOTO = Document(id=5, name="Ảnh 4x6", is_optional=True)
ALL = (FORM, BIRTH, HOME, MARRIAGE, PHOTO)


def wanted(*, for_whom: ForWhom = ForWhom.MYSELF, has_form: bool = True) -> dict[str, WantedPaper]:
    found = wanted_papers(
        ALL,
        for_whom=for_whom,
        has_form=has_form,
        authority_name="ủy quyền",
        is_in_a_register=lambda name: "kết hôn" in name,
    )
    return {paper.key: paper for paper in found}


def a_file(number: int, media_type: MediaType) -> DraftFileRow:
    return DraftFileRow(
        id=number,
        paper_key="p2",
        position=number,
        digest=str(number) * 64,
        name=f"{number}",
        media_type=media_type,
        size=10,
        source=FileSource.SENT,
    )


def test_the_form_stands_for_its_paper_and_what_the_office_finds_is_not_asked() -> None:
    ways = {key: paper.way for key, paper in wanted().items()}
    assert ways == {
        "p1": PaperWay.FORM,
        "p2": PaperWay.SEND,
        "p3": PaperWay.LOOKED_UP,
        "p4": PaperWay.LOOKED_UP,
        "p5": PaperWay.SEND,
    }


def test_without_a_form_the_declaration_is_a_paper_like_others() -> None:
    assert wanted(has_form=False)["p1"].way is PaperWay.SEND


def test_the_form_on_screen_is_not_asked_for_as_a_paper() -> None:
    name = "Mẫu hộ tịch điện tử tương tác đăng ký khai sinh (khi nộp trực tuyến)"
    shown = Document(id=7, name=name, is_optional=True)
    (paper,) = wanted_papers(
        (shown,),
        for_whom=ForWhom.MYSELF,
        has_form=True,
        authority_name="",
        is_in_a_register=lambda _name: False,
    )
    assert paper.way is PaperWay.FORM


@pytest.mark.parametrize(
    ("for_whom", "asked"), [(ForWhom.REPRESENTATIVE, ["authority"]), (ForWhom.MYSELF, ["p8"])]
)
def test_the_ground_for_acting_is_asked_for_once(for_whom: ForWhom, asked: list[str]) -> None:
    listed = Document(id=8, name="Văn bản ủy quyền (được chứng thực)", is_optional=True)
    papers = wanted_papers(
        (listed,),
        for_whom=for_whom,
        has_form=True,
        authority_name="ủy quyền",
        is_in_a_register=lambda _name: False,
    )
    assert [paper.key for paper in papers] == asked
    assert [paper.is_optional for paper in papers] == [for_whom is ForWhom.MYSELF]


def test_a_representative_brings_his_ground() -> None:
    assert "authority" in wanted(for_whom=ForWhom.REPRESENTATIVE)
    assert "authority" not in wanted(for_whom=ForWhom.HELPER)


@pytest.mark.parametrize("way", [PaperWay.BRING, PaperWay.NOT_MINE])
def test_only_what_was_to_be_sent_and_did_not_come_is_missing(way: PaperWay) -> None:
    papers = tuple(wanted().values())
    assert [one.field for one in papers_missing(papers, Choices(), {})] == ["p2"]
    assert list(papers_missing(papers, Choices(), {"p2": 1})) == []
    assert list(papers_missing(papers, Choices().with_way("p2", way), {})) == []


def test_pictures_go_as_the_page_made_of_them_and_other_files_as_they_are() -> None:
    pictures = a_file(1, MediaType.JPEG), a_file(2, MediaType.PNG)
    other = a_file(3, MediaType.PDF)
    made = DraftPaperRow(
        key="p2",
        files=(*pictures, other),
        state=PreparedState.READY,
        digest="f" * 64,
        size=5,
        media_type=MediaType.PDF,
    )
    assert [file.digest for file in files_to_send(made, "Giấy")] == ["f" * 64, other.digest]
    waiting = DraftPaperRow(key="p2", files=made.files, state=PreparedState.WAITING)
    assert files_to_send(waiting, "Giấy") == made.files


def test_what_will_be_brought_is_told_and_not_counted_as_handed_in() -> None:
    papers = tuple(wanted().values())
    came = handed_in(papers, {}, Choices().with_way("p2", PaperWay.BRING), WORDS)
    told = [(one.name, one.required_document_id, one.note) for one in came.papers]
    assert told == [(FORM.name, 1, "đã khai"), (BIRTH.name, None, "sẽ mang")]
    assert came.files == ()
