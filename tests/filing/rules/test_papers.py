"""Which papers are wanted, how each may come, and what is missing."""

from __future__ import annotations

import pytest

from motcua.documents.vocabulary import MediaType
from motcua.filing.rules.papers import (
    WantedPaper,
    chosen_way,
    is_of_some_cases,
    papers_missing,
    wanted_papers,
)
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


def test_without_a_form_the_declaration_is_filled_in_at_the_desk_unless_it_is_sent() -> None:
    paper = wanted(has_form=False)["p1"]
    assert chosen_way(paper, Choices()) is PaperWay.BRING
    assert chosen_way(paper, Choices().with_way("p1", PaperWay.SEND)) is PaperWay.SEND
    assert list(papers_missing((paper,), Choices(), {})) == []


@pytest.mark.parametrize(
    ("name", "is_optional"),
    [
        ("Bản scan tài liệu liên quan (nếu thay đổi thông tin thân nhân)", True),
        ("Danh sách đối tượng tham gia (cơ quan, tổ chức quản lý đối tượng)", True),
        ("Phiếu thu thập thông tin dân cư (trường hợp chưa có thông tin)", True),
        ("Giấy tờ về cư trú nếu đăng ký thường trú khác nơi cha, mẹ", True),
        ("Tùy trường hợp: hợp đồng mua bán tài sản đấu giá", True),
        ("Giấy chứng sinh (trường hợp không có thì nộp văn bản của người làm chứng)", False),
        ("Giấy chứng sinh; trường hợp không có thì nộp giấy cam đoan", False),
        ("Giấy khám sức khỏe có giá trị sử dụng nếu được cấp chưa quá 06 tháng", False),
        ("Chứng nhận đăng ký xe (trường hợp đổi) hoặc biển số xe (trường hợp đổi biển)", False),
        ("Giấy phép xây dựng, trừ trường hợp được miễn giấy phép", False),
        ("Hợp đồng bảo đảm (có công chứng, chứng thực nếu cần)", False),
        ("Bản chính cần chứng thực bản sao (kèm bản sao nếu đã có)", False),
        ("Bản chính (nếu có) và bản sao hợp đồng thuê nhà", False),
        ("Giấy chứng sinh do cơ sở y tế cấp; nếu sinh ra ngoài cơ sở y tế thì văn bản", False),
        ("Các tài liệu khác có liên quan, nếu có.", True),
    ],
)
def test_a_paper_whose_name_says_that_only_some_need_it_is_asked_of_nobody_else(
    name: str, is_optional: bool
) -> None:
    assert is_of_some_cases(Document(id=9, name=name)) is is_optional


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
