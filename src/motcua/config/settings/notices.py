"""How citizens are told: the carriers of this office, and the hours in which nobody is disturbed.

A carrier without an address is off: nothing is queued for it.
"""

from __future__ import annotations

from datetime import time
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from motcua.config.settings.env import env

SMTP_KINDS = ("smtp", "smtp+tls", "smtp+ssl")


def _checked(name: str, address: str, kinds: tuple[str, ...]) -> str:
    parts = urlsplit(address)
    if address and (parts.scheme not in kinds or not parts.hostname):
        raise ImproperlyConfigured(f"{name} is no address that begins with one of {kinds}")
    return address.rstrip("/")


def _sendable(name: str, secret: str) -> str:
    """A header of HTTP holds plain letters only."""
    if not (secret.isascii() and secret.isprintable()):
        raise ImproperlyConfigured(f"{name} holds letters that no header may hold")
    return secret


# smtp://host:25, smtp+tls://user:password@host:587 (STARTTLS) or smtp+ssl://user:password@host:465.
NOTICE_SMTP = _checked("MOTCUA_SMTP", env.str("MOTCUA_SMTP", default=""), SMTP_KINDS)
NOTICE_MAIL_FROM = env.str("MOTCUA_MAIL_FROM", default="")
if NOTICE_SMTP and not NOTICE_MAIL_FROM:
    raise ImproperlyConfigured("MOTCUA_SMTP needs MOTCUA_MAIL_FROM: from whom the letters are")
# The adapters that stand before the carriers; their shape is in docs/explain/notices.md.
NOTICE_SMS_GATEWAY = _checked(
    "MOTCUA_SMS_GATEWAY", env.str("MOTCUA_SMS_GATEWAY", default=""), ("http", "https")
)
NOTICE_SMS_SECRET = _sendable("MOTCUA_SMS_SECRET", env.str("MOTCUA_SMS_SECRET", default=""))
NOTICE_ZALO_GATEWAY = _checked(
    "MOTCUA_ZALO_GATEWAY", env.str("MOTCUA_ZALO_GATEWAY", default=""), ("http", "https")
)
NOTICE_ZALO_SECRET = _sendable("MOTCUA_ZALO_SECRET", env.str("MOTCUA_ZALO_SECRET", default=""))
NOTICE_TIMEOUT_SECONDS = env.int("MOTCUA_NOTICE_TIMEOUT_SECONDS", default=10)

QUIET_HOURS = env.str("MOTCUA_QUIET_HOURS", default="21:00-07:00")
DIGEST_AT = env.str("MOTCUA_DIGEST_AT", default="17:00")
try:
    NOTICE_QUIET_FROM, NOTICE_QUIET_UNTIL = map(time.fromisoformat, QUIET_HOURS.split("-"))
    NOTICE_DIGEST_AT = time.fromisoformat(DIGEST_AT)
except ValueError as fault:
    raise ImproperlyConfigured(
        "MOTCUA_QUIET_HOURS: 21:00-07:00; MOTCUA_DIGEST_AT: 17:00"
    ) from fault
