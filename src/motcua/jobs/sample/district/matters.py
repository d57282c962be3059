"""What people come for, at the district and at a commune, and what a dossier of it holds.

Weights are within each list. Those of the first list are the procedures offered online.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.vocabulary import PaperIn, Party, ReceptionInput, ReturnMethod
from motcua.jobs.sample.district.figures import FIRST_DAY
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.rules.content import Document
from motcua.procedures.vocabulary import Channel
from motcua.worktime.vocabulary import Unit

DISTRICT_ONLINE = {"1.001612": 60, "2.000720": 26, "2.000620": 9, "2.000181": 5}
DISTRICT_OTHERS = {
    "2.000815": 130, "2.000884": 60, "1.011441": 130, "1.011443": 110, "1.011445": 8,
    "1.012768": 50, "1.012769": 60, "1.012781": 80, "1.012784": 70, "1.012790": 40,
    "1.012815": 25, "1.000798": 45, "2.000381": 12, "1.013225": 80, "1.013226": 10,
    "1.013229": 24, "1.008455": 30, "2.000528": 12, "2.000748": 26, "2.000806": 16,
    "1.001731": 48, "1.010723": 4, "1.000316": 3, "1.013274": 14,
}  # fmt: skip
COMMUNE_ONLINE = {
    "1.001193": 300, "1.000656": 110, "1.004873": 360, "2.001023": 130, "2.000986": 60,
    "1.004884": 40,
}  # fmt: skip
COMMUNE_OTHERS = {
    "2.000815": 6900, "2.000884": 1900, "1.000894": 330, "1.001022": 40, "1.004859": 200,
    "1.001653": 80, "1.001699": 150, "1.010833": 90, "1.013274": 60, "1.000748": 20,
    "1.012379": 30, "1.001120": 20, "2.000509": 10, "1.001028": 6,
}  # fmt: skip
AT_ONCE = frozenset({"2.000815", "2.000884"})
"""Looked at and signed while people wait: no draft is laid before anybody."""
WITH_TAX = frozenset({"1.012781", "1.000798", "2.000381", "1.012815"})
"""The applicant may have to pay a tax first."""
SET_LOCALLY_VND = 50_000


@dataclass(frozen=True, slots=True)
class Matter:
    """One procedure at one agency, ready to be received again and again."""

    ground: Ground
    variant_id: int
    papers: tuple[PaperIn, ...]
    with_optional: tuple[tuple[PaperIn, ...], ...]
    fee_choices: tuple[int, ...]
    local_fees: tuple[tuple[int, int], ...]
    is_at_once: bool
    is_taxed: bool
    is_same_day: bool

    def given(
        self, parties: tuple[Party, ...], channel: Channel, method: ReturnMethod, random: Random
    ) -> ReceptionInput:
        """What is handed in for it."""
        papers, more = self.papers, self.with_optional
        if more and random.random() < 0.2:
            papers = random.choice(more)
        return ReceptionInput(
            procedure_version_id=self.ground.detail.version_id,
            variant_id=self.variant_id,
            channel=channel,
            parties=parties,
            papers=papers,
            complete_confirmed=True,
            copies=random.randint(1, 5) if self.is_at_once else 1,
            pages=random.randint(1, 6) if self.is_at_once else 1,
            fee_choices=self.fee_choices,
            local_fees=self.local_fees,
            return_method=method,
        )


@dataclass(frozen=True, slots=True)
class Shelf:
    """Matters with their weights, to draw from."""

    matters: tuple[Matter, ...]
    reached: tuple[int, ...]

    def draw(self, random: Random) -> Matter:
        return random.choices(self.matters, cum_weights=self.reached)[0]


def shelf(agency_id: int, weights: dict[str, int]) -> Shelf:
    """The procedures of those codes as that agency receives them in these years."""
    matters = tuple(_matter(agency_id, code) for code in weights)
    return Shelf(matters, tuple(accumulate(weights.values())))


def those_of(given: Shelf, *, same_day: bool) -> Shelf:
    """Of a shelf those that are settled on the day itself, or those that take longer."""
    reached: list[int] = []
    before = 0
    kept = []
    for matter, now in zip(given.matters, given.reached, strict=True):
        if matter.is_same_day is same_day:
            kept.append(matter)
            reached.append((reached[-1] if reached else 0) + now - before)
        before = now
    return Shelf(tuple(kept), tuple(reached))


def _matter(agency_id: int, code: str) -> Matter:
    detail = version_in_force(code, FIRST_DAY)
    assert detail is not None, code
    ground = ground_for(agency_id=agency_id, procedure_version_id=detail.version_id, day=FIRST_DAY)
    choices = _first_choices(ground)
    typed = ground.fees_set_locally(variant_id=None, channel=Channel.DESK, choices=choices)
    limit = ground.limit(variant_id=None, channel=Channel.DESK, typed=None)
    papers = [(paper.is_optional, _handed_in(paper)) for paper in ground.variant(None).papers]
    needed = tuple(paper for is_optional, paper in papers if not is_optional)
    return Matter(
        ground=ground,
        variant_id=ground.variant(None).id,
        papers=needed,
        with_optional=tuple((*needed, paper) for is_optional, paper in papers if is_optional),
        fee_choices=choices,
        local_fees=tuple((fee.id, SET_LOCALLY_VND) for fee in typed),
        is_at_once=code in AT_ONCE,
        is_taxed=code in WITH_TAX,
        is_same_day=limit.unit is Unit.SAME_DAY,
    )


def _handed_in(paper: Document) -> PaperIn:
    return PaperIn(
        name=paper.name,
        required_document_id=paper.id,
        originals=paper.originals if paper.originals is not None else 1,
        copies=paper.copies or 0,
        present_only=paper.present_only,
    )


def _first_choices(ground: Ground) -> tuple[int, ...]:
    """Of the fees among which one is chosen, the first of each group."""
    first: dict[str, int] = {}
    for fee in ground.detail.fees:
        if fee.choice_group:
            first.setdefault(fee.choice_group, fee.id)
    return tuple(first.values())
