"""A list asked for as a file, and the worker that writes it.

Each attempt begins from the first line, in a file of its own: a worker that dies leaves nothing that
anybody could take for the whole, and two workers cannot mix their lines. The rights are those that
the person has when it is written; every piece asks whether the run is still wanted.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import translation

from motcua.accounts.queries import actor_for_user
from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.exporting.book import check_book, drawn_book, lines_of
from motcua.dossiers.exporting.lines import (
    FILTERS,
    Which,
    columns_of,
    count_lines,
    pieces,
    plain_filter,
    read_filter,
)
from motcua.dossiers.exporting.places import digest_of, growing, place_of, take_away
from motcua.dossiers.exporting.scope import position_of, scope_of
from motcua.dossiers.exporting.telling import about_file
from motcua.dossiers.exporting.writers import WRITERS, Sheet, Words
from motcua.dossiers.models import ExportRun
from motcua.dossiers.queries.register import RegisterFilter, register_year
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.rules.exports import (
    RUNNING_MAX,
    STILL_AFTER,
    Exported,
    ExportFault,
    ExportUnreadable,
    FileForm,
    RunOutcome,
    TooManyExports,
    check_form,
    check_length,
)
from motcua.kernel.actor import Actor, Door
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import canonical

log = logging.getLogger("motcua.exports")
Now = Callable[[], datetime]


class Superseded(Exception):
    """Canceled, or taken up by another worker: this attempt has nothing more to say."""


def begin_export(
    *,
    actor: Actor,
    at: datetime,
    what: Exported,
    which: Which,
    form: FileForm,
    request: RequestKey | None = None,
) -> int:
    """Keep what is asked for; the id of the run, to be given to `work_on_export`. With a request key,
    asked again it is the same run.

    Refusals: NotPermitted, NotFound, ExportFormUnfit, RegisterTooLong, TooManyExports,
    RequestKeyReused.
    """
    may(actor, Permission.DOSSIER_EXPORT).demand()
    if actor.user_id is None:
        raise NotPermitted
    check_form(what, form)
    if not isinstance(which, FILTERS[what]):
        raise ExportUnreadable(field="filter")
    if isinstance(which, RegisterFilter):
        register_year(actor, which.agency_id, which.year)
    if what is Exported.REGISTER_BOOK and isinstance(which, RegisterFilter):
        check_book(lines_of(actor, which, at))
    asked = ExportRun(
        user_id=actor.user_id,
        holding_id=position_of(actor),
        what=str(what),
        which=plain_filter(which),
        form=str(form),
        language=translation.get_language() or "vi",
        asked_at=at,
        touched_at=at,
        request_key=request.key if request else "",
        request_digest=request.digest if request else "",
    )
    return _earlier(asked) or _kept(asked)


def _kept(asked: ExportRun) -> int:
    """In a slot that is free; the constraint holds when several ask at once."""
    for slot in range(1, RUNNING_MAX + 1):
        asked.slot = slot
        try:
            with transaction.atomic():
                asked.save(force_insert=True)
        except IntegrityError:
            made = _earlier(asked)
            if made is not None:
                return made
            continue
        return asked.pk
    raise TooManyExports(count_max=RUNNING_MAX)


def _earlier(asked: ExportRun) -> int | None:
    """The run that the same request began. Refusals: RequestKeyReused."""
    if not asked.request_key:
        return None
    made = ExportRun.objects.filter(request_key=asked.request_key).first()
    if made is None:
        return None
    if (made.user_id, made.request_digest) != (asked.user_id, asked.request_digest):
        raise RequestKeyReused
    return made.pk


def cancel_export(*, actor: Actor, at: datetime, run_id: int) -> None:
    """Nobody goes on with it, and nothing is left of it. One's own only. Refusals: NotFound."""
    mine = ExportRun.objects.filter(
        pk=run_id, user_id=actor.user_id or 0, holding_id=position_of(actor)
    )
    if not mine.exists():
        raise NotFound(kind="export")
    mine.filter(finished_at=None).update(
        outcome=str(RunOutcome.CANCELED), finished_at=at, touched_at=at
    )
    if not mine.filter(outcome=str(RunOutcome.DONE)).exists():
        take_away(run_id)


