"""How the files that somebody has asked for are coming on, and the finished ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import orjson
from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.exporting.lines import Which, read_filter
from motcua.dossiers.exporting.places import place_of, take_away, take_away_all_but
from motcua.dossiers.exporting.scope import position_of, scope_of
from motcua.dossiers.models import ExportRun
from motcua.dossiers.rules.exports import (
    ATTEMPTS_MAX,
    KEPT_FOR,
    STILL_AFTER,
    Exported,
    ExportOutdated,
    FileForm,
    RunOutcome,
)
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound

ID_MAX = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportStanding:
    """One file asked for. `total` is None until it is counted; `refusal` says why there is none."""

    id: int
    what: Exported
    which: Which
    form: FileForm
    total: int | None
    done: int
    asked_at: datetime
    touched_at: datetime
    finished_at: datetime | None
    outcome: RunOutcome | None
    refusal: Refusal | None
    size: int
    digest: str
    attempt: int

    @property
    def is_over(self) -> bool:
        return self.outcome is not None

    @property
    def is_ready(self) -> bool:
        return self.outcome is RunOutcome.DONE

    @property
    def kept_until(self) -> datetime:
        return self.asked_at + KEPT_FOR

    def is_still(self, at: datetime) -> bool:
        """Nobody has gone on with it for a while."""
        return not self.is_over and self.touched_at < at - STILL_AFTER


def exports_of(actor: Actor, *, cursor: str = "", size: int | None = None) -> Page[ExportStanding]:
    """One's own in this position, newest first. One query, by `export_run_of_user`.

    Refusals: CursorFaulty.
    """
    size = size_of(size)
    rows = ExportRun.objects.filter(_own(actor))
    start = after(cursor)
    if start is not None:
        rows = rows.filter(id__lt=start)
    found = [_standing(row) for row in rows.order_by("-id")[: size + 1]]
    return page_of(found, size=size, key="id")


def export_standing(actor: Actor, run_id: int) -> ExportStanding:
    """Only for whoever asked for it, in the same position. One query. Refusals: NotFound."""
    row = ExportRun.objects.filter(_own(actor), pk=min(run_id, ID_MAX)).first()
    if row is None:
        raise NotFound(kind="export")
    return _standing(row)


def exported_file(actor: Actor, run_id: int) -> tuple[ExportStanding, Path]:
    """The finished file, as long as the rights are those by which it was made.

    Refusals: NotPermitted, NotFound, also after it was taken away; ExportOutdated.
    """
    may(actor, Permission.DOSSIER_EXPORT).demand()
    standing = export_standing(actor, run_id)
    place = place_of(standing.id, standing.attempt)
    if not standing.is_ready or not place.is_file():
        raise NotFound(kind="export")
    if not ExportRun.objects.filter(pk=standing.id, scope=scope_of(actor)).exists():
        raise ExportOutdated
    return standing, place


def stalled_exports(*, at: datetime) -> list[int]:
    """Runs that have said nothing for a while: their worker has died, or never came."""
    rows = ExportRun.objects.filter(
        finished_at=None, touched_at__lt=at - STILL_AFTER, attempt__lt=ATTEMPTS_MAX
    )
    return list(rows.order_by("id").values_list("pk", flat=True))


def running_exports() -> bool:
    """Whether any file is in the making."""
    return ExportRun.objects.filter(finished_at=None).exists()


def sweep_exports(*, at: datetime) -> int:
    """Take away what has waited too long to be fetched, and what belongs to nobody; how many runs."""
    old = list(ExportRun.objects.filter(asked_at__lt=at - KEPT_FOR).values_list("pk", flat=True))
    ExportRun.objects.filter(pk__in=old).delete()
    for pk in old:
        take_away(pk)
    take_away_all_but(set(ExportRun.objects.values_list("pk", flat=True)))
    return len(old)


def _own(actor: Actor) -> Q:
    return Q(user_id=actor.user_id or 0, holding_id=position_of(actor))


def _standing(row: ExportRun) -> ExportStanding:
    what = Exported(row.what)
    return ExportStanding(
        id=row.pk,
        what=what,
        which=read_filter(what, row.which),
        form=FileForm(row.form),
        total=row.total,
        done=row.done,
        asked_at=row.asked_at,
        touched_at=row.touched_at,
        finished_at=row.finished_at,
        outcome=RunOutcome(row.outcome) if row.outcome else None,
        refusal=refusal_of(row.failure, row.params),
        size=row.size,
        digest=row.digest,
        attempt=row.attempt,
    )


def refusal_of(code: str, params: str) -> Refusal | None:
    """The no of that moment, to be worded by whoever shows it."""
    if not code:
        return None
    refusal = Refusal(**orjson.loads(params))
    refusal.code = code  # type: ignore[misc]
    return refusal
