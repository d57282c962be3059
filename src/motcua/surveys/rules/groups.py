"""Who answered beside who did not, group by group: agencies, procedures, fields. Pure.

Each group is compared with all others of the table together. A field is a sum of procedures, so its figures
are told only where, less the procedures that are shown, they do not give away a few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from motcua.surveys.rules.scores import Compared, Counts, compare

Key = TypeVar("Key")
Group = TypeVar("Group")


def compare_groups(
    cells: Mapping[Key, Counts], hidden: Collection[Key], cell_min: int
) -> dict[Key, Compared]:
    """Every group that is shown, beside all the others; where either has fewer than `cell_min` answers or people
    invited, nothing is said. Those compared share the one chance in a hundred."""
    used = sum(one.used for one in cells.values())
    invited = sum(one.invited for one in cells.values())
    found = {
        key: compare("group", (one.used, one.invited), (used - one.used, invited - one.invited))
        for key, one in cells.items()
        if key not in hidden
    }
    enough = {key: one for key, one in found.items() if is_enough(one, cell_min)}
    tested = sum(one.chance is not None for one in enough.values())
    return {key: replace(one, tested=max(1, tested)) for key, one in enough.items()}


def is_enough(one: Compared, cell_min: int) -> bool:
    """Each of the two has enough people not to be told apart."""
    return min(one.answered_a, one.answered_b, one.invited_a, one.invited_b) >= cell_min


def hidden_groups(
    answered: Mapping[Key, int],
    hidden: Collection[Key],
    group_of: Mapping[Key, Group],
    cell_min: int,
) -> frozenset[Group]:
    """The groups that are not told beside a table of their parts of which `hidden` are not: those of few answers;
    those whose hidden parts are few together; and the next smallest, until what is left of the sum of all,
    and of it less every part that is shown, is none or `cell_min`."""
    whole: dict[Group, int] = defaultdict(int)
    rest: dict[Group, int] = defaultdict(int)
    for key, count in answered.items():
        whole[group_of[key]] += count
        rest[group_of[key]] += count if key in hidden else 0
    found = {group for group in whole if 0 < whole[group] < cell_min or 0 < rest[group] < cell_min}
    waiting = sorted(
        (group for group in whole if whole[group] and group not in found),
        key=lambda group: (not rest[group], whole[group], str(group)),
    )
    for group in waiting:
        together = sum(whole[one] for one in found)
        left = sum(rest[one] for one in found)
        if not found or (together >= cell_min and not 0 < left < cell_min):
            break
        found.add(group)
    return frozenset(found)