def work_on_export(run_id: int, *, now: Now) -> None:
    """Write the file, from its first line, unless the run is over or a living worker is at it.

    `now` is asked again for each piece.
    """
    at = now()
    run = _taken_up(run_id, at)
    if run is None:
        return
    try:
        with translation.override(run.language):
            _make(run, at, now)
    except Superseded:
        pass
    except Refusal as refusal:
        _fail(run, refusal, now())
    except Exception:
        # A full disk or a fault of ours must not leave somebody waiting; the log says what broke.
        log.exception("export run %s", run.pk)
        _fail(run, ExportFault(), now())


def _taken_up(run_id: int, at: datetime) -> ExportRun | None:
    """The run as this worker's own attempt; None when it is over, or another is at it."""
    free = Q(attempt=0) | Q(touched_at__lt=at - STILL_AFTER)
    rows = ExportRun.objects.filter(free, pk=run_id, finished_at=None)
    if not rows.update(attempt=F("attempt") + 1, done=0, touched_at=at):
        return None
    return ExportRun.objects.filter(pk=run_id, finished_at=None).first()


def _mine(run: ExportRun, **told: object) -> None:
    """Say something of the run. Raises Superseded when it is no longer this attempt's."""
    rows = ExportRun.objects.filter(pk=run.pk, attempt=run.attempt, finished_at=None)
    if not rows.update(**told):
        raise Superseded


def _fail(run: ExportRun, refusal: Refusal, at: datetime) -> None:
    rows = ExportRun.objects.filter(pk=run.pk, attempt=run.attempt, finished_at=None)
    rows.update(
        outcome=str(RunOutcome.FAILED),
        failure=refusal.code,
        params=canonical(plain(refusal.params)),
        finished_at=at,
        touched_at=at,
    )


def _make(run: ExportRun, at: datetime, now: Now) -> None:
    actor = actor_for_user(run.user_id, at, Door.JOB, f"export-{run.pk}", holding_id=run.holding_id)
    if position_of(actor) != run.holding_id:
        raise NotPermitted
    may(actor, Permission.DOSSIER_EXPORT).demand()
    what = Exported(run.what)
    which = read_filter(what, run.which)
    with growing(run.pk, run.attempt) as (out, scratch):
        if what is Exported.REGISTER_BOOK and isinstance(which, RegisterFilter):
            _draw_book(run, actor, which, out, at)
        else:
            _write_list(run, actor, which, out, scratch, now)
    _finish(run, scope_of(actor), now())


def _draw_book(
    run: ExportRun, actor: Actor, which: RegisterFilter, out: BinaryIO, at: datetime
) -> None:
    _mine(run, total=lines_of(actor, which, at), touched_at=at)
    out.write(
        drawn_book(
            actor=actor,
            at=at,
            which=which,
            form=FileForm(run.form),
            tell=lambda done: _mine(run, done=done),
        )
    )


def _write_list(
    run: ExportRun, actor: Actor, which: Which, out: BinaryIO, scratch: Path, now: Now
) -> None:
    what, form, at = Exported(run.what), FileForm(run.form), now()
    total = count_lines(actor, which, at=at)
    check_length(form, total)
    _mine(run, total=total, touched_at=now())
    sheet = Sheet(
        columns=columns_of(what),
        words=Words.PEOPLE,
        scratch=scratch,
        about=about_file(actor, what, which, at),
    )
    writer, done = WRITERS[form](out, sheet), 0
    for piece in pieces(actor, which, at=at):
        writer.write(piece)
        done += len(piece)
        _mine(run, done=done, touched_at=now())
    writer.close()
    _mine(run, done=done, total=done, touched_at=now())


def _finish(run: ExportRun, scope: str, at: datetime) -> None:
    place = place_of(run.pk, run.attempt)
    size, digest = place.stat().st_size, digest_of(place)
    try:
        _mine(
            run,
            outcome=str(RunOutcome.DONE),
            finished_at=at,
            touched_at=at,
            size=size,
            digest=digest,
            scope=scope,
        )
    except Superseded:
        place.unlink(missing_ok=True)
        raise
