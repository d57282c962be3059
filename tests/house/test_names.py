"""Names come from the glossary; migrations are named by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps

from motcua.dossiers.vocabulary import Act
from motcua.jobs.reference.discovery import facts_told, subclasses_of
from motcua.kernel.event import Event
from tests.support.checkout import ROOT, tracked

GLOSSARY = (ROOT / "docs/glossary.md").read_text()
TERMS, _, FORBIDDEN_PART = GLOSSARY.partition("## Words not used")
FORBIDDEN = set(re.findall(r"`([a-z]+)`", FORBIDDEN_PART))
KNOWN = set(re.findall(r"`(\w+)`", TERMS))
MIGRATION = re.compile(r"\d{4}_[a-z][a-z0-9_]*")
MIGRATIONS = [path for path in tracked("src/*/migrations/*.py") if path.stem != "__init__"]
IMPORT = re.compile(r"^(?:from|import) (motcua\.[\w.]+)", re.MULTILINE)


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z][a-z]*|[a-z]+", name)}


def _misnamed(names: list[str]) -> list[str]:
    return [name for name in names if name not in KNOWN and _words(name) & FORBIDDEN]


def test_the_glossary_forbids_some_words() -> None:
    assert {"application", "ticket"} <= FORBIDDEN


def test_a_forbidden_word_is_seen_inside_a_name() -> None:
    assert _misnamed(["DossierTicket", "CaseOpened", "Dossier"]) == ["DossierTicket", "CaseOpened"]


def test_models_are_named_by_the_glossary() -> None:
    ours = [model.__name__ for model in apps.get_models() if model.__module__.startswith("motcua.")]
    assert ours
    assert _misnamed(ours) == []


def test_events_are_named_by_the_glossary() -> None:
    assert _misnamed([event.__name__ for event in subclasses_of(Event)]) == []


def test_acts_are_named_by_the_glossary() -> None:
    names = [act.name.title() for act in Act if act.name not in KNOWN]
    assert _misnamed(names) == []


def test_event_codes_are_noun_and_past_verb() -> None:
    codes = [event.code for event in facts_told()]
    assert [code for code in codes if not re.fullmatch(r"[a-z-]+\.[a-z-]+", code)] == []
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    "path", MIGRATIONS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}"
)
def test_a_migration_is_named_by_hand(path: Path) -> None:
    assert MIGRATION.fullmatch(path.stem)
    assert "_auto_" not in path.stem


@pytest.mark.parametrize(
    "path", MIGRATIONS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}"
)
def test_a_migration_imports_no_code_that_may_change(path: Path) -> None:
    imported = set(IMPORT.findall(path.read_text()))
    assert {name for name in imported if not name.startswith("motcua.database.")} == set()


def test_migrations_of_an_app_stand_in_one_line() -> None:
    numbers = [(path.parent, path.stem[:4]) for path in MIGRATIONS]
    assert len(numbers) == len(set(numbers))
