"""Which papers a draft wants, how each may come, and what is missing. Pure.

Basis: NĐ 309/2026/NĐ-CP Art. 2.1 (no paper is asked for whose data the office looks up itself);
law.md 4.3, 5.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from motcua.filing.rules.refusals import PaperWanted
from motcua.filing.vocabulary import AUTHORITY, Choices, ForWhom, PaperWay, paper_key
from motcua.procedures.rules.content import Document

_LOOKED_UP = re.compile(r"khai thác[^.;]{0,60}(?:cơ sở dữ liệu|căn cước điện tử)", re.IGNORECASE)
_FORM = re.compile(
    r"^\W*(?:tờ khai|đơn\b|giấy đề nghị|phiếu yêu cầu|bản khai|mẫu (?:hộ tịch )?điện tử tương tác)",
    re.IGNORECASE,
)
_DECLARATION = re.compile(
    r"^\W*(?:tờ khai|đơn\b|giấy đề nghị|bản khai|"
    r"phiếu (?:yêu cầu|đề nghị|khai|thu thập|thu nhận|cung cấp)\b)",
    re.IGNORECASE,
)
_SOME_CASES = re.compile(
    r"\((?:nếu|trường hợp)\b(?![^)]*\bthì\b)[^()]*(?:\([^()]*\)[^()]*)*\)\W*$"
    r"|^[^(;:.]{0,60}\w,? nếu (?!được cấp|còn |cần\b|không ghi|cán bộ|đã\b)[^(;:.]{0,60}\.?$"
    r"|^\W*tùy (?:từng )?trường hợp"
    r"|\(cơ quan, tổ chức quản lý",
    re.IGNORECASE,
)
_ONE_OF_TWO = re.compile(r"\)\s*hoặc\b", re.IGNORECASE)
_AUTHORITY = re.compile(r"^\W*(?:văn bản|giấy) ủy quyền", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class WantedPaper:
    """A paper that the procedure asks for. `way`: how it comes when nobody chose otherwise."""

    key: str
    name: str
    details: str = ""
    is_optional: bool = False
    way: PaperWay = PaperWay.SEND
    document_id: int | None = None
    form_name: str = ""

    @property
    def is_settled(self) -> bool:
        """Nothing is asked of the citizen: the form stands for it, or the office looks it up."""
        return self.way in (PaperWay.FORM, PaperWay.LOOKED_UP, PaperWay.RESULT)

    @property
    def is_filled_at_desk(self) -> bool:
        """A declaration that no form on screen stands for."""
        return self.way is PaperWay.BRING


def wanted_papers(
    documents: tuple[Document, ...],
    *,
    for_whom: ForWhom,
    has_form: bool,
    authority_name: str,
    is_in_a_register: Callable[[str], bool],
) -> tuple[WantedPaper, ...]:
    """In the order of the catalogue. A representative is asked for his ground once: in place of what the
    catalogue lists for some cases, and last. `is_in_a_register`: whether the office finds what a paper of this name says in a database
    of the state."""
    stands_in = for_whom is ForWhom.REPRESENTATIVE
    asked = [
        _wanted(document, usual_way(document, is_in_a_register, has_form=has_form))
        for document in documents
        if not document.is_note and not (stands_in and is_authority(document.name))
    ]
    if stands_in:
        asked.append(WantedPaper(key=AUTHORITY, name=authority_name))
    return tuple(asked)


def is_of_some_cases(document: Document) -> bool:
    """Whether the catalogue, or the very name of the paper, says that not everybody has to have it:
    “… (nếu thay đổi thông tin)”, “… (cơ quan, tổ chức quản lý đối tượng)”. A name that says what stands in
    for the paper, or which of two is meant, asks everybody."""
    is_said = _SOME_CASES.search(document.name) and not _ONE_OF_TWO.search(document.name)
    return document.is_optional or bool(is_said)


def is_authority(name: str) -> bool:
    """Whether the paper says that somebody may act for another."""
    return _AUTHORITY.match(name) is not None


def _wanted(document: Document, way: PaperWay) -> WantedPaper:
    return WantedPaper(
        key=paper_key(document.id),
        name=document.name,
        details=document.details,
        is_optional=is_of_some_cases(document),
        way=way,
        document_id=document.id,
        form_name=document.form_name,
    )


def usual_way(
    document: Document, is_in_a_register: Callable[[str], bool], *, has_form: bool
) -> PaperWay:
    """How a paper comes when nobody chose otherwise: a declaration that has no form on screen is filled in at
    the desk."""
    if has_form and _FORM.match(document.name):
        return PaperWay.FORM
    told = _LOOKED_UP.search(f"{document.name}. {document.details}")
    if told or is_in_a_register(document.name):
        return PaperWay.LOOKED_UP
    return PaperWay.BRING if _DECLARATION.match(document.name) else PaperWay.SEND


def chosen_way(paper: WantedPaper, choices: Choices) -> PaperWay:
    """How the paper comes in this draft."""
    return paper.way if paper.is_settled else choices.way_of(paper.key, paper.way)


def papers_missing(
    papers: tuple[WantedPaper, ...], choices: Choices, counts: Mapping[str, int]
) -> Iterator[PaperWanted]:
    """Required papers with no file that were to be sent here."""
    for paper in papers:
        is_due = chosen_way(paper, choices) is PaperWay.SEND and not paper.is_optional
        if is_due and not counts.get(paper.key):
            yield PaperWanted(field=paper.key, name=paper.name)


def known_keys(papers: tuple[WantedPaper, ...], more: Collection[str]) -> frozenset[str]:
    return frozenset(paper.key for paper in papers) | frozenset(more)
