"""Whoever asks what a command does is told, and nothing else happens."""

from __future__ import annotations

import pytest

from motcua.jobs.command_line.catalogue import BY_NAME, COMMANDS, TELLS_MORE
from motcua.jobs.command_line.dispatch import main

ONE_LINERS = [one.name for one in COMMANDS if one.name not in TELLS_MORE]


@pytest.mark.parametrize("word", ["-h", "--help"])
@pytest.mark.parametrize("name", ONE_LINERS)
def test_asking_what_a_command_does_does_not_do_it(
    name: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, word]) == 0
    said = capsys.readouterr()
    assert said.out == f"{BY_NAME[name].call}\n  {BY_NAME[name].vi}\n"
    assert said.err == ""


def test_those_who_tell_more_are_commands() -> None:
    assert set(BY_NAME) >= TELLS_MORE
