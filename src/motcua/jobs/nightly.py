"""What the background worker does each night, and the one task that keeps doing it.

The task queues itself again for the next night before it works, so that a fault in one night
does not end all nights. Each piece may run twice without harm.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from importlib import import_module
from itertools import chain

from django.conf import settings
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from motcua.accounts.commands.disable_inactive import disable_inactive
from motcua.audit.sealing import broken_seals, seal_access_log
from motcua.books.proof import books_flaws
from motcua.certifications.proof import certification_flaws
from motcua.citizens.commands.closing import erase_closed
from motcua.citizens.commands.codes import forget_codes
from motcua.documents.commands.scanning import scan_waiting
from motcua.documents.commands.uploads import sweep_uploads
from motcua.dossiers.commands.follow_succession import follow_all_due
from motcua.dossiers.exporting.standing import sweep_exports
from motcua.dossiers.papers_filled.many import sweep_prints
from motcua.dossiers.proof import disagreements
from motcua.dossiers.registers_proof import register_flaws
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.feedback.proof import petition_flaws
from motcua.filing.commands.upkeep import forget_expired, soon_gone
from motcua.jobs.drawing_ahead import draw_ahead
from motcua.kernel import clock
from motcua.kernel.actor import system
from motcua.kernel.clock import ZONE, local
from motcua.ledger.verification import verify
from motcua.notices.commands.forgetting import forget_addresses
from motcua.payments.proof import money_flaws
from motcua.reconciliation.commands.comparing import compare_all
from motcua.reconciliation.proof import difference_flaws
from motcua.reports.proof import closed_flaws
from motcua.reports.publishing import publish_figures
from motcua.reports.publishing_promises import publish_promises
from motcua.settlements.proof import refund_flaws, settlement_flaws
from motcua.surveys.commands.inviting import invite_everybody
from motcua.surveys.proof import survey_flaws
from motcua.surveys.sealing import broken_survey_seals, seal_answers
from motcua.workflow.proof import work_flaws
from motcua.worktime.proof import calendar_flaws

AT_NIGHT = time(1, 30)
FLAWS_NAMED_MAX = 50
log = logging.getLogger("motcua.nightly")


@task()
def nightly() -> dict[str, int]:
    """Close unused accounts, forget ended sessions, prove the ledger, seal the access log, publish figures, tidy files. Counts of what was found."""
    at = clock.now()
    schedule(at)
    followed = follow_all_due(actor=system("nightly"), at=at)
    closed = disable_inactive(actor=system("nightly"), at=at)
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    flaws = [*verify(), *chain.from_iterable(_proofs())]
    for flaw in flaws[:FLAWS_NAMED_MAX]:
        log.error("the ledger does not hold: %s", flaw)
    erased = erase_closed(actor=system("nightly"), at=at)
    sealed = seal_access_log(actor=system("nightly"), at=at)
    tidied = {
        "drafts_forgotten": forget_expired(at=at),
        "drafts_soon_gone": soon_gone(at=at),
        "uploads_forgotten": sweep_uploads(at=at),
        "files_scanned": scan_waiting(at=at),
        "exports_taken_away": sweep_exports(at=at),
        "prints_taken_away": sweep_prints(at=at),
        "codes_forgotten": forget_codes(at=at),
        "addresses_forgotten": forget_addresses(at=at),
        "pages_drawn_ahead": draw_ahead(at=at),
    }
    # What the table of promises leaves out, the figures of the year leave out too.
    published = publish_promises(at=at) + publish_figures(at=at)
    return {
        "dossiers_followed": followed,
        "figures_published": published,
        "accounts_closed": len(closed),
        "ledger_flaws": len(flaws),
        "money_differs": compare_all(actor=system("nightly"), at=at),
        "citizens_erased": erased,
        "notes_sealed": sealed,
        "people_invited_to_rate": invite_everybody(at=at),
        "ratings_sealed": seal_answers(actor=system("nightly"), at=at),
    } | tidied


def _proofs() -> tuple[Iterable[object], ...]:
    """What each room finds to differ from its facts."""
    return (
        disagreements(),
        register_flaws(),
        tally_flaws(),
        money_flaws(),
        books_flaws(),
        refund_flaws(),
        settlement_flaws(),
        difference_flaws(),
        certification_flaws(),
        petition_flaws(),
        closed_flaws(),
        calendar_flaws(),
        work_flaws(),
        broken_seals(),
        broken_survey_seals(),
        survey_flaws(),
    )


def schedule(at: datetime) -> None:
    """See that the task waits for the coming night; asked again it does nothing."""
    path = nightly.module_path
    waiting = DBTaskResult.objects.filter(task_path=path, status=TaskResultStatus.READY)
    if not waiting.exists():
        nightly.using(run_after=next_night(at)).enqueue()


def next_night(at: datetime) -> datetime:
    """The next half past one in the morning, Việt Nam time."""
    tonight = datetime.combine(local(at).date(), AT_NIGHT, tzinfo=ZONE)
    return tonight if tonight > at else tonight + timedelta(days=1)
