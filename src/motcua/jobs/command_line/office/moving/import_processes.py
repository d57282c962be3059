"""`./motcua import processes [FILE…]`: tables of steps become drafts; without a file the real ones of the product.

Of each table it is told what was read into it and what does not add up; nothing is published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal
from motcua.processes.commands.import_processes import ImportedProcess, import_processes
from motcua.processes.shipped import real_processes
from motcua.processes.wording import NOTES, OUTCOMES, finding_words, refusal_words
from motcua.processes.wording_findings import SHORT


def run(argv: list[str]) -> int:
    """0 when every table was read; 1 when a file cannot be read or holds none."""
    try:
        documents = [_read(Path(name)) for name in argv] if argv else [real_processes()]
    except (OSError, orjson.JSONDecodeError) as fault:
        return complain(f"Không đọc được tệp quy trình: {fault}.", f"Cannot read: {fault}")
    try:
        for document in documents:
            tell(import_processes(actor=operator("import"), at=now(), document=document))
    except Refusal as refusal:
        return complain(refusal_words(refusal), refusal.code)
    return 0


def _read(path: Path) -> Any:
    return orjson.loads(path.read_bytes())


def tell(told: Sequence[ImportedProcess]) -> None:
    """Each table with what there is to say of it, then how often each thing was found."""
    for one in told:
        head = " · ".join(part for part in (one.code, one.name, one.place) if part)
        print(f"{head}\n  → {OUTCOMES[one.outcome]}")
        for note in one.notes:
            print(f"  i {str(NOTES[note.code]) % {'step': note.step, 'words': note.words}}")
        if one.process is not None:
            for found in one.findings:
                print(f"  {'!' if found.is_warning else '✗'} {finding_words(found, one.process)}")
    _sum_up(told)


def _sum_up(told: Sequence[ImportedProcess]) -> None:
    outcomes = Counter(str(OUTCOMES[one.outcome]) for one in told)
    say(f"\nTổng cộng: {len(told)} quy trình", f"\nIn all: {len(told)} processes")
    for words, count in outcomes.most_common():
        print(f"  {words}: {count}")
    found = Counter(code for one in told for code in {found.code for found in one.findings})
    for code, count in found.most_common():
        print(f"  {SHORT.get(code, code)}: {either('ở', 'in')} {count}")
    clean = sum(1 for one in told if one.process is not None and not one.findings)
    say(f"  khớp cả: {clean}", f"  nothing to tell: {clean}")
