"""One-time codes: six digits, short-lived, few tries, paced. Pure: digests are made with a key given."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta

from motcua.citizens.vocabulary import CodePurpose, Contact
from motcua.kernel.characters import plain_code
from motcua.kernel.refusal import Refusal

DIGITS = 6
LIFE = timedelta(minutes=10)
TRIES_MAX = 5
PAUSE = timedelta(seconds=60)
"""Between two codes to one contact: the first may still be on its way."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PER_HOUR, PER_DAY = 5, 10
LOOKED_BACK = DAY


class CodeTooSoon(Refusal):
    """A code was sent a moment ago; the next in `seconds`."""

    code = "code-too-soon"


class CodesTooMany(Refusal):
    """This contact has been sent many codes; the next in `minutes`."""

    code = "codes-too-many"


class CodeMissing(Refusal):
    """No six digits were typed."""

    code = "code-missing"


class CodeWrong(Refusal):
    """Not the code that was sent; `tries_left` more."""

    code = "code-wrong"


class CodeEnded(Refusal):
    """Too old, used, tried too often, or never sent: a new one must be asked for."""

    code = "code-ended"


def contact_digest(key: bytes, contact: Contact) -> str:
    """Names a contact without telling it; without the key nobody can try all numbers."""
    return _keyed(key, "contact", contact.kind, contact.value)


def code_digest(key: bytes, contact: Contact, purpose: CodePurpose, code: str) -> str:
    """What is kept of a code: it fits this contact and purpose alone."""
    return _keyed(key, "code", contact.kind, contact.value, purpose, code)


def _keyed(key: bytes, *parts: str) -> str:
    return hmac.new(key, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()


def check_pace(made: Sequence[datetime], at: datetime) -> None:
    """Whether one more code may go to a contact that was sent codes at these moments.

    Refusals: CodeTooSoon, CodesTooMany.
    """
    recent = sorted(moment for moment in made if at - moment < DAY)
    if recent and at - recent[-1] < PAUSE:
        left = recent[-1] + PAUSE - at
        raise CodeTooSoon(field="contact", seconds=max(1, int(left.total_seconds())))
    for span, most in ((HOUR, PER_HOUR), (DAY, PER_DAY)):
        within = [moment for moment in recent if at - moment < span]
        if len(within) >= most:
            free_at = within[len(within) - most] + span
            minutes = int((free_at - at).total_seconds()) // 60 + 1
            raise CodesTooMany(field="contact", minutes=minutes)


def typed_code(text: str, *, field: str = "code") -> str:
    """`123 456` or `123-456` as six digits. Refusals: CodeMissing."""
    code = plain_code(text[:40]).replace("-", "").replace(".", "")
    if len(code) != DIGITS or not (code.isascii() and code.isdigit()):
        raise CodeMissing(field=field)
    return code
