"""User names as offices write them: given name, then the initials of the names before it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from motcua.kernel.folding import fold

USERNAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]")
LENGTH_MIN = 3
LENGTH_MAX = 50


def well_formed(username: str) -> bool:
    """Small letters without accents, digits, dots and hyphens, 3 to 60 of them."""
    return USERNAME.fullmatch(username) is not None


def proposed_username(full_name: str) -> str:
    """`Nguyễn Thị Thu Hà` → `hantt`; "" when the name has no letters to take."""
    words = [re.sub(r"[^a-z0-9]", "", word) for word in fold(full_name).split()]
    known = [word for word in words if word]
    if not known:
        return ""
    *before, given = known
    proposed = (given + "".join(word[0] for word in before))[:LENGTH_MAX]
    return proposed.ljust(LENGTH_MIN, "1")


def free_username(proposed: str, taken: Collection[str]) -> str:
    """The proposal itself, else with the first number from 2 on that nobody has."""
    if not proposed or proposed not in taken:
        return proposed
    number = 2
    while f"{proposed}{number}" in taken:
        number += 1
    return f"{proposed}{number}"
