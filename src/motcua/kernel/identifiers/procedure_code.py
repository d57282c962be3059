"""Mã thủ tục hành chính of the national database: `1.001193`, with an agency `1.012753.H19` or `2.000815.000.00.00.H17`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from motcua.kernel.characters import plain_code
from motcua.kernel.identifiers.dossier_code import AGENCY_FORM
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.refusal import Refusal

_WITH_DOT: Final = re.compile(rf"(\d\.\d{{6}})(?:\.({AGENCY_FORM}))?", re.ASCII)
_WITHOUT_DOT: Final = re.compile(rf"(\d)\d{{6}}(?:\.(?:{AGENCY_FORM}))?", re.ASCII)
_GROUPS: Final = frozenset("123")


class ProcedureCodeEmpty(Refusal):
    """Nothing was typed."""

    code = "procedure-code-empty"


class ProcedureCodeForm(Refusal):
    """Not `d.dddddd`, or what follows is no agency code."""

    code = "procedure-code-form"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureCode:
    """`code` is the national one (`1.012753`), `agency` the suffix (`H19`), `full` both as printed."""

    code: str
    agency: str | None
    full: str
    doubts: tuple[Doubt, ...] = ()


def parse_procedure_code(text: str) -> ProcedureCode:
    """A procedure code; a comma for the point is read as a point. Refuses any other form.

    Doubts: the point was missing (`1001193`), a first digit other than 1, 2 or 3.
    """
    typed = plain_code(text).upper().replace(",", ".")
    if not typed:
        raise ProcedureCodeEmpty(field="procedure_code")
    doubts = []
    if bare := _WITHOUT_DOT.fullmatch(typed):
        doubts.append(Doubt("procedure-code-dot-added", "procedure_code"))
        typed = f"{bare[1]}.{typed[1:]}"
    found = _WITH_DOT.fullmatch(typed)
    if found is None:
        raise ProcedureCodeForm(field="procedure_code")
    if typed[0] not in _GROUPS:
        doubts.append(Doubt("procedure-code-group", "procedure_code", {"digit": typed[0]}))
    return ProcedureCode(code=found[1], agency=found[2], full=typed, doubts=tuple(doubts))
