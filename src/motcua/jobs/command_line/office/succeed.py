"""`./motcua succeed FILE.json [--do]`: try a merger or a split on a copy; with `--do`, carry it out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from motcua.agencies.importing.document import DocumentMalformed
from motcua.dossiers.commands.carry_out_succession import carry_out
from motcua.dossiers.commands.rehearse_succession import rehearse
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rehearsal import Rehearsal
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.succession_file import order_from
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.clock import local_day, now
from motcua.kernel.refusal import Refusal
from motcua.workspace.agencies.rehearsal import problems_of


def run(argv: list[str]) -> int:
    """0 when it was tried, or done; 1 with a sentence when it was refused."""
    parser = Asker(prog="./motcua succeed")
    parser.add_argument("file", type=Path, metavar="FILE.json")
    parser.add_argument(
        "--do", action="store_true", help=either("thực hiện, không chỉ thử", "do it, not only try")
    )
    asked, at = parser.parse_args(argv), now()
    try:
        return _succeed(_read(asked.file), at, does=asked.do)
    except OSError as fault:
        return complain(f"Không mở được tệp: {fault}", f"The file cannot be opened: {fault}")
    except Refusal as refusal:
        return complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        raise DocumentMalformed(place="$", problem="not-json") from None


def _succeed(document: Any, at: datetime, *, does: bool) -> int:
    actor, order = operator("succeed"), order_from(document, local_day(at))
    shown = rehearse(actor=actor, at=at, order=order)
    for vi, en in _told(shown):
        say(vi, en)
    for problem in problems_of(shown):
        say(f"! {problem}", f"! {problem}")
    if not does:
        say("Mới thử, chưa ghi gì. Thêm --do để thực hiện.", "Only tried. Add --do to do it.")
        return 0
    done = carry_out(actor=actor, at=at, order=order, marks=shown.marks)
    say(
        f"✓ Đã thực hiện: {done.people} cán bộ có vị trí mới, {done.dossiers} hồ sơ đã chuyển.",
        f"✓ Done: {done.people} officers have new positions, {done.dossiers} dossiers moved.",
    )
    return 0


def _told(shown: Rehearsal) -> Iterator[tuple[str, str]]:
    """What a rehearsal found, line by line."""
    count, day = len(shown.dossiers), shown.day
    yield (
        f"• {count} hồ sơ đang giải quyết đi theo từ ngày {day:%d/%m/%Y}, ngày hẹn giữ nguyên.",
        f"• {count} running dossiers follow from {day}, their dates unchanged.",
    )
    kept = sum(one.after is not None for one in shown.people)
    yield (
        f"• {kept}/{len(shown.people)} cán bộ có vị trí mới.",
        f"• {kept}/{len(shown.people)} officers have new positions.",
    )
    for row in shown.numbering_after:
        first = row.first_code or "—"
        yield f"• {row.agency}: mã đầu tiên {first}", f"• {row.agency}: first code {first}"
