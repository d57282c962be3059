"""The key of an invitation: random, told once, and only its digest kept."""

from __future__ import annotations

import hashlib
import secrets

from motcua.kernel.characters import plain_code

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's thirty-two: none of them is taken for another."""
ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
KEY_LETTERS = 12
"""Sixty bits: at sixty guesses a minute nobody hits one of a million invitations in a lifetime."""
GROUP = 4
TYPED_MAX = 60
PAIRING_DIGITS = 8


def new_key() -> str:
    return "".join(secrets.choice(LETTERS) for _place in range(KEY_LETTERS))


def new_pairing() -> str:
    """What is typed once on the screen at the counter."""
    return "".join(secrets.choice("0123456789") for _place in range(PAIRING_DIGITS))


def in_groups(key: str) -> str:
    """As it is printed: `7K3M-Q9PD-2HXA`."""
    return "-".join(key[at : at + GROUP] for at in range(0, len(key), GROUP))


def read_key(typed: str) -> str:
    """A key as somebody types it: small letters, spaces, dashes, O for 0. "" for anything else."""
    plain = plain_code(typed[:TYPED_MAX]).upper().replace("-", "").translate(ALIKE)
    return plain if len(plain) == KEY_LETTERS and not set(plain) - set(LETTERS) else ""


def digest_of(secret: str) -> str:
    """What is kept of a key, a pairing code or the cookie of a device."""
    return hashlib.sha256(f"motcua-survey {secret}".encode()).hexdigest()
