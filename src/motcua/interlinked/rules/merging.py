"""What the applicant brings for a whole group: each paper asked for once, each fee line once. Pure.

Papers of different members are the same paper when their names are the same words. The union loses
nothing (each asking of each member is in exactly one merged paper) and asks nothing twice (no two
merged papers have the same name); tests prove both for any members.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from motcua.dossiers.vocabulary import PaperIn
from motcua.interlinked.rules.definition import Member
from motcua.interlinked.vocabulary import CopiesRule
from motcua.kernel.folding import fold
from motcua.procedures.rules.fees import FeeSheetLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What one member asks for: a paper of its procedure, and how many of it."""

    member: str
    document_id: int
    name: str
    originals: int = 1
    copies: int = 0
    present_only: bool = False
    is_optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedPaper:
    """One paper for all who ask for it. `comes_from`: the member whose result it is: then the
    applicant need not bring it. `key` names it in what is sent."""

    key: str
    name: str
    originals: int
    copies: int
    present_only: bool
    is_optional: bool
    askings: tuple[Asking, ...]
    comes_from: str = ""


def paper_key(name: str) -> str:
    """The words of the name: case, accents, spacing and the punctuation around do not matter."""
    return fold(name).strip(" .;:,-*")


def merged_papers(
    askings: Iterable[Asking], rule: CopiesRule, members: Iterable[Member] = ()
) -> tuple[MergedPaper, ...]:
    """Each paper once, in the order in which it is first asked for."""
    by_key: dict[str, list[Asking]] = {}
    for one in askings:
        by_key.setdefault(paper_key(one.name), []).append(one)
    given_by = _results(members)
    return tuple(_merged(key, tuple(same), rule, given_by) for key, same in by_key.items())


def _merged(
    key: str, same: tuple[Asking, ...], rule: CopiesRule, given_by: Mapping[str, str]
) -> MergedPaper:
    count: Callable[[Iterable[int]], int] = max if rule is CopiesRule.MAX else sum
    return MergedPaper(
        key=key,
        name=same[0].name,
        originals=count([one.originals for one in same]),
        copies=count([one.copies for one in same]),
        present_only=all(one.present_only for one in same),
        is_optional=all(one.is_optional for one in same),
        askings=same,
        comes_from=given_by.get(key, ""),
    )


def _results(members: Iterable[Member]) -> dict[str, str]:
    """Names of results that members wait for, with the member that gives each."""
    asked = list(members)
    awaited = {key for one in asked for key in one.waits_for}
    return {
        paper_key(one.result_name): one.key
        for one in asked
        if one.result_name and one.key in awaited
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """How many of a merged paper were brought; `present_only`: shown and taken back. `is_electronic`:
    it came as a file or was filled in on the page, so each who asks has it whole."""

    originals: int = 0
    copies: int = 0
    present_only: bool = False
    is_electronic: bool = False
    note: str = ""


def papers_for(
    member: str, papers: Iterable[MergedPaper], handed_in: Mapping[str, HandedIn]
) -> tuple[PaperIn, ...]:
    """What the dossier of one member holds of what was brought.

    No sheet is counted twice: each takes what it asks for as long as there is some, the first who asks
    takes what is left over; whoever finds nothing left holds the paper as shown.
    """
    return tuple(
        share
        for paper in papers
        if paper.key in handed_in
        for name, share in _shares(paper, handed_in[paper.key])
        if name == member
    )


def _shares(paper: MergedPaper, given: HandedIn) -> Iterator[tuple[str, PaperIn]]:
    originals = _dealt(given.originals, [one.originals for one in paper.askings])
    copies = _dealt(given.copies, [one.copies for one in paper.askings])
    if given.is_electronic:
        originals = [given.originals for _one in paper.askings]
        copies = [given.copies for _one in paper.askings]
    for one, some, more in zip(paper.askings, originals, copies, strict=True):
        yield (
            one.member,
            PaperIn(
                name=one.name,
                required_document_id=one.document_id,
                originals=some,
                copies=more,
                present_only=given.present_only or not (some or more),
                note=given.note,
            ),
        )


def _dealt(given: int, asked: list[int]) -> list[int]:
    """So many to each, in their order; what is left over goes to the first."""
    shares, left = [], given
    for wanted in asked:
        shares.append(min(wanted, left))
        left -= shares[-1]
    shares[0] += left
    return shares


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFees:
    """The fee lines of all members, each once, with whose it is."""

    lines: tuple[tuple[str, FeeSheetLine], ...]

    @property
    def total_vnd(self) -> int:
        return sum(line.amount_vnd for _member, line in self.lines)

    def of(self, member: str) -> tuple[FeeSheetLine, ...]:
        return tuple(line for name, line in self.lines if name == member)


def merged_fees(lines_of: Mapping[str, Iterable[FeeSheetLine]]) -> MergedFees:
    """Nothing is charged twice and nothing is left out: the total is the sum of the members'."""
    return MergedFees(
        lines=tuple((member, line) for member, lines in lines_of.items() for line in lines)
    )
