"""One version follows another: the standing one is closed, the next one published, both as facts."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject
from motcua.procedures.commands.publishing import Publisher
from motcua.procedures.events import ProcedureVersionClosed, ProcedureVersionPublished
from motcua.procedures.models import Procedure, ProcedureVersion
from motcua.procedures.rules.content import ProcedureContent
from motcua.procedures.rules.succession import Step

SUBJECT = "procedure"


@dataclass(frozen=True, kw_only=True, slots=True)
class Follower:
    """What is published, on which step, and the fields that it says otherwise than the one before."""

    content: ProcedureContent
    content_digest: str
    step: Step
    changed_fields: tuple[str, ...] = ()


def follow(
    facts: Record, procedure: Procedure, follower: Follower, *, publisher: Publisher
) -> ProcedureVersion:
    """Carry out the step. Within the transaction of `facts`, with the procedure locked."""
    step, seq = follower.step, next_seq(SUBJECT, procedure.pk)
    if step.closes_id is not None and step.closes_on is not None:
        ProcedureVersion.objects.filter(pk=step.closes_id).update(valid_until=step.closes_on)
        closed = ProcedureVersionClosed(
            version_id=step.closes_id, procedure_code=procedure.code, valid_until=step.closes_on
        )
        facts.append(closed, about=Subject(SUBJECT, procedure.pk, seq))
        seq += 1
    version = publisher.publish(
        procedure,
        follower.content,
        step=step,
        content_digest=follower.content_digest,
        at=facts.at,
    )
    published = ProcedureVersionPublished(
        version_id=version.pk,
        procedure_code=procedure.code,
        scope=procedure.scope,
        place=procedure.place,
        name=version.name,
        valid_from=version.valid_from,
        valid_until=version.valid_until,
        content_digest=version.content_digest,
        changed_fields=follower.changed_fields,
    )
    facts.append(published, about=Subject(SUBJECT, procedure.pk, seq))
    return version
