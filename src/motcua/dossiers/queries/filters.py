"""The conditions that lists, counts and reports share: each says in SQL what a rule says of one."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q

from motcua.dossiers.models import SupplementRequest
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.vocabulary import IN_HAND_STAGES, OPEN_STAGES, WAITING_STAGES, Act, Stage
from motcua.kernel.clock import ZONE, local_day

ASSIGNABLE = frozenset(stage for stage in Stage if Act.ASSIGN in acts_at(stage))


def is_open() -> Q:
    return Q(stage__in=OPEN_STAGES, ended_at__isnull=True)


def in_hand() -> Q:
    """Open, and the office's own turn."""
    return Q(stage__in=IN_HAND_STAGES, ended_at__isnull=True)


def overdue(at: datetime) -> Q:
    """As `rules.timeliness.is_overdue`."""
    return is_open() & Q(due_at__lt=at)


def due_soon(at: datetime) -> Q:
    """As `rules.timeliness.is_due_soon`."""
    return in_hand() & Q(due_soon_at__lte=at, due_at__gte=at)


def due_today(at: datetime) -> Q:
    """The office's turn, and the date is today and still ahead."""
    return in_hand() & Q(due_at__gte=at, due_at__lt=tomorrow(at))


def waiting() -> Q:
    """It is the applicant's turn."""
    return Q(stage__in=WAITING_STAGES, ended_at__isnull=True)


def nobodys() -> Q:
    """Could be given to somebody, and nobody has it."""
    return Q(assignee=None, stage__in=ASSIGNABLE, ended_at__isnull=True)


def to_receive() -> Q:
    """Came in by web or post, or was completed, and waits for an answer of the desk."""
    return Q(is_accepted=False, stage=str(Stage.REGISTERED))


def to_take_over() -> Q:
    """On its way to the competent agency, which has not said no, and waiting for no other dossier."""
    return Q(stage=str(Stage.IN_TRANSIT), awaits_companion=False, is_turned_back=False)


def partly_completed() -> Q:
    """The applicant sent some of what was asked, and the rest still waits. Each is looked up by
    `request_one_open`."""
    came = SupplementRequest.objects.filter(
        dossier=OuterRef("pk"), answered_at__isnull=True, partly_answered_at__isnull=False
    )
    return Q(Exists(came))


def tomorrow(at: datetime) -> datetime:
    """The moment at which the day of `at` is over."""
    return datetime.combine(local_day(at) + timedelta(days=1), time.min, tzinfo=ZONE)
