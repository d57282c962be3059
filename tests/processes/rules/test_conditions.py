"""A condition that looks at something nobody answers is told: its branch would never be taken."""

from __future__ import annotations

from typing import Any

from motcua.processes.rules.checking_conditions import condition_findings
from motcua.processes.rules.definition import process_of
from motcua.processes.vocabulary import KNOWN_PATHS
from motcua.workflow.rules import known
from tests.processes.rules.sample_processes import process, step

ASKED = frozenset({"child", "child.sex", "witnesses.name"})


def told(when: dict[str, Any]) -> list[tuple[str, str]]:
    read = process_of(
        process(step("a", next=[{"to": "b", "when": when}, {"to": "c"}]), step("b"), step("c"))
    )
    return [(one.step, one.params["path"]) for one in condition_findings(read, ASKED)]


def test_what_is_known_of_any_dossier_is_what_the_work_knows() -> None:
    assert set(KNOWN_PATHS) == set(known.KNOWN_PATHS)


def test_what_is_known_or_asked_is_in_order() -> None:
    assert told({"is": ["channel", "ONLINE"]}) == []
    assert told({"all": [{"is": ["child.sex", "FEMALE"]}, {"answered": "child.name"}]}) == []
    assert told({"at_least": [{"count": "witnesses.name"}, 2]}) == []


def test_what_nobody_asks_is_named() -> None:
    when = {"any": [{"is": ["chanel", "ONLINE"]}, {"not": {"answered": "spouse"}}]}
    assert told(when) == [("a", "chanel"), ("a", "spouse")]
