"""Citizens' way in by the national identity: an OpenID provider. Without an issuer it is not offered."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from motcua.config.settings.env import env

_typed = env.str("MOTCUA_OIDC_ISSUER", default="")
OIDC_ISSUER = _typed.rstrip("/")
OIDC_CLIENT_ID = env.str("MOTCUA_OIDC_CLIENT_ID", default="")
OIDC_CLIENT_SECRET = env.str("MOTCUA_OIDC_CLIENT_SECRET", default="")
OIDC_NAME = env.str("MOTCUA_OIDC_NAME", default="VNeID")
# Which claim says how well the person is known, and what it says for level 2.
OIDC_LEVEL_CLAIM = env.str("MOTCUA_OIDC_LEVEL_CLAIM", default="acr")
OIDC_LEVEL_2 = frozenset(env.list("MOTCUA_OIDC_LEVEL_2", default=["2", "level2", "loa2"]))
OIDC_PERSONAL_ID_CLAIM = env.str("MOTCUA_OIDC_PERSONAL_ID_CLAIM", default="sub")
OIDC_TIMEOUT_SECONDS = 10

if OIDC_ISSUER and not OIDC_CLIENT_ID:
    raise ImproperlyConfigured("MOTCUA_OIDC_ISSUER needs MOTCUA_OIDC_CLIENT_ID")
_issuer = urlsplit(OIDC_ISSUER)
if OIDC_ISSUER and not (
    _issuer.scheme == "https"
    or (_issuer.scheme == "http" and _issuer.hostname in ("localhost", "127.0.0.1"))
):
    raise ImproperlyConfigured("MOTCUA_OIDC_ISSUER must be an https:// address")
