"""Behind TLS, for a city or a province. No secret has a default here."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from motcua.config.settings.base import *  # noqa: F403
from motcua.config.settings.citizens import *  # noqa: F403
from motcua.config.settings.database import *  # noqa: F403
from motcua.config.settings.env import env
from motcua.config.settings.exchange import *  # noqa: F403
from motcua.config.settings.files import *  # noqa: F403
from motcua.config.settings.logging import *  # noqa: F403
from motcua.config.settings.notices import *  # noqa: F403
from motcua.config.settings.payments import *  # noqa: F403
from motcua.config.settings.security import *  # noqa: F403

DEBUG = False
if SIMULATOR in PAYMENT_GATEWAYS:  # noqa: F405
    raise ImproperlyConfigured("MOTCUA_PAYMENT_GATEWAYS: the simulator takes no money")
PAYMENT_SIMULATOR = ""
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
PUBLIC_ADDRESS = env.str("MOTCUA_PUBLIC_ADDRESS")
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# What `check --deploy` asks for and an office decides for itself: whether all names under its own
# speak TLS, and whether browsers ship that knowledge. Lock-out counts by account, as the rules of
# law.md 11.2 say: whoever changes address or browser gains nothing.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "axes.W006"]
