"""The group that a draft asks for: which of its members, the papers of all asked for once, and what is sent
for each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from motcua.dossiers.vocabulary import Declared, FileIn, PaperIn, Party
from motcua.filing.rules.papers import (
    WantedPaper,
    chosen_way,
    is_authority,
    is_of_some_cases,
    usual_way,
)
from motcua.filing.rules.sending import NOTHING_SENT, Words, file_in, files_to_send
from motcua.filing.vocabulary import (
    AUTHORITY,
    OTHER,
    Choices,
    DraftPaperRow,
    DraftRow,
    ForWhom,
    PaperWay,
)
from motcua.interlinked.inputs import MemberInput, MorePaper, SubmissionInput
from motcua.interlinked.preparing import Prepared, prepare
from motcua.interlinked.queries.groups import GroupInForce, group_version
from motcua.interlinked.queries.offering import OfferedMember, head_of, offered_members
from motcua.interlinked.rules.merging import HandedIn, MergedPaper, paper_key
from motcua.kernel.refusal import Refusal
from motcua.procedures.rules.content import Document
from motcua.procedures.vocabulary import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftGroup:
    """`offered`: every member as the chosen desk offers it. `prepared`: those asked for; None, with the
    reasons in `problems`, while they make no group."""

    held: GroupInForce
    offered: tuple[OfferedMember, ...]
    left_out: frozenset[str]
    prepared: Prepared | None
    problems: tuple[Refusal, ...]

    @property
    def head_key(self) -> str:
        return head_of(self.held.group).key

    def is_chosen(self, one: OfferedMember) -> bool:
        return one.why_not is None and one.member.key not in self.left_out


def draft_group(row: DraftRow, day: date) -> DraftGroup | None:
    """None for a draft of one procedure. From memory while the catalogue stands."""
    held = group_version(row.group_version_id) if row.group_version_id else None
    if held is None:
        return None
    left_out = frozenset(row.choices.left_out)
    offered = offered_members(held, row.agency_id, day) if row.agency_id else ()
    bare = SubmissionInput(
        version_id=held.version_id,
        members=tuple(
            MemberInput(
                key=one.member.key,
                agency_id=one.agency_id or 0,
                preference_groups=row.choices.preference_groups,
                proofs=row.choices.proofs,
                copies=row.choices.copies,
                pages=row.choices.pages,
            )
            for one in offered
            if one.why_not is None and one.member.key not in left_out
        ),
        parties=(),
        channel=Channel.ONLINE,
    )
    prepared, problems = _prepared(row, bare, day)
    return DraftGroup(
        held=held, offered=offered, left_out=left_out, prepared=prepared, problems=problems
    )


def _prepared(
    row: DraftRow, bare: SubmissionInput, day: date
) -> tuple[Prepared | None, tuple[Refusal, ...]]:
    if row.agency_id is None:
        return None, ()
    try:
        return prepare(agency_id=row.agency_id, given=bare, day=day), ()
    except Refusal as refusal:
        return None, tuple(refusal.reasons)


def merged_key(paper: MergedPaper) -> str:
    """The same as long as the paper has the same name, whoever asks for it."""
    return f"g{sha256(paper.key.encode()).hexdigest()[:16]}"


def merged_wanted(
    prepared: Prepared,
    *,
    head_key: str,
    for_whom: ForWhom,
    authority_name: str,
    is_in_a_register: Callable[[str], bool],
) -> tuple[WantedPaper, ...]:
    """Each paper of the group once. The form of the first member stands for its own declaration only; what
    another member gives is not asked for."""
    stands_in = for_whom is ForWhom.REPRESENTATIVE
    documents = _documents(prepared)
    asked = [
        _wanted(paper, documents, head_key, is_in_a_register)
        for paper in prepared.papers
        if not (stands_in and is_authority(paper.name))
    ]
    if stands_in:
        asked.append(WantedPaper(key=AUTHORITY, name=authority_name))
    return tuple(asked)


def _documents(prepared: Prepared) -> dict[int, Document]:
    return {
        document.id: document
        for one in prepared.members
        for document in prepared.grounds[one.key]
        .variant(prepared.inputs[one.key].variant_id)
        .papers
    }


def _wanted(
    paper: MergedPaper,
    documents: Mapping[int, Document],
    head_key: str,
    is_in_a_register: Callable[[str], bool],
) -> WantedPaper:
    asked = [(one.member, documents[one.document_id]) for one in paper.askings]
    ways = [
        usual_way(document, is_in_a_register, has_form=member == head_key)
        for member, document in asked
    ]
    settled = ways[0] if PaperWay.SEND not in ways else PaperWay.SEND
    is_for_some = all(is_of_some_cases(document) for _member, document in asked)
    first = asked[0][1]
    return WantedPaper(
        key=merged_key(paper),
        name=paper.name,
        details=first.details,
        is_optional=paper.is_optional or is_for_some,
        way=PaperWay.RESULT if paper.comes_from else settled,
        form_name=next((one.form_name for _member, one in asked if one.form_name), ""),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a draft says, for the submission: people, the declaration, papers wanted and sent."""

    parties: tuple[Party, ...]
    declared: Declared | None
    wanted: tuple[WantedPaper, ...]
    papers: Mapping[str, DraftPaperRow]
    choices: Choices
    words: Words
    note: str


