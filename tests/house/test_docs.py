"""What the pages say is true: links lead somewhere, commands exist, reference pages match the code."""

from __future__ import annotations

import re

import pytest

from motcua.jobs.command_line.catalogue import BY_NAME, COMMANDS
from motcua.jobs.quality.parts import PARTS
from motcua.jobs.reference import pages
from motcua.jobs.reference.settings import MEANINGS, readings
from tests.support.checkout import ROOT, tracked

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
COMMAND = re.compile(r"\./motcua ([a-z]+)(?: ([a-z]+))?")
TARGETS = re.compile(r"^WORDS := (.*)$", re.MULTILINE)


def test_every_link_leads_to_a_file() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in tracked("*.md")
        for target in LINK.findall(page.read_text())
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_command_in_the_pages_exists() -> None:
    named = {name for page in tracked("*.md") for name, _ in COMMAND.findall(page.read_text())}
    assert named - BY_NAME.keys() == set()


def test_every_part_of_the_tests_in_the_pages_exists() -> None:
    pairs = {pair for page in tracked("*.md") for pair in COMMAND.findall(page.read_text())}
    parts = {part for name, part in pairs if name == "test" and part}
    assert parts - PARTS.keys() - {"tests"} == set()


def test_every_word_of_the_makefile_is_a_command() -> None:
    found = TARGETS.search((ROOT / "Makefile").read_text())
    assert found is not None
    assert set(found.group(1).split()) - BY_NAME.keys() == set()


def test_the_reference_pages_match_the_code() -> None:
    assert pages.stale() == []


def test_every_setting_read_has_its_meaning_and_no_other() -> None:
    assert {reading.name for reading in readings()} == MEANINGS.keys()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_described_in_both_languages(command) -> None:  # type: ignore[no-untyped-def]
    assert command.vi
    assert command.en
    assert command.vi != command.en
