"""The dossier code by pattern (TT 01/2018/TT-VPCP Art. 19; law.md section 3).

A pattern is text with tokens in braces: `{agency}`, `{yymmdd}`, `{yyyymmdd}` and `{serial:4}`.
The serial counts the dossiers of one agency on one day and rolls past 9999 to five digits.
"""

from __future__ import annotations

import re
from datetime import date

from motcua.kernel.refusal import Refusal

DEFAULT_PATTERN = "{agency}-{yymmdd}-{serial:4}"
CODE_LENGTH_MAX = 50
TOKEN = re.compile(r"\{([a-z]+)(?::(\d))?\}")
DAYS = {"yymmdd": "%y%m%d", "yyyymmdd": "%Y%m%d"}


class PatternFaulty(Refusal):
    """The pattern would give codes twice, or codes too long. `why` is a code."""

    code = "number-pattern-faulty"


class AgencyCodeMissing(Refusal):
    """The agency has no identification code in the catalogue, so no dossier code can be made."""

    code = "agency-code-missing"


def check_pattern(pattern: str) -> None:
    """Refusals: PatternFaulty (unknown token, no agency, no day, not exactly one serial)."""
    names = [match.group(1) for match in TOKEN.finditer(pattern)]
    rest = TOKEN.sub("", pattern)
    if "{" in rest or "}" in rest or set(names) - {"agency", "serial", *DAYS}:
        raise PatternFaulty(field="pattern", why="unknown-token")
    if names.count("serial") != 1 or "agency" not in names or not set(names) & set(DAYS):
        raise PatternFaulty(field="pattern", why="not-unique")
    if not re.fullmatch(r"[A-Z0-9.\-]*", rest):
        raise PatternFaulty(field="pattern", why="characters")


def dossier_code(pattern: str, *, agency_code: str, day: date, serial: int) -> str:
    """The code. `serial` from 1. Refusals: PatternFaulty when longer than 50 characters."""

    def value(match: re.Match[str]) -> str:
        name, width = match.group(1), int(match.group(2) or 4)
        if name == "serial":
            return f"{serial:0{width}d}"
        return agency_code if name == "agency" else day.strftime(DAYS[name])

    code = TOKEN.sub(value, pattern)
    if len(code) > CODE_LENGTH_MAX:
        raise PatternFaulty(field="pattern", why="too-long")
    return code
