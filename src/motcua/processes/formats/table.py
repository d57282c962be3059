"""The table officials know (Bước | Trình tự | Trách nhiệm | Thời gian | Biểu mẫu/Kết quả) read into a process.

Rows whose number is known keep what no column says (what is needed, conditions, the act where it is the same
work); who and how long are read from the words, where these were changed. A row of the total is no step: it is what the steps are
compared with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils import translation

from motcua.kernel.characters import plain_words
from motcua.kernel.folding import fold
from motcua.processes.formats.table_lines import table_lines
from motcua.processes.formats.table_writing import AT_ONCE, OUTSIDE, RESULT, Names, time_cell
from motcua.processes.formats.time_words import days_said, limit_in, why_unread
from motcua.processes.importing.who_words import who_of
from motcua.processes.rules.amounts import is_too_long
from motcua.processes.rules.proposing import with_acts
from motcua.processes.rules.shapes import Next, Process, Step, StepLimit
from motcua.processes.vocabulary import (
    NAME_LENGTH_MAX,
    NUMBER_LENGTH_MAX,
    TEXT_LENGTH_MAX,
    Join,
    Split,
)
from motcua.processes.who_words import who_words
from motcua.processes.wording import limit_words
from motcua.worktime.vocabulary import Unit

_BRANCH: Final = re.compile(r"\s*([^\s()]{1,12})\s*(?:\((.*)\))?\s*")


@dataclass(frozen=True, slots=True)
class UnreadTime:
    """A time that was not taken: the number of its row, the words that stand there, and why."""

    number: str
    words: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """A process read from a table. `unread`: the times that could not be read; `total`: what the
    row of the total states; `days`: how a plain "ngày" was understood (None: there was none); `proposed`: the
    keys of rows whose act was read from their words."""

    process: Process
    unread: tuple[UnreadTime, ...] = ()
    total: StepLimit | None = None
    days: Unit | None = None
    proposed: tuple[str, ...] = ()


def process_from_rows(
    rows: Sequence[Sequence[str]],
    base: Process,
    names: Names,
    *,
    procedure_limit: StepLimit | None = None,
) -> TableFile:
    """The process that the rows say. `base`: the process as it stands, for what no column says. Refusals:
    ProcessFileUnreadable (no heading with the usual columns, no rows, too many)."""
    table = table_lines(rows)
    days = days_said([line["time"] for line in table.lines], base.limit or procedure_limit)
    keys = _keys(table.lines, base)
    unread: list[UnreadTime] = []
    rows_read = _Reading(base=base, names=names, day=days or Unit.WORKING_DAYS, unread=unread)
    with translation.override("vi"):
        steps = [rows_read.step(line, key) for line, key in zip(table.lines, keys, strict=True)]
    steps, proposed = with_acts(steps, base)
    joined = _joined(steps, table.lines, keys, base, has_next=table.has_next)
    total = limit_in(table.total, day=rows_read.day)
    return TableFile(
        process=replace(base, steps=tuple(joined), limit=base.limit or total),
        unread=tuple(unread),
        total=total,
        days=days,
        proposed=proposed,
    )


def _keys(lines: Sequence[Mapping[str, str]], base: Process) -> list[str]:
    """The key of the step with that number, else a free one."""
    known = {step.number: step.key for step in base.steps}
    taken = {known[line["number"]] for line in lines if line["number"] in known}
    keys: list[str] = []
    for at, line in enumerate(lines, start=1):
        key = known.get(line["number"], "")
        if not key or key in keys:
            key = next(f"t{n}" for n in range(at, at + 500) if f"t{n}" not in taken | set(keys))
        keys.append(key)
    return keys


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One row after the other; `day` is what a plain "ngày" means in this table."""

    base: Process
    names: Names
    day: Unit
    unread: list[UnreadTime]

    def step(self, line: Mapping[str, str], key: str) -> Step:
        before = self.base.step(key) if self.base.has(key) else None
        forms, results = _forms(line["form"])
        read = who_of(plain_words(line["who"]), line["name"])
        is_same = before is not None and who_words(before.who, self.names) == plain_words(
            line["who"]
        )
        outside = fold(line["time"]) == fold(OUTSIDE)
        made = before or Step(key=key, number="", name="", who=read.who)
        return replace(
            made,
            number=plain_words(line["number"])[:NUMBER_LENGTH_MAX],
            name=plain_words(line["name"])[:NAME_LENGTH_MAX],
            who=made.who if is_same else read.who,
            limit=None if outside else self._limit(line, made.limit),
            form=forms,
            gives_out=results,
            is_outside=outside or (read.is_outside and not is_same),
        )

    def _limit(self, line: Mapping[str, str], before: StepLimit | None) -> StepLimit | None:
        """What the cell says; what it said before, where nobody has changed it."""
        words = line["time"]
        if words and words in (limit_words(before), time_cell(before)):
            return before
        limit = limit_in(words, day=self.day)
        if words and limit is None:
            self.unread.append(UnreadTime(line["number"], words, why_unread(words)))
        elif limit is not None and is_too_long(limit):
            self.unread.append(UnreadTime(line["number"], words, "too-long"))
            return None
        return limit


