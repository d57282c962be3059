"""`motcua check`: what the desk checks on input, as a batch door.

`{"id", "kind", "value"}` -> `{"id", "valid", "parsed", "warnings", "reason"}`. `value` is a string. A value
that is refused is an answer (`valid` false, `parsed` null, `reason` a sentence); an unknown kind or a
value of another type is an error of the line.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from motcua.jobs.batch.fields import text
from motcua.kernel.clock import local_day, now
from motcua.kernel.identifiers.card_dates import BirthDate
from motcua.kernel.identifiers.citizen_card import parse_citizen_card
from motcua.kernel.identifiers.dossier_code import parse_dossier_code
from motcua.kernel.identifiers.personal_id import parse_personal_id
from motcua.kernel.identifiers.phone import parse_phone
from motcua.kernel.identifiers.procedure_code import parse_procedure_code
from motcua.kernel.identifiers.tax_code import parse_tax_code
from motcua.kernel.refusal import Refusal
from motcua.kernel.vietqr import parse_vietqr
from motcua.kernel.wording import word_doubt, word_refusal

Line = dict[str, Any]
Parse = Callable[[str, date], Any]
_PARSERS: Final[dict[str, Parse]] = {
    "citizen_card_qr": lambda value, today: parse_citizen_card(value, today=today),
    "personal_id": lambda value, today: parse_personal_id(value, today=today),
    "tax_code": lambda value, today: parse_tax_code(value, today=today),
    "phone": lambda value, _: parse_phone(value),
    "dossier_code": lambda value, today: parse_dossier_code(value, today=today),
    "procedure_code": lambda value, _: parse_procedure_code(value),
    "vietqr": lambda value, _: parse_vietqr(value),
}
KINDS: Final = tuple(_PARSERS)
_LEFT_OUT: Final = frozenset({"doubts", "extra"})
_RENAMED: Final = {"bank_bin": "bin"}


class KindUnknown(Refusal):
    """No check has this name."""

    code = "kind-unknown"


def _plain(value: Any) -> Any:
    if isinstance(value, BirthDate):
        return value.iso()
    return value.isoformat() if isinstance(value, date) else value


def _fields(parsed: Any) -> Line:
    """The parts of a parsed value under the door's names, dates as ISO 8601 text."""
    return {
        _RENAMED.get(field.name, field.name): _plain(getattr(parsed, field.name))
        for field in dataclasses.fields(parsed)
        if field.name not in _LEFT_OUT
    }


def examine(line: Line, *, today: date) -> Line:
    """The answer to one line as of `today`. Refuses an unknown kind and a value that is not a string."""
    kind, value = text(line, "kind"), text(line, "value")
    parse = _PARSERS.get(kind)
    if parse is None:
        raise KindUnknown(field="kind", kind=kind, known=", ".join(KINDS))
    answer: Line = {"id": line.get("id"), "valid": True, "parsed": None, "warnings": []}
    try:
        parsed = parse(value, today)
    except Refusal as refusal:
        return answer | {"valid": False, "reason": word_refusal(refusal)}
    warnings = [word_doubt(doubt) for doubt in parsed.doubts]
    return answer | {"parsed": _fields(parsed), "warnings": warnings, "reason": None}


def answer(line: Line) -> Line:
    """`examine` as of today in Việt Nam."""
    return examine(line, today=local_day(now()))
