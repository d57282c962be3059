"""`./motcua import forms [FILE…]`: publish interactive forms; without a file those of the product."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from motcua.eforms.commands.import_forms import FormImport, import_forms
from motcua.eforms.shipped import shipped_forms
from motcua.eforms.wording import REFUSALS, refusal_words
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal


def run(argv: list[str]) -> int:
    """0 when every form was taken over; 1 when a file cannot be read or a form was refused."""
    try:
        documents = [_read(Path(name)) for name in argv] if argv else shipped_forms()
    except (OSError, orjson.JSONDecodeError) as fault:
        return complain(f"Không đọc được tệp biểu mẫu: {fault}.", f"Cannot read a form: {fault}")
    return tell(import_forms(actor=operator("import"), at=now(), documents=documents))


def _read(path: Path) -> Any:
    return orjson.loads(path.read_bytes())


def tell(told: FormImport) -> int:
    """What became of the forms, in words; the exit code."""
    _list(either("công bố", "published"), told.published)
    _list(either("giữ nguyên", "unchanged"), told.unchanged)
    lines = [f"{code}: {_why(one)}" for code, refusal in told.refused for one in refusal.reasons]
    if lines:
        say(f"  không nhận: {len(told.refused)}", f"  refused: {len(told.refused)}")
        print("\n".join(f"    {line}" for line in lines))
    return 1 if told.refused else 0


def _list(title: str, codes: Sequence[str]) -> None:
    print(f"  {title}: {len(codes)}" + (f" ({', '.join(codes)})" if codes else ""))


def _why(refusal: Refusal) -> str:
    place = f"{refusal.field}: " if refusal.field else ""
    return place + (refusal_words(refusal) if refusal.code in REFUSALS else refusal.code)
