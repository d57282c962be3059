"""`./motcua import life-events [FILE]`: take the list of life events over; without a file that of the product."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from motcua.dossiers.refusal_words import sentence
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal
from motcua.procedures.commands.import_life_events import import_life_events
from motcua.procedures.shipped import shipped_life_events


def run(argv: list[str]) -> int:
    """0 when the list was taken over; 1 when the file cannot be read."""
    try:
        document = _read(Path(argv[0])) if argv else shipped_life_events()
        told = import_life_events(actor=operator("import"), at=now(), document=document)
    except (OSError, orjson.JSONDecodeError) as fault:
        return complain(f"Không đọc được tệp: {fault}.", f"Cannot read the file: {fault}")
    except Refusal as refusal:
        return complain(sentence(refusal), f"Refused: {refusal.code} {refusal.params}")
    for title, codes in (
        (either("công bố", "published"), told.published),
        (either("giữ nguyên", "unchanged"), told.unchanged),
        (either("kết thúc", "ended"), told.ended),
    ):
        print(f"  {title}: {len(codes)}" + (f" ({', '.join(codes)})" if codes else ""))
    return 0


def _read(path: Path) -> Any:
    return orjson.loads(path.read_bytes())
