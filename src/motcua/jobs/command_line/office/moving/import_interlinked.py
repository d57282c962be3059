"""`./motcua import interlinked [FILE…]`: groups of procedures; without a file those of the product.

Says of each group what became of it and what does not add up in the source.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from motcua.interlinked.commands.import_groups import ImportedGroup, import_groups
from motcua.interlinked.shipped import shipped_groups
from motcua.interlinked.wording import finding_words, refusal_words
from motcua.jobs.command_line.office.moving.import_words import explain
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal

OUTCOMES = {
    "published": ("công bố", "published"),
    "unchanged": ("giữ nguyên", "unchanged"),
    "refused": ("không nhận", "refused"),
}


def run(argv: list[str]) -> int:
    """0 when every group was taken over; 1 when a file cannot be read or a group was refused."""
    try:
        documents = [orjson.loads(Path(name).read_bytes()) for name in argv]
    except (OSError, orjson.JSONDecodeError) as fault:
        return complain(f"Không đọc được tệp: {fault}.", f"Cannot read the file: {fault}")
    return max(_take_over(one) for one in documents or [shipped_groups()])


def _take_over(document: Any) -> int:
    try:
        told = import_groups(actor=operator("import"), at=now(), document=document)
    except Refusal as refusal:
        return explain(refusal)
    return tell(told)


def tell(told: Iterable[ImportedGroup]) -> int:
    """What became of each group, in words; the exit code."""
    is_refused = False
    for one in told:
        print(f"  {either(*OUTCOMES[one.outcome])}: {one.code} {one.name}")
        for finding in one.findings:
            print(f"    - {finding_words(finding)}")
        for refusal in one.refusals:
            print(f"    ! {refusal_words(refusal)}")
        is_refused |= one.outcome == "refused"
    return int(is_refused)
