"""Text as it may stand on paper: composed, visible, in letters the typeface has."""

from __future__ import annotations

import re
import unicodedata

TEXT_CHARACTERS_MAX = 1_000
MISSING_LETTER = "□"
BREAK_POINT = "\u200b"

# What Libertinus Serif has in regular, bold AND italic, of the scripts written left to right. A letter
# outside would stop PDF/A (a missing glyph is an error there). A test prints all of it.
_REPERTOIRE = """
0020-007E 00A1-00AC 00AE-0241 0243 0247 0249 024D 0250-02E4 02EA-033F 0342 0345-034E 0350-036F 0375
037A-037D 0384-0386 0388-038A 038C 038E-03A1 03A3-03CE 03D0-03E1 03F0-03F6 03F8-03F9 03FB 03FD-045F
0462-0463 0470-0477 0490-04C4 04C7-04CC 04D0-04F9 1E00-1E9B 1E9E 1EA0-1EF9 2010-2027 2030-2037
2039-203E 2042 2044 2047-204B 204F 2070-2071 2074-208E 2090-209C 20A2-20A4 20A7-20A8 20AB-20AC 20AF
20B1 20BF 2100-2103 2105-2106 2109 210C-210F 2111 2113 2115-2116 2119-211A 211C-211D 2120 2122 2124
2127 212E 2135-2139 2153-2184 2190-219B 21A8 21AE 21BC-21BD 21C0-21C1 21CB-21D9 2200-220D 220F-221C
221E-221F 2223-222B 2236 223C 2241 2245 2248-2249 2259 2260-2262 2264-2265 226A-226B 226E-2271
2282-2285 2295-2298 22C5 22EF 25A0-25A1 25B2-25B3 25B6-25B7 25BC-25BD 25C0-25C1 25C6-25C7 25C9-25CC
25CF-25D7
"""
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
# Cut into spaces, break points and the runs between them.
_RUN = re.compile("[^\\s\u200b]+|[\\s\u200b]+")
_MARKS_PILED_UP = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")


def _code_points(ranges: str) -> frozenset[int]:
    pairs = (item.partition("-") for item in ranges.split())
    return frozenset(
        point
        for first, _, last in pairs
        for point in range(int(first, 16), int(last or first, 16) + 1)
    )


REPERTOIRE = _code_points(_REPERTOIRE)


def visible_text(text: str) -> str:
    """One line in composed form (NFC): no control or formatting characters, single spaces."""
    shown = "".join(" " if char.isspace() else char for char in text if _is_shown(char))
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def printable(text: str, *, characters_max: int = TEXT_CHARACTERS_MAX) -> str:
    """`visible_text` in letters the typeface has, at most `characters_max` of them ("…" at the cut).

    A letter it lacks (emoji, Chinese, Arabic) is printed as □, so that the reader sees that something
    stood there; the record itself is never changed. Marks piled on one letter are kept up to two.
    """
    drawn = "".join(_drawn(char) for char in visible_text(text))
    calm = _MARKS_PILED_UP.sub(r"\1", drawn)
    if len(calm) > characters_max:
        return calm[: characters_max - 1].rstrip() + "…"
    return calm


def breakable(text: str, *, run_max: int) -> str:
    """The text with invisible break points inside every run of more than `run_max` characters.

    A run without spaces that is wider than its line would otherwise stick out of the sheet.
    """
    runs = _RUN.findall(text)
    return "".join(BREAK_POINT.join(run) if len(run) > run_max else run for run in runs)


def _is_shown(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in _INVISIBLE


def _drawn(char: str) -> str:
    if ord(char) in REPERTOIRE:
        return char
    return "" if unicodedata.category(char) == "Mn" else MISSING_LETTER
