"""What a merger, a split or a replacement is: who ends, who takes over, from when. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from motcua.agencies.vocabulary import CodeScheme, DeskKind, SuccessionKind
from motcua.kernel.refusal import Refusal


class SuccessorsMissing(Refusal):
    """A merger needs two agencies (or one and an existing successor); a split two successors."""

    code = "successors-missing"


class SuccessorAmongPredecessors(Refusal):
    """An agency would end and take over at once."""

    code = "successor-among-predecessors"


@dataclass(frozen=True, kw_only=True, slots=True)
class NewAgency:
    """An agency that begins with a succession. What is left out is taken over from the first
    predecessor, but for the code: identification codes are never derived."""

    slug: str
    name: str
    short_name: str
    place_name: str = ""
    address: str = ""
    phone: str = ""
    parent_id: int | None = None
    code: str = ""
    scheme: CodeScheme = CodeScheme.LOCAL
    desk_name: str = ""
    desk_kind: DeskKind = DeskKind.SERVICE_CENTER


@dataclass(frozen=True, kw_only=True, slots=True)
class SuccessionPlan:
    """Who ends and who takes over. A successor is a new agency or the id of one in force.

    The first successor takes what is not given to another; `unit_takers` says for a unit of a
    predecessor which successor (its place among them) takes its work and its people.
    """

    kind: SuccessionKind
    predecessor_ids: tuple[int, ...]
    successors: tuple[NewAgency | int, ...]
    from_day: date
    basis: str = ""
    unit_takers: Mapping[int, int] = field(default_factory=dict)

    def taker_of(self, unit_id: int | None) -> int:
        """The place of the successor that takes a unit's work; what has no unit goes to the first."""
        return self.unit_takers.get(unit_id, 0) if unit_id is not None else 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Succession:
    """What came of it. The maps lead from what ended to what took over."""

    successor_ids: tuple[int, ...]
    unit_map: Mapping[int, int]
    position_map: Mapping[int, int]


def check_plan(plan: SuccessionPlan) -> None:
    """Refusals: SuccessorsMissing, SuccessorAmongPredecessors."""
    ending = set(plan.predecessor_ids)
    existing = [one for one in plan.successors if isinstance(one, int)]
    if not ending:
        raise SuccessorsMissing(field="predecessors")
    if ending & set(existing):
        raise SuccessorAmongPredecessors(field="successors")
    if len(set(existing)) < len(existing) or not _fits(plan.kind, ending, plan):
        raise SuccessorsMissing(field="successors")


def _fits(kind: SuccessionKind, ending: Collection[int], plan: SuccessionPlan) -> bool:
    wanted = len(plan.successors)
    joins_existing = wanted == 1 and isinstance(plan.successors[0], int)
    if kind == SuccessionKind.MERGE:
        return wanted == 1 and (len(ending) > 1 or joins_existing)
    if kind == SuccessionKind.SPLIT:
        return wanted > 1 and len(ending) == 1
    return wanted == 1 and len(ending) == 1
