"""Which case gave these fee lines: so that a fee can be worked out again when one thing of it changes. Pure.

A dossier keeps the lines of its fee, each with what it counted. The case behind them is found by trying
what the catalogue offers until the same lines come out; where none does (the catalogue has no such fee
any more, or the lines came from another installation) nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Any

from motcua.procedures.rules.content import Fee
from motcua.procedures.rules.fees import (
    CopiedDocument,
    FeeCase,
    FeeLineCode,
    FeeSheetLine,
    awaits_local_amount,
    work_out,
)
from motcua.procedures.vocabulary import Channel, FeeUnit, Preference

TRIED_MAX = 400
COUNTED = (FeeLineCode.PER_COPY, FeeLineCode.PER_PAGE, FeeLineCode.FREE_UNITS)
FIRST_DOCUMENT = 1


def case_behind(
    fees: Sequence[Fee], lines: Sequence[FeeSheetLine], *, channel: Channel, variant: int | None
) -> FeeCase | None:
    """The case of which these are the lines; None where none of those tried gives them."""
    bare = FeeCase(
        channel=channel,
        variant=variant,
        groups=groups_in(lines),
        local_amounts=tuple(_local_amounts(fees, lines)),
    )
    tried = product(_alternatives(fees), _counts(fees, lines))
    for chosen, documents in islice(tried, TRIED_MAX):
        case = replace(bare, chosen_fee_ids=frozenset(chosen), **documents)
        if _told(work_out(fees, case).lines) == _told(lines):
            return case
    return None


def groups_in(lines: Sequence[FeeSheetLine]) -> frozenset[Preference]:
    """The preferences that took something off."""
    return frozenset(Preference(line.params["group"]) for line in lines if "group" in line.params)


def _told(lines: Sequence[FeeSheetLine]) -> list[tuple[str, str, str, int]]:
    return [(str(line.kind), line.name, str(line.code), line.amount_vnd) for line in lines]


def _alternatives(fees: Sequence[Fee]) -> Iterator[tuple[int, ...]]:
    """Each way to choose one, or none, of every choice group."""
    groups: dict[str, list[int]] = {}
    for fee in fees:
        if fee.choice_group:
            groups.setdefault(fee.choice_group, []).append(fee.id)
    for chosen in product(*([0, *ids] for ids in groups.values())):
        yield tuple(fee_id for fee_id in chosen if fee_id)


def _counts(fees: Sequence[Fee], lines: Sequence[FeeSheetLine]) -> list[dict[str, Any]]:
    """What may have been counted, the plainest first: pages and copies of each original, or copies alone."""
    by_page = _counted(fees, lines, FeeUnit.PAGE)
    by_copy = _counted(fees, lines, FeeUnit.COPY)
    originals: dict[int, CopiedDocument] = {}
    for line in by_page:
        place = int(line.params.get("document", FIRST_DOCUMENT))
        before = originals.get(place, CopiedDocument(pages=0))
        pages = max(before.pages, int(line.params["last"]))
        originals[place] = CopiedDocument(pages=pages, copies=int(line.params["times"]))
    ways: list[dict[str, Any]] = [{}]
    if by_copy:
        ways.append({"copies": max(int(line.params["last"]) for line in by_copy)})
    if originals:
        every = tuple(one for _place, one in sorted(originals.items()))
        ways = [{"pages": every[0].pages, "copies": every[0].copies}, *ways, {"items": every}]
    return ways


def _counted(
    fees: Sequence[Fee], lines: Sequence[FeeSheetLine], per: FeeUnit
) -> list[FeeSheetLine]:
    """The lines of fees that go by this unit."""
    names = {(fee.kind, fee.name) for fee in fees if fee.per is per}
    return [line for line in lines if line.code in COUNTED and (line.kind, line.name) in names]


def _local_amounts(fees: Sequence[Fee], lines: Sequence[FeeSheetLine]) -> Iterator[tuple[int, int]]:
    """The amounts that somebody typed for what the province sets."""
    for fee in fees:
        if not awaits_local_amount(fee):
            continue
        same = (line for line in lines if (line.kind, line.name) == (fee.kind, fee.name))
        amount = next(
            (int(one.params["unit_vnd"]) for one in same if "unit_vnd" in one.params), None
        )
        if amount is not None:
            yield fee.id, amount
