"""What a sender follows his own with: a code that everybody may know, and a secret that only he does."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from django.conf import settings

from motcua.ledger.recording import RequestKey

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 12
GROUP = 4


def new_secret(request: RequestKey | None) -> str:
    """Twelve letters and digits. The same request has the same one, so that a form sent twice is told
    the same; nobody reads it off the key without this office's own."""
    if request is None:
        return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))
    key = f"feedback\n{settings.SECRET_KEY}".encode()
    drawn = hmac.new(key, request.key.encode(), hashlib.sha256).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in drawn[:LENGTH])


def shown(secret: str) -> str:
    """In groups, as it is printed: `ABCD-EFGH-JKMN`."""
    return "-".join(secret[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def digest_of(code: str, secret: str) -> str:
    """What is kept of it. Case, spaces and dashes do not matter."""
    plain = "".join(letter for letter in secret.upper() if letter.isalnum())
    return hashlib.sha256(f"{code}\n{plain}".encode()).hexdigest()
