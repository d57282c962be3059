"""Conditions that look at something nobody ever answers: the branch would never be taken. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from motcua.eforms.rules.conditions import looked_at
from motcua.processes.rules.findings import Finding, warning
from motcua.processes.rules.shapes import Next, Process
from motcua.processes.vocabulary import KNOWN_PATHS

VARIANT = "variant"


def condition_findings(process: Process, asked: Collection[str]) -> Iterator[Finding]:
    """`asked`: the paths of what the declaration asks; of a compound (a person, an address) any part."""
    known = frozenset({*KNOWN_PATHS, *asked})
    for step in process.steps:
        for branch in step.next:
            for path in _unknown(branch, known):
                yield warning("condition-on-nothing", step.key, path=path)


def branches_by_variant(process: Process) -> bool:
    """Whether a way to a next step depends on the variant, which it names by its id."""
    conditions = (branch.condition for step in process.steps for branch in step.next)
    return any(
        one.path == VARIANT for condition in conditions if condition for one in looked_at(condition)
    )


def _unknown(branch: Next, known: frozenset[str]) -> list[str]:
    condition = branch.condition
    if condition is None:
        return []
    paths = dict.fromkeys(one.path for one in looked_at(condition))
    return [path for path in paths if not _is_known(path, known)]


def _is_known(path: str, known: frozenset[str]) -> bool:
    parts = path.split(".")
    return any(".".join(parts[:count]) in known for count in range(1, len(parts) + 1))
