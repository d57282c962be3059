"""What a draft says, put together as reception is told of it; and what keeps it from being sent. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from motcua.dossiers.vocabulary import FileIn, PaperIn, ReturnMethod
from motcua.filing.rules.papers import WantedPaper, chosen_way
from motcua.filing.rules.refusals import PostAddressMissing
from motcua.filing.vocabulary import (
    OTHER,
    Choices,
    DraftFileRow,
    DraftPaperRow,
    PaperWay,
    PreparedState,
    document_id_of,
)

NOTHING_SENT = DraftPaperRow(key="", files=(), state=PreparedState.WAITING)


@dataclass(frozen=True, kw_only=True, slots=True)
class HandedIn:
    """Papers and their files. `paper_position` of a file counts among `papers`."""

    papers: tuple[PaperIn, ...]
    files: tuple[FileIn, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What stands beside a paper that is not sent here, and the name of those nobody asked for."""

    form: str
    bring: str
    looked_up: str
    authority: str
    other: str


def handed_in(
    wanted: tuple[WantedPaper, ...],
    sent: Mapping[str, DraftPaperRow],
    choices: Choices,
    words: Words,
) -> HandedIn:
    """What comes in with the dossier: papers with files, those the form stands for, and those the
    citizen will bring, which are told and not counted as handed in."""
    papers: list[PaperIn] = []
    files: list[FileIn] = []
    for paper in wanted:
        way = chosen_way(paper, choices)
        there = sent.get(paper.key, NOTHING_SENT)
        if way is PaperWay.FORM:
            papers.append(_paper(paper.name, paper.key, note=words.form, originals=1))
        elif way is PaperWay.SEND and there.files:
            _hand_in(papers, files, paper.name, there)
        elif way is PaperWay.BRING:
            papers.append(PaperIn(name=paper.name, note=words.bring))
    if OTHER in sent and sent[OTHER].files:
        _hand_in(papers, files, words.other, sent[OTHER])
    return HandedIn(papers=tuple(papers), files=tuple(files))


def _hand_in(papers: list[PaperIn], files: list[FileIn], name: str, there: DraftPaperRow) -> None:
    place = len(papers)
    papers.append(_paper(name, there.key, copies=1))
    files += [file_in(file, place) for file in files_to_send(there, name)]


def _paper(name: str, key: str, *, note: str = "", originals: int = 0, copies: int = 0) -> PaperIn:
    return PaperIn(
        name=name,
        required_document_id=document_id_of(key),
        originals=originals,
        copies=copies,
        note=note,
    )


def files_to_send(paper: DraftPaperRow, name: str) -> tuple[DraftFileRow, ...]:
    """The joined PDF in place of the pictures it was made of, and the other files as they are. What
    has not been made in time, or could not be, goes as it came: nobody waits for it."""
    others = tuple(file for file in paper.files if not is_picture(file))
    pictures = tuple(file for file in paper.files if is_picture(file))
    if paper.state is not PreparedState.READY or not pictures or paper.media_type is None:
        return paper.files
    first = pictures[0]
    joined = DraftFileRow(
        id=first.id,
        paper_key=paper.key,
        position=first.position,
        digest=paper.digest,
        name=f"{name[:120]}.pdf",
        media_type=paper.media_type,
        size=paper.size,
        source=first.source,
        scan=first.scan,
    )
    return (joined, *others)


def is_picture(file: DraftFileRow) -> bool:
    return file.media_type.startswith("image/")


def file_in(file: DraftFileRow, place: int) -> FileIn:
    return FileIn(
        digest=file.digest,
        name=file.name,
        media_type=str(file.media_type),
        size=file.size,
        paper_position=place,
    )


def choice_problems(choices: Choices) -> Iterator[PostAddressMissing]:
    if choices.return_method is ReturnMethod.POST and not choices.post_address.strip():
        yield PostAddressMissing(field="post_address")
