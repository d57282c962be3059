"""Payment gateways of this installation: names, addresses, and the keys that prove who speaks.

A gateway without an address is off. `simulator` is the one that ships for trying out: it takes no money,
so a production office refuses to start with it.
"""

from __future__ import annotations

import re

from django.core.exceptions import ImproperlyConfigured

from motcua.config.settings.env import env

SIMULATOR = "simulator"
PAYMENT_SIMULATOR = SIMULATOR
"""The name under which it may be chosen; production says "" (nobody may)."""


def _named(setting: str, given: str, form: str) -> dict[str, str]:
    """`name=value name2=value2`, parted by spaces."""
    found: dict[str, str] = {}
    for word in given.split():
        name, _equals, value = word.partition("=")
        if not re.fullmatch(r"[a-z][a-z0-9-]{0,29}", name) or not re.fullmatch(form, value):
            raise ImproperlyConfigured(f"{setting}: name=value, parted by spaces")
        found[name] = value.rstrip("/")
    return found


# vietqr-bank=https://gateway.example/office
PAYMENT_GATEWAYS = _named(
    "MOTCUA_PAYMENT_GATEWAYS", env.str("MOTCUA_PAYMENT_GATEWAYS", default=""), r"https?://[^\s?#]+"
)
# The secret shared with each, for HMAC-SHA256: at least 32 characters.
PAYMENT_SECRETS = _named(
    "MOTCUA_PAYMENT_SECRETS", env.str("MOTCUA_PAYMENT_SECRETS", default=""), r"[!-~]{32,200}"
)
# The public key (Ed25519, 64 hexadecimal digits) of each that signs with a key of its own.
PAYMENT_KEYS = _named(
    "MOTCUA_PAYMENT_KEYS", env.str("MOTCUA_PAYMENT_KEYS", default=""), r"[0-9a-f]{64}"
)
if unsigned := PAYMENT_GATEWAYS.keys() - PAYMENT_SECRETS.keys():
    raise ImproperlyConfigured(f"MOTCUA_PAYMENT_SECRETS: no secret for {sorted(unsigned)}")
PAYMENT_TIMEOUT_SECONDS = env.int("MOTCUA_PAYMENT_TIMEOUT_SECONDS", default=10)