def _forms(text: str) -> tuple[str, str]:
    """What stands in the column of forms and results, told apart by the word before it."""
    lines = [plain_words(one) for one in text.splitlines()]
    results = [one.removeprefix(RESULT).strip() for one in lines if one.startswith(RESULT)]
    forms = [one for one in lines if one and not one.startswith(RESULT)]
    return "; ".join(forms)[:TEXT_LENGTH_MAX], "; ".join(results)[:TEXT_LENGTH_MAX]


def _joined(
    steps: list[Step],
    lines: Sequence[Mapping[str, str]],
    keys: Sequence[str],
    base: Process,
    *,
    has_next: bool,
) -> list[Step]:
    """What follows each row: as its column says, without one the next row."""
    numbers = {step.number: step.key for step in reversed(steps)}
    made = []
    for at, (step, line) in enumerate(zip(steps, lines, strict=True)):
        told = line["next"] if has_next else ""
        split = Split.ALL if fold(AT_ONCE) in fold(told) else Split.ONE
        branches = _branches(told, step, numbers) if has_next else None
        if branches is None:
            branches = tuple(Next(key) for key in keys[at + 1 : at + 2])
        back = [numbers[one.strip()] for one in line["back"].split(",") if one.strip() in numbers]
        returns = tuple(back) if line["back"] else () if has_next else step.returns_to
        made.append(replace(step, next=branches, split=split, returns_to=returns))
    at_once = {one.to for step in made if step.split is Split.ALL for one in step.next}
    return [_waiting(step, made, at_once, base) for step in made]


def _branches(told: str, step: Step, numbers: Names) -> tuple[Next, ...] | None:
    """None where nothing is said. A branch that was there keeps its condition."""
    if not told.strip():
        return None
    before = {one.to: one for one in step.next}
    branches = []
    for part in re.split(r"[;\n]", told):
        found = _BRANCH.fullmatch(part)
        number = found.group(1) if found else ""
        if number in numbers:
            to, label = numbers[number], (found.group(2) or "") if found else ""
            kept = before.get(to, Next(to))
            branches.append(replace(kept, label=plain_words(label)[:NAME_LENGTH_MAX]))
    return tuple(branches)


def _waiting(step: Step, steps: Sequence[Step], at_once: set[str], base: Process) -> Step:
    """Whether it waits for its branches: as it did; a new one does where work goes on at once before it."""
    coming = [one for one in steps if step.key in {branch.to for branch in one.next}]
    known = {branch.to for one in base.steps for branch in one.next}
    if base.has(step.key) and (step.key in known or len(coming) < 2):
        return step
    parted = len(coming) > 1 and all(one.key in at_once for one in coming)
    return replace(step, join=Join.ALL if parted else Join.ANY)
