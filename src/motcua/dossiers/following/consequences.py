"""What an act on one dossier does to others, in its transaction: for apps that follow dossiers.

Nobody's right is asked: it follows from an act that somebody had the right to. Whoever follows locks
the others while the act is written (`lock_these`), and writes what becomes of them once its fact is
kept (`following.register_after`): rows are locked before the chain, everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any

import orjson

from motcua.dossiers.acting import Standing, facts_of
from motcua.dossiers.commands.files_held import held_files
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.following import Acted, tell_acted, tell_after
from motcua.dossiers.inputs import Attach, Note, Terminate
from motcua.dossiers.models import Dossier, DossierFile, Result
from motcua.dossiers.preparation import ground_for
from motcua.dossiers.rules import ending, reception, upkeep
from motcua.dossiers.rules.submitted.files import TooManyFiles
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.tallies.keeping import countable_after, keep
from motcua.dossiers.vocabulary import Act, FileIn, Stage, TerminationGround
from motcua.dossiers.wording import NO_ROOM_FOR_FILE
from motcua.dossiers.writing import write
from motcua.kernel.clock import local_day
from motcua.ledger.recording import Record, Subject, agency_stream


def lock_these(dossier_ids: Iterable[int]) -> None:
    """In the order of their ids, until the transaction ends. One query."""
    wanted = Dossier.objects.filter(pk__in=sorted(dossier_ids)).order_by("pk")
    list(wanted.select_for_update(no_key=True).values_list("pk", flat=True))


def follow_on(
    record: Record, dossier_id: int, act: Act, decide: Callable[[Standing], LifeEvent]
) -> None:
    """Carry an act out on a dossier that is locked. Refusals: those of the rule."""
    dossier = Dossier.objects.get(pk=dossier_id)
    standing = Standing(dossier, facts_of(dossier))
    standing.facts.next(act)
    event = decide(standing)
    seq = dossier.version + 1
    acted = Acted(dossier=dossier, act=act, event=event)
    write(dossier, event, seq)
    tell_acted(record, acted)
    keep(record, dossier, countable_after(dossier, event))
    record.append(
        event,
        about=Subject("dossier", dossier.pk, seq),
        stream=agency_stream(record.actor.agency_id or dossier.agency_id),
    )
    tell_after(record, acted)


def issued_files(dossier_id: int, digests: Iterable[str]) -> tuple[FileIn, ...]:
    """Files of an issued result, to be given to others. One query."""
    wanted = DossierFile.objects.filter(dossier=dossier_id, digest__in=list(digests))
    rows = wanted.order_by("position").values("digest", "name", "media_type", "size")
    return tuple(FileIn(**row) for row in rows)


def attach_on(record: Record, dossier_id: int, file: FileIn) -> None:
    """The file becomes part of that dossier; one that it has already is left, and a dossier that has
    ended for good is left alone. One that holds no more files is told so by a note: nobody's result is
    kept back because another dossier is full."""

    def decide(standing: Standing) -> LifeEvent:
        held = held_files(dossier_id, standing.facts.file_digests)
        return upkeep.attach(
            standing.facts,
            Attach(**vars_of(file)),
            position=held.next_position,
            held=held.files,
            added_by=record.actor.name,
            at=record.at,
        )

    there = DossierFile.objects.filter(dossier=dossier_id, digest=file.digest, is_removed=False)
    stage = Stage(Dossier.objects.values_list("stage", flat=True).get(pk=dossier_id))
    if Act.ATTACH in acts_at(stage) and not there.exists():
        try:
            follow_on(record, dossier_id, Act.ATTACH, decide)
        except TooManyFiles:
            told = Note(text=str(NO_ROOM_FOR_FILE) % {"name": file.name})
            follow_on(
                record, dossier_id, Act.NOTE, lambda standing: upkeep.note(standing.facts, told)
            )


def vars_of(file: FileIn) -> dict[str, Any]:
    return {spec.name: getattr(file, spec.name) for spec in fields(file)}


def release_on(
    record: Record, dossier_id: int, results: tuple[dict[str, Any], ...], why: str = ""
) -> None:
    """It waits no more; `why`: on what it goes on without. What its own agency settles is taken over at once: its clock starts."""
    follow_on(
        record,
        dossier_id,
        Act.RELEASE,
        lambda standing: reception.release(standing.facts, results=results, why=why),
    )
    row = Dossier.objects.get(pk=dossier_id)
    if row.agency_id == row.competent_agency_id:
        ground = ground_for(
            agency_id=row.competent_agency_id,
            procedure_version_id=row.procedure_version_id,
            day=local_day(row.received_at),
        )
        follow_on(
            record,
            dossier_id,
            Act.TAKE_OVER,
            lambda standing: reception.take_over(
                standing.facts,
                calendar=ground.office.calendar,
                unit_id=ground.unit_id,
                at=record.at,
            ),
        )


def stop_on(record: Record, dossier_id: int, why: str) -> None:
    """It cannot go on without what another should have given."""
    given = Terminate(ground=TerminationGround.OTHER, reason=why)
    follow_on(
        record,
        dossier_id,
        Act.TERMINATE,
        lambda standing: ending.terminate(
            standing.facts, given, fee_total_vnd=standing.row.fee_total_vnd, at=record.at
        ),
    )


@dataclass(frozen=True, slots=True)
class IssuedResult:
    """The newest result of a dossier: its files, and what another's fact says of it."""

    digests: tuple[str, ...]
    told: dict[str, str]


def last_result(dossier_id: int) -> IssuedResult:
    """One query. The dossier has one."""
    row = Result.objects.filter(dossier=dossier_id).latest("seq")
    day = row.document_date.isoformat() if row.document_date else ""
    told = {
        "document_number": row.document_number,
        "document_date": day,
        "subject": row.subject,
    }
    return IssuedResult(
        digests=tuple(orjson.loads(row.digests)),
        told={name: value for name, value in told.items() if value},
    )
