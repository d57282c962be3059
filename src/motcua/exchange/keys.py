"""The key of this installation: made once, kept beside its data, never in the database.

Whoever has it can speak in the name of this office, so it is in no export and no backup: an office
that moves takes the file along, or makes a new key and tells its partners.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from motcua.exchange.rules.envelope import mark_of


def sign(text: bytes) -> str:
    """The signature of this installation, hexadecimal."""
    return _own(settings.EXCHANGE_KEY, settings.EXCHANGE_KEY_FILE).sign(text).hex()


def own_key() -> str:
    """What partners must know: the public key, hexadecimal."""
    return (
        _own(settings.EXCHANGE_KEY, settings.EXCHANGE_KEY_FILE)
        .public_key()
        .public_bytes_raw()
        .hex()
    )


def own_mark() -> str:
    """By which this installation names itself."""
    return mark_of(own_key())


def is_signed_by(key: str, signature: str, text: bytes) -> bool:
    """Whether the holder of this public key signed the text. Nothing that comes here raises."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(
            bytes.fromhex(signature), text
        )
    except (ValueError, InvalidSignature):
        return False
    return True


@lru_cache(maxsize=4)
def _own(from_settings: str, file: Path) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(from_settings or _kept(file)))


def _kept(file: Path) -> str:
    """Made by whoever comes first; two who come at once end with the same one."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        own = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
        own.touch(mode=0o600)
        own.write_text(Ed25519PrivateKey.generate().private_bytes_raw().hex())
        with suppress(FileExistsError):
            os.link(own, file)
        own.unlink()
    return file.read_text().strip()
