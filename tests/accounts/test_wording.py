"""Each sentence about a fact uses only what the fact holds; each audited act has its words."""

from __future__ import annotations

import re
from dataclasses import fields
from types import ModuleType

import pytest

from motcua.accounts import events as account_events
from motcua.accounts import wording as account_words
from motcua.agencies import events as agency_events
from motcua.agencies import wording as agency_words
from motcua.audit.wording import ACTS
from motcua.kernel.event import Event
from tests.support.checkout import tracked

PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize(
    ("events", "words"), [(account_events, account_words), (agency_events, agency_words)]
)
def test_a_sentence_asks_only_for_what_its_fact_holds(
    events: ModuleType, words: ModuleType
) -> None:
    kinds = [
        kind
        for kind in vars(events).values()
        if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
    ]
    wrong = {
        kind.code: asked
        for kind in kinds
        if (asked := _asked(words.FACTS[kind.code]) - {spec.name for spec in fields(kind)})
    }
    assert wrong == {}
    assert {kind.code for kind in kinds} == set(words.FACTS)


def _asked(sentence: object) -> set[str]:
    return set(PLACEHOLDER.findall(str(sentence)))


def test_every_noted_act_has_its_words() -> None:
    doors = ("src/motcua/workspace/*.py", "src/motcua/api/*.py", "src/motcua/portal/*.py")
    source = "\n".join(path.read_text() for door in doors for path in tracked(door))
    noted = set(re.findall(r"note(?:_access)?\([^\"]{0,80}\"([a-z-]+\.[a-z-]+|sign-out)\"", source))
    assert "dossier.read" in noted
    assert noted - set(ACTS) == set()
