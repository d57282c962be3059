"""What a closed period of feedback tells: counts by kind, and behind each the numbers of the register. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from motcua.ledger.rules.chain import canonical

VERSION = 1


def told_of(behind: Mapping[tuple[str, str], Sequence[tuple[int, str]]]) -> str:
    """`behind`: by (kind, figure) the id and code of each, in the order of the register."""
    cells = [
        {"kind": kind, "figure": figure, "petitions": [list(one) for one in rows]}
        for (kind, figure), rows in sorted(behind.items())
    ]
    return canonical({"version": VERSION, "cells": cells})


def behind_of(document: Mapping[str, Any]) -> dict[tuple[str, str], tuple[tuple[int, str], ...]]:
    """What `told_of` has written."""
    return {
        (cell["kind"], cell["figure"]): tuple((pk, code) for pk, code in cell["petitions"])
        for cell in document["cells"]
    }


def digest_of_told(told: str) -> str:
    return sha256(told.encode()).hexdigest()
