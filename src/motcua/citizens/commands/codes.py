"""One-time codes made and taken. No fact: the access log tells of sign-ins, changes leave their own.

What is asked of a contact costs and answers the same whether it has an account or not.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.encoding import force_bytes

from motcua.citizens.models import OneTimeCode
from motcua.citizens.rules.codes import (
    DIGITS,
    LIFE,
    LOOKED_BACK,
    TRIES_MAX,
    CodeEnded,
    CodeWrong,
    check_pace,
    code_digest,
    contact_digest,
)
from motcua.citizens.vocabulary import CodePurpose, Contact

KEPT_FOR = timedelta(days=2)


def make_code(*, at: datetime, contact: Contact, purpose: CodePurpose) -> str:
    """A new code, to be sent at once; those made before for this contact and purpose no longer open.

    Refusals: CodeTooSoon, CodesTooMany.
    """
    digest = contact_digest(_key(), contact)
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    with transaction.atomic():
        sent = OneTimeCode.objects.filter(contact_digest=digest, made_at__gt=at - LOOKED_BACK)
        check_pace(list(sent.values_list("made_at", flat=True)), at)
        sent.filter(purpose=purpose, expires_at__gt=at).update(expires_at=at)
        OneTimeCode.objects.create(
            contact_digest=digest,
            purpose=purpose,
            code_digest=code_digest(_key(), contact, purpose, code),
            made_at=at,
            expires_at=at + LIFE,
        )
    return code


def take_code(*, at: datetime, contact: Contact, purpose: CodePurpose, code: str) -> None:
    """Use up the code that was sent. A wrong one counts as a try, whatever else is rolled back: call
    it outside a transaction. Of two requests with the same code one is told that it has ended.

    Refusals: CodeWrong, CodeEnded.
    """
    open_ones = OneTimeCode.objects.filter(
        contact_digest=contact_digest(_key(), contact),
        purpose=purpose,
        expires_at__gt=at,
        used_at=None,
        tries__lt=TRIES_MAX,
    )
    kept = open_ones.order_by("-made_at", "-id").first()
    if kept is None or not open_ones.filter(pk=kept.pk).update(tries=F("tries") + 1):
        raise CodeEnded(field="code")
    given = code_digest(_key(), contact, purpose, code)
    if not hmac.compare_digest(given, kept.code_digest):
        left = TRIES_MAX - kept.tries - 1
        raise CodeWrong(field="code", tries_left=left) if left > 0 else CodeEnded(field="code")
    if not OneTimeCode.objects.filter(pk=kept.pk, used_at=None).update(used_at=at):
        raise CodeEnded(field="code")


def forget_codes(*, at: datetime) -> int:
    """Remove codes that no longer open or pace anything; for the nightly job. Returns how many."""
    return OneTimeCode.objects.filter(made_at__lt=at - KEPT_FOR).delete()[0]


def _key() -> bytes:
    return force_bytes(settings.SECRET_KEY)
