"""One machine, one office, on loopback: what `./motcua run` uses."""

from __future__ import annotations

import secrets

from motcua.config.settings.base import *  # noqa: F403
from motcua.config.settings.citizens import *  # noqa: F403
from motcua.config.settings.database import *  # noqa: F403
from motcua.config.settings.env import DATA, env
from motcua.config.settings.exchange import *  # noqa: F403
from motcua.config.settings.files import *  # noqa: F403
from motcua.config.settings.logging import *  # noqa: F403
from motcua.config.settings.notices import *  # noqa: F403
from motcua.config.settings.payments import *  # noqa: F403
from motcua.config.settings.security import *  # noqa: F403


def _own_secret() -> str:
    """A secret made once for this installation and kept beside its data."""
    kept = DATA / "secret-key"
    if not kept.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", default="") or _own_secret()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
PUBLIC_ADDRESS = env.str("MOTCUA_PUBLIC_ADDRESS", default="http://127.0.0.1:8000")
