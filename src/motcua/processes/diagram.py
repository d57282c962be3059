"""A process as a diagram of plain values, which a template draws as SVG: boxes with words, lines with labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import wrap

from django.utils.translation import gettext as _

from motcua.processes.rules.drawn import Box, Line, Size
from motcua.processes.rules.graph import ways_of
from motcua.processes.rules.layout import lay_out
from motcua.processes.rules.shapes import Process, Step
from motcua.processes.vocabulary import Join, Split
from motcua.processes.who_words import NO_NAMES, who_words
from motcua.processes.wording import condition_of, limit_words

WIDTH, LINE_HEIGHT, PADDING = 216, 18, 10
LETTERS, NAME_LINES, WHO_LINES = 27, 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnStep:
    """A box. `lines`: its words with their heights, the name in bold; `waits`, `parts`: a bar above or
    below, where branches are waited for or go at once."""

    key: str
    x: int
    y: int
    width: int
    height: int
    name: tuple[tuple[int, str], ...]
    more: tuple[tuple[int, str], ...]
    waits: bool
    parts: bool
    is_outside: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """A line; `label` beside its beginning, at `x`, `y`."""

    points: str
    label: str
    x: int
    y: int
    is_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """`text`: the whole in one sentence, for whoever does not see it."""

    width: int
    height: int
    steps: tuple[DrawnStep, ...]
    lines: tuple[DrawnLine, ...]
    text: str


def diagram_of(process: Process, names: Mapping[str, str] = NO_NAMES) -> Diagram:
    """The diagram of a process, whatever is wrong with it; what leads nowhere is left out. `names`: what
    units and agencies are called."""
    words = {step.key: (_name_lines(step), _more_lines(step, names)) for step in process.steps}
    sizes = {
        key: Size(WIDTH, (len(name) + len(more)) * LINE_HEIGHT + 2 * PADDING)
        for key, (name, more) in words.items()
    }
    known = set(sizes)
    back = [
        (step.key, to)
        for step in process.steps
        for to in step.returns_to
        if to in known and to != step.key
    ]
    layout = lay_out(sizes, ways_of(process), back)
    boxes = {box.key: box for box in layout.boxes}
    return Diagram(
        width=layout.width,
        height=layout.height,
        steps=tuple(
            _drawn(process, step, boxes[step.key], *words[step.key]) for step in process.steps
        ),
        lines=tuple(_line(process, line) for line in layout.lines),
        text=_text(process),
    )


def _name_lines(step: Step) -> list[str]:
    name = f"{step.number}. {step.name}" if step.number else step.name
    return wrap(name, LETTERS, max_lines=NAME_LINES, placeholder=" …") or ["—"]


def _more_lines(step: Step, names: Mapping[str, str]) -> list[str]:
    who = wrap(who_words(step.who, names), LETTERS, max_lines=WHO_LINES, placeholder=" …")
    time = _("ngoài cơ quan") if step.is_outside else limit_words(step.limit)
    return [*who, *([time] if time else [])]


def _drawn(process: Process, step: Step, box: Box, name: list[str], more: list[str]) -> DrawnStep:
    first = box.y + PADDING + LINE_HEIGHT - 5
    return DrawnStep(
        key=step.key,
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        name=tuple((first + at * LINE_HEIGHT, line) for at, line in enumerate(name)),
        more=tuple((first + (len(name) + at) * LINE_HEIGHT, line) for at, line in enumerate(more)),
        waits=step.join is Join.ALL and len(process.before(step.key)) > 1,
        parts=step.split is Split.ALL and len(step.next) > 1,
        is_outside=step.is_outside,
        is_first=step is process.steps[0],
        is_last=step.is_last,
    )


def _line(process: Process, line: Line) -> DrawnLine:
    step = process.step(line.start)
    label = next(
        (one.label or condition_of(one.when) for one in step.next if one.to == line.end), ""
    )
    beside = line.points[1] if len(line.points) > 2 else line.points[0]
    end_x = line.points[-1][0] if len(line.points) >= 4 and not line.is_back else beside[0]
    return DrawnLine(
        points=" ".join(f"{x},{y}" for x, y in line.points),
        label=label if len(step.next) > 1 else "",
        x=end_x + 6,
        y=(line.points[-1][1] if not line.is_back else beside[1]) - 8,
        is_back=line.is_back,
    )


def _text(process: Process) -> str:
    told = {"title": process.title, "count": len(process.steps)}
    return _("Sơ đồ quy trình “%(title)s”, %(count)s bước; nội dung từng bước ở bảng.") % told
