"""The page of commands, made from the table that `./motcua help` prints."""

from __future__ import annotations

from motcua.jobs.command_line.catalogue import COMMANDS, Group
from motcua.jobs.command_line.check_door import SILENT_SECONDS_MAX
from motcua.jobs.quality.parts import PARTS, Leg
from motcua.jobs.quality.steps import STEPS
from motcua.jobs.reference.layout import code, page, table

HEADINGS = {
    Group.OFFICE: "Running an office",
    Group.BATCH: "Batch: JSON lines in and out",
    Group.WORKSHOP: "Building and proving",
}
TWO_MEANINGS = f"""## `check` is two commands in one word

Standard input decides which: a file (even an empty one), or a pipe on which something arrives, is
answered line by line; a terminal, `/dev/null`, nothing attached, or a pipe closed with nothing in it
means the check of the source. A pipe that stays open and silent is waited for, with a word on
standard error, and after {SILENT_SECONDS_MAX} seconds the source is checked. `./motcua check --batch` and
`./motcua check --house` leave no doubt."""


def commands_page() -> str:
    parts = []
    for group, heading in HEADINGS.items():
        rows = [
            [code(f"./motcua {command.name} {command.usage}".rstrip()), command.en, command.vi]
            for command in COMMANDS
            if command.group is group
        ]
        parts.append(f"## {heading}\n\n" + table(["command", "what it does", "tiếng Việt"], rows))
    intro = "Exit code 0: done; 1: not done, and why is said; 2: the words were not understood."
    return page("Commands", intro, *parts, TWO_MEANINGS, _parts(), _steps())


def _parts() -> str:
    rows = [
        [code(f"./motcua test {part.name}"), ", ".join(leg.lower() for leg in part.legs if isinstance(leg, Leg)),
         ", ".join(code(f"tests/{folder}") for folder in part.folders)]
        for part in PARTS.values()
    ]  # fmt: skip
    return "## Parts of the tests\n\n" + table(["command", "legs", "folders"], rows)


def _steps() -> str:
    rows = [[code(f"./motcua check --house {step.name}"), step.en, step.vi] for step in STEPS]
    return "## Steps of the check of the source\n\n" + table(
        ["command", "what", "tiếng Việt"], rows
    )
