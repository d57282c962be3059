"""A code of a second factor opens the door once, whichever server process is asked."""

from __future__ import annotations

from django.db.models import Q

from motcua.accounts.models import User


def accept_counter(*, user_id: int, counter: int) -> bool:
    """Take the code of this time step if none of it or of a later one was taken before.

    One conditional UPDATE: of two requests at the same moment one is told no. No fact: the access
    log tells of sign-ins.
    """
    unused = Q(last_totp_counter__isnull=True) | Q(last_totp_counter__lt=counter)
    return User.objects.filter(unused, pk=user_id).update(last_totp_counter=counter) == 1
