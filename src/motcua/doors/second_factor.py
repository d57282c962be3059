"""A code of an app on the telephone: it opens once, whichever server process is asked."""

from __future__ import annotations

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt

from motcua.accounts.commands.second_factors import accept_counter


def counter_of(secret: str, code: str) -> int | None:
    """The time step that a code belongs to, among those accepted now."""
    told = normalize_user_code(code)
    steps = yield_hotp_counters_from_time()
    return next((one for one in steps if format_hotp_value(hotp_value(secret, one)) == told), None)


def take_code(kept: Authenticator, code: str) -> bool:
    """Use up a code of this second factor; False when it was used before."""
    counter = counter_of(decrypt(kept.data["secret"]), code)
    return counter is not None and accept_counter(user_id=kept.user_id, counter=counter)
