"""Codes of dossiers as people type, scan and paste them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from motcua.kernel.characters import plain_code
from motcua.portal.public import WORDS_LENGTH_MAX

_ADDRESS = re.compile(r"/(?:ho-so|kiem-tra)/([^/?#\s]+)(?:/([^/?#\s]+))?", re.ASCII | re.IGNORECASE)
_MARK = re.compile(r"[?&]giay=([^&#\s]+)", re.ASCII | re.IGNORECASE)
_SEPARATORS = re.compile(r"[^A-Z0-9]+", re.ASCII)
_PLAIN_HEAD = re.compile(r"([A-Z]\d\d)((?:\d\d)*)", re.ASCII)
_DAY_AND_SERIAL = re.compile(r"(\d{6})(\d{4,10})", re.ASCII)
_DAY = re.compile(r"\d{6}|\d{8}", re.ASCII)
_SERIAL = re.compile(r"\d{4,10}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted address holds: the code, and the check of the paper if it came along."""

    code: str
    mark: str = ""


def code_typed(text: str) -> str:
    """In capitals, without spaces and whatever cannot be seen."""
    return plain_code(text[:WORDS_LENGTH_MAX]).upper()


def pasted(text: str) -> Pasted:
    """An address of this site for a dossier or a paper; any other text is itself, for a code."""
    whole = unquote(text[:WORDS_LENGTH_MAX])
    found = _ADDRESS.search(whole)
    if found is None:
        return Pasted(whole)
    mark = _MARK.search(whole)
    return Pasted(found[1], mark[1] if mark else found[2] or "")


def codes_meant(text: str, agencies: Iterable[str]) -> tuple[str, ...]:
    """The codes that this may mean, of the form that is printed; empty for what is of no such form.

    Spaces, slashes or nothing at all may stand where the dashes are, the dots of the agency may be
    missing, and the agency itself too: then each of these may be meant.
    """
    words = [word for word in _SEPARATORS.split(_with_spaces(text)) if word]
    known = {_SEPARATORS.sub("", agency): agency for agency in agencies}
    if len(words) >= 2 and _DAY.fullmatch(words[-2]) and _SERIAL.fullmatch(words[-1]):
        return _of_agency(words[:-2], f"{words[-2]}-{words[-1]}", known)
    return _run_together("".join(words), known)


def _with_spaces(text: str) -> str:
    """What `plain_code` makes plain, word by word."""
    return " ".join(map(plain_code, text[:WORDS_LENGTH_MAX].split())).upper()


def _of_agency(head: list[str], rest: str, known: dict[str, str]) -> tuple[str, ...]:
    if not head:
        return tuple(f"{agency}-{rest}" for agency in known.values())
    together = "".join(head)
    if together in known:
        return (f"{known[together]}-{rest}",)
    plain = _PLAIN_HEAD.fullmatch(together) if len(head) == 1 else None
    if plain is None:
        return (f"{'.'.join(head)}-{rest}",)
    return (f"{'.'.join([plain[1], *re.findall('..', plain[2])])}-{rest}",)


def _run_together(text: str, known: dict[str, str]) -> tuple[str, ...]:
    """Without any sign between: the day is taken to have six digits, as this program prints it."""
    heads = [head for head in ("", *known) if text.startswith(head)]
    read = ((head, _DAY_AND_SERIAL.fullmatch(text[len(head) :])) for head in heads)
    meant = (
        _of_agency([head] if head else [], "-".join(f.groups()), known) for head, f in read if f
    )
    return tuple(code for codes in meant for code in codes)
