"""The worker that tells citizens: a round every few seconds, for as long as it is not told to stop.

It has a program of its own (`./motcua worker notices`): carriers may be slow, and neither a print nor a
long file waits for them. Killed at any moment, the next one goes on; several at once do no harm.
"""

from __future__ import annotations

import logging
from threading import Event

from django.conf import settings
from django.db import close_old_connections
from django.urls import reverse

from motcua.kernel import clock
from motcua.notices.commands.bundling import Sites
from motcua.notices.commands.round import Office, Round, tell_round
from motcua.notices.gateways.choosing import gateways_of_office, hours_of_office
from motcua.surveys.commands.inviting import invite_everybody

SECONDS_BETWEEN_ROUNDS = 2.0
SECONDS_AFTER_A_FAULT = 15.0
log = logging.getLogger("motcua.notices")


def office_that_tells() -> Office:
    """What the settings say: carriers, hours, and the public addresses of a dossier, of the rating door and of feedback."""
    here = settings.PUBLIC_ADDRESS.rstrip("/")
    sites = Sites(
        dossier=here + reverse("portal:find"),
        rating=here + reverse("portal:rate-start"),
        feedback=f"{here}{reverse('portal:follow-feedback')}?ma=",
    )
    return Office(gateways_of_office(), hours_of_office(), sites)


def one_round() -> Round:
    """The codes on papers lead somewhere as soon as the fact is read; then the notices."""
    invite_everybody(at=clock.now())
    return tell_round(office_that_tells(), clock.now)


def tell_on(ended: Event) -> None:
    """Round after round until `ended` is set."""
    while not ended.is_set():
        ended.wait(_pause_after_a_round())


def _pause_after_a_round() -> float:
    """No pause while it gets on; a long one when the database is away."""
    close_old_connections()
    try:
        done = one_round()
    except Exception:
        log.exception("a round of notices")
        return SECONDS_AFTER_A_FAULT
    return 0.0 if done.got_on else SECONDS_BETWEEN_ROUNDS