def submission_from(prepared: Prepared, sent: Sent) -> SubmissionInput:
    """The draft as the group's reception is told of it."""
    by_key = {merged_key(paper): paper.key for paper in prepared.papers}
    ways = {one.key: chosen_way(one, sent.choices) for one in sent.wanted}
    asked = [one for one in sent.wanted if one.key in by_key]
    head, *others = prepared.members
    return SubmissionInput(
        version_id=prepared.held.version_id,
        members=tuple(
            _member(prepared.inputs[one.key], sent.declared if one is head else None)
            for one in (head, *others)
        ),
        parties=sent.parties,
        handed_in=dict(_handed_in(asked, by_key, ways, sent)),
        promised={
            by_key[one.key]: sent.words.bring for one in asked if ways[one.key] is PaperWay.BRING
        },
        more=tuple(paper for paper, _files in _more(sent)),
        files=(
            *(
                (by_key[one.key], file)
                for one in asked
                if ways[one.key] is PaperWay.SEND
                for file in _files_of(sent, one.key, one.name)
            ),
            *(
                (paper_key(paper.paper.name), file)
                for paper, files in _more(sent)
                for file in files
            ),
        ),
        channel=Channel.ONLINE,
        return_method=sent.choices.return_method,
        note=sent.note,
    )


def _member(given: MemberInput, declared: Declared | None) -> MemberInput:
    return MemberInput(
        key=given.key,
        agency_id=given.agency_id,
        preference_groups=given.preference_groups,
        proofs=given.proofs,
        copies=given.copies,
        pages=given.pages,
        declared=declared,
    )


def _handed_in(
    asked: Collection[WantedPaper],
    by_key: Mapping[str, str],
    ways: Mapping[str, PaperWay],
    sent: Sent,
) -> Iterator[tuple[str, HandedIn]]:
    for one in asked:
        if ways[one.key] is PaperWay.FORM:
            form = HandedIn(originals=1, note=sent.words.form, is_electronic=True)
            yield by_key[one.key], form
        elif ways[one.key] is PaperWay.SEND and sent.papers.get(one.key, NOTHING_SENT).files:
            yield by_key[one.key], HandedIn(copies=1, is_electronic=True)


def _more(sent: Sent) -> Iterator[tuple[MorePaper, tuple[FileIn, ...]]]:
    """The ground of a representative goes with every dossier, anything else with the first."""
    names = {AUTHORITY: sent.words.authority, OTHER: sent.words.other}
    for key, name in names.items():
        files = _files_of(sent, key, name)
        if files:
            paper = PaperIn(name=name, copies=1)
            yield MorePaper(paper=paper, is_for_all=key == AUTHORITY), files


def _files_of(sent: Sent, key: str, name: str) -> tuple[FileIn, ...]:
    there = sent.papers.get(key, NOTHING_SENT)
    return tuple(file_in(file, 0) for file in files_to_send(there, name)) if there.files else ()
