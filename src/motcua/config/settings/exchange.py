"""How this installation speaks with others: its own key, and how long another one is waited for."""

from __future__ import annotations

import re

from django.core.exceptions import ImproperlyConfigured

from motcua.config.settings.env import DATA, env

# Ed25519, 32 bytes in hexadecimal; empty: made once and kept in the data folder. Several machines of
# one office must have the same.
EXCHANGE_KEY = env.str("MOTCUA_EXCHANGE_KEY", default="")
if EXCHANGE_KEY and not re.fullmatch(r"[0-9a-f]{64}", EXCHANGE_KEY):
    raise ImproperlyConfigured("MOTCUA_EXCHANGE_KEY: 64 hexadecimal digits in small letters")
EXCHANGE_KEY_FILE = DATA / "exchange-key"
EXCHANGE_TIMEOUT_SECONDS = env.int("MOTCUA_EXCHANGE_TIMEOUT_SECONDS", default=20)
