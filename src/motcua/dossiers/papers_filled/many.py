"""One kind of paper for many dossiers, in one file: a few at once, more in the background."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import orjson
from django.conf import settings
from pypdf import PdfWriter

from motcua.accounts.queries import actor_for_user
from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.commands.bulk import BulkSizeFaulty
from motcua.dossiers.models import PrintRun
from motcua.dossiers.papers_filled.filling import Filled, Wanted, fill, printed
from motcua.kernel.actor import Actor, Door
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import one_revision
from motcua.papers.vocabulary import PaperKind, PaperSize

PRINT_MAX = 200
"""Papers of one file."""
TOLD_EVERY = 10
KEPT_FOR = timedelta(days=1)
"""How long a file waits to be fetched: it is full of personal data, and can be drawn again."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A dossier whose paper cannot be printed, and why."""

    code: str
    refusal: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintStanding:
    """How a run stands, for whoever asked for it."""

    id: int
    kind: PaperKind
    codes: tuple[str, ...]
    left_out: tuple[str, ...]
    total: int
    done: int
    asked_at: datetime
    finished_at: datetime | None

    @property
    def is_over(self) -> bool:
        return self.finished_at is not None

    @property
    def count(self) -> int:
        """Papers in the file."""
        return self.total - len(self.left_out)


def chosen_codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, in their order. Refusals: BulkSizeFaulty."""
    once = tuple(dict.fromkeys(codes))
    if not 1 <= len(once) <= PRINT_MAX:
        raise BulkSizeFaulty(field="codes", count_max=PRINT_MAX)
    return once


def filled_for(
    actor: Actor, codes: tuple[str, ...], wanted: Wanted
) -> tuple[list[Filled], list[LeftOut]]:
    """The newest paper of the kind of each dossier, and those that have none. Three or four queries
    a dossier."""
    ready: list[Filled] = []
    left_out: list[LeftOut] = []
    for code in codes:
        try:
            ready.append(fill(actor, code, wanted))
        except Refusal as refusal:
            left_out.append(LeftOut(code, refusal))
    return ready, left_out


def bound(
    papers: list[Filled], size: PaperSize | None, *, told: Callable[[int], None] = lambda _: None
) -> bytes:
    """All of them one after the other as one PDF; `told` hears how many are done."""
    writer = PdfWriter()
    for count, paper in enumerate(papers, start=1):
        writer.append(BytesIO(printed(paper, size)), import_outline=False)
        told(count)
    writer.add_metadata({"/Title": f"{papers[0].kind} ({len(papers)})"})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def begin_printing(
    *,
    actor: Actor,
    at: datetime,
    kind: PaperKind,
    size: PaperSize | None,
    codes: tuple[str, ...],
) -> int:
    """Keep what is to be printed; the id of the run, for `go_on_printing`. What nobody fetched in time
    is thrown away. Refusals: NotPermitted, BulkSizeFaulty."""
    may(actor, Permission.SLIP_PRINT).demand()
    once = chosen_codes(codes)
    sweep_prints(at=at)
    run = PrintRun.objects.create(
        user_id=actor.user_id or 0,
        holding_id=actor.stands_in_for_id or actor.holding_id,
        kind=str(kind),
        size=str(size or ""),
        codes=orjson.dumps(once).decode(),
        total=len(once),
        asked_at=at,
    )
    return run.pk


def go_on_printing(run_id: int, *, at: datetime) -> None:
    """Draw the run into its file with the rights the person has at `at`. Again, it is the same file."""
    run = PrintRun.objects.filter(pk=run_id, finished_at=None).first()
    if run is None:
        return
    actor = actor_for_user(run.user_id, at, Door.JOB, f"print-{run.pk}", holding_id=run.holding_id)
    wanted = Wanted(kind=PaperKind(run.kind), address=settings.PUBLIC_ADDRESS)
    row = PrintRun.objects.filter(pk=run.pk)

    def told(count: int) -> None:
        if count % TOLD_EVERY == 0:
            row.update(done=count)

    with one_revision():
        ready, left_out = filled_for(actor, tuple(orjson.loads(run.codes)), wanted)
        if ready:
            _keep(run.pk, bound(ready, PaperSize(run.size) if run.size else None, told=told))
    codes = orjson.dumps([one.code for one in left_out]).decode()
    row.update(done=run.total, left_out=codes, finished_at=at)


def print_standing(actor: Actor, run_id: int) -> PrintStanding:
    """One's own run. One query. Refusals: NotFound."""
    run = PrintRun.objects.filter(pk=run_id, user_id=actor.user_id or 0).first()
    if run is None:
        raise NotFound(kind="print-run")
    return PrintStanding(
        id=run.pk,
        kind=PaperKind(run.kind),
        codes=tuple(orjson.loads(run.codes)),
        left_out=tuple(orjson.loads(run.left_out)),
        total=run.total,
        done=run.done,
        asked_at=run.asked_at,
        finished_at=run.finished_at,
    )


def printed_file(run: PrintStanding) -> bytes:
    """The file of a run that is over. Refusals: NotFound."""
    try:
        return _place(run.id).read_bytes()
    except FileNotFoundError:
        raise NotFound(kind="print-run") from None


def _place(run_id: int) -> Path:
    return Path(settings.DATA) / "prints" / f"{run_id}.pdf"


def _keep(run_id: int, pdf: bytes) -> None:
    """Whole or not at all, and for nobody else's eyes."""
    place = _place(run_id)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = place.with_name(f"{run_id}.{os.getpid()}.partial")
    partial.touch(mode=0o600)
    partial.write_bytes(pdf)
    partial.replace(place)


def sweep_prints(*, at: datetime) -> int:
    """Throw away runs that nobody has fetched in time, with their files; how many."""
    old = PrintRun.objects.filter(asked_at__lt=at - KEPT_FOR)
    found = list(old.values_list("id", flat=True))
    for run_id in found:
        _place(run_id).unlink(missing_ok=True)
    PrintRun.objects.filter(pk__in=found).delete()
    return len(found)
