"""A year's register as a file: drawn at once when small, in the background when large."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from motcua.accounts.queries import actor_for_user
from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.models import RegisterExport
from motcua.dossiers.queries.register import RegisterFilter, register_totals, register_year
from motcua.dossiers.queries.register_book import register_book
from motcua.dossiers.rules.register_files import ROWS_MAX, RegisterForm, RegisterTooLong
from motcua.kernel.actor import Actor, Door
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.papers.data.registers import DossierRegister
from motcua.papers.queries import words_for
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from motcua.papers.workbook import render_register_xlsx

KEPT_FOR = timedelta(days=1)
"""How long a file waits to be fetched: it is full of personal data, and can be drawn again."""
KIND = PaperKind.DOSSIER_REGISTER


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportStanding:
    """How a file is coming on, for whoever asked for it."""

    id: int
    agency_id: int
    year: int
    form: RegisterForm
    total: int
    done: int
    finished_at: datetime | None
    failure: str

    @property
    def is_over(self) -> bool:
        return self.finished_at is not None


def drawn_at_once(
    *, actor: Actor, at: datetime, agency_id: int, year: int, form: RegisterForm
) -> bytes:
    """The whole book as the actor may see it. Refusals: NotPermitted, NotFound, RegisterTooLong."""
    may(actor, Permission.DOSSIER_EXPORT).demand()
    book = register_year(actor, agency_id, year)
    check_length(lines_of(actor, agency_id, year, at))
    return _drawn(register_book(actor, book, at=at), form, agency_id, at)


def begin_export(
    *, actor: Actor, at: datetime, agency_id: int, year: int, form: RegisterForm
) -> int:
    """Keep what is asked for; the id, to be given to `work_on_export`.

    Refusals: NotPermitted, NotFound, RegisterTooLong.
    """
    may(actor, Permission.DOSSIER_EXPORT).demand()
    register_year(actor, agency_id, year)
    total = lines_of(actor, agency_id, year, at)
    check_length(total)
    export = RegisterExport.objects.create(
        user_id=actor.user_id or 0,
        holding_id=actor.stands_in_for_id or actor.holding_id,
        agency_id=agency_id,
        year=year,
        form=str(form),
        total=total,
        asked_at=at,
    )
    return int(export.pk)


def lines_of(actor: Actor, agency_id: int, year: int, at: datetime) -> int:
    """How many lines the actor's file would have."""
    which = RegisterFilter(agency_id=agency_id, year=year)
    return register_totals(actor, which, at=at).total


def check_length(count: int) -> None:
    if count > ROWS_MAX:
        raise RegisterTooLong(field="year", count=count, count_max=ROWS_MAX)


def work_on_export(export_id: int, *, at: datetime) -> None:
    """Draw the file with the rights that the person has at `at`; done again it is the same file."""
    export = RegisterExport.objects.get(pk=export_id)
    rows = RegisterExport.objects.filter(pk=export.pk)

    def tell(done: int) -> None:
        rows.update(done=done)

    try:
        actor = actor_for_user(
            export.user_id, at, Door.JOB, f"export-{export.pk}", holding_id=export.holding_id
        )
        may(actor, Permission.DOSSIER_EXPORT).demand()
        book = register_year(actor, export.agency_id, export.year)
        data = register_book(actor, book, at=at, tell=tell)
        content = _drawn(data, RegisterForm(export.form), export.agency_id, at)
    except Refusal as refusal:
        rows.update(failure=refusal.code[:60], finished_at=at)
        return
    _write(place_of(export.pk), content)
    rows.update(done=len(data.rows), total=len(data.rows), finished_at=at)


def export_standing(actor: Actor, export_id: int) -> ExportStanding:
    """Only for whoever asked for it. One query. Refusals: NotFound."""
    rows = RegisterExport.objects.filter(pk=min(export_id, 2**63 - 1), user_id=actor.user_id or 0)
    row = rows.first()
    if row is None:
        raise NotFound(kind="register-export")
    same = ("id", "agency_id", "year", "total", "done", "finished_at", "failure")
    told = {name: getattr(row, name) for name in same}
    return ExportStanding(form=RegisterForm(row.form), **told)


def exported_file(actor: Actor, export_id: int) -> tuple[ExportStanding, Path]:
    """The file ready to be fetched, once only the right is still there. Refusals: NotPermitted,
    NotFound, also after it was taken away."""
    may(actor, Permission.DOSSIER_EXPORT).demand()
    standing = export_standing(actor, export_id)
    place = place_of(standing.id)
    if not standing.is_over or standing.failure or not place.is_file():
        raise NotFound(kind="register-export")
    return standing, place


def sweep_exports(*, at: datetime) -> int:
    """Take away what has waited too long to be fetched; how many."""
    old = list(
        RegisterExport.objects.filter(asked_at__lt=at - KEPT_FOR).values_list("pk", flat=True)
    )
    for pk in old:
        place_of(pk).unlink(missing_ok=True)
    RegisterExport.objects.filter(pk__in=old).delete()
    return len(old)


def place_of(export_id: int) -> Path:
    return Path(settings.EXPORTED_FILES) / f"register-{int(export_id)}"


def _drawn(data: DossierRegister, form: RegisterForm, agency_id: int, at: datetime) -> bytes:
    words = words_for(KIND, agency_id, local_day(at))
    if form is RegisterForm.XLSX:
        return render_register_xlsx(data, words=words)
    return render(KIND, data, words=words)


def _write(place: Path, content: bytes) -> None:
    """Whole or not at all, readable by the office's own account only."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = place.with_suffix(".partial")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    partial.replace(place)
