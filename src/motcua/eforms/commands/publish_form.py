"""Publish a version of a procedure's form from a day on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.eforms.events import EFormVersionClosed, EFormVersionPublished
from motcua.eforms.models import EForm, EFormVersion
from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.rules.publishing import publishing_faults
from motcua.eforms.rules.succession import (
    FormFaulty,
    FormNotPublishable,
    FormOfNoProcedure,
    FormStep,
    StandingForm,
    digest_of,
    next_step,
)
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, recording
from motcua.procedures.queries.labels import procedure_labels

SUBJECT = "eform"


def publish_form(
    *, actor: Actor, at: datetime, procedure_id: int, definition: Any, valid_from: date
) -> int:
    """The version that holds from that day; what holds already is not published again.

    The first form of a procedure may begin on any day, a later version not before `at`'s day, nor on
    a day on which another has begun. Versions planned for later are withdrawn. Returns the version's id.
    Refusals: NotPermitted, FormOfNoProcedure, FormUnreadable, FormNotPublishable, FormBeginsInThePast.
    """
    may(actor, Permission.EFORM_CHANGE).demand()
    form = publishable(definition)
    today, digest = local_day(at), digest_of(definition)
    labels = procedure_labels([procedure_id], today)
    if procedure_id not in labels:
        raise FormOfNoProcedure(scope="", procedure_code=str(procedure_id), place="")
    with recording(actor, at) as record:
        eform = locked_form(procedure_id, form.code)
        chain = [
            standing_of(row) for row in EFormVersion.objects.filter(eform=eform).order_by("id")
        ]
        step = next_step(chain, digest=digest, valid_from=valid_from, today=today)
        if step.version_number is None:
            return next(one.id for one in chain if one.holds_on(valid_from))
        seq = _close(record, eform, step)
        version = EFormVersion.objects.create(
            eform=eform,
            version_number=step.version_number,
            valid_from=valid_from,
            definition=definition,
            digest=digest,
            published_at=at,
            published_by=actor.name,
        )
        published = EFormVersionPublished(
            version_id=version.pk,
            form_code=form.code,
            procedure_code=labels[procedure_id].code,
            version_number=step.version_number,
            title=form.title.vi,
            valid_from=valid_from,
            definition_digest=digest,
        )
        record.append(published, about=Subject(SUBJECT, eform.pk, seq))
    return version.pk


def publishable(definition: Any) -> Form:
    """The form, if it may be published. Refusals: FormUnreadable, FormNotPublishable."""
    form = form_of(definition)
    faults = publishing_faults(form)
    if faults:
        raise FormNotPublishable(
            FormFaulty(field=one.path, why=one.code, **one.params) for one in faults
        )
    return form


def locked_form(procedure_id: int, code: str) -> EForm:
    """Made on first use; whoever publishes the same form meanwhile waits here."""
    EForm.objects.bulk_create([EForm(procedure_id=procedure_id, code=code)], ignore_conflicts=True)
    return EForm.objects.select_for_update(no_key=True).get(procedure_id=procedure_id)


def standing_of(row: EFormVersion) -> StandingForm:
    return StandingForm(
        id=row.pk,
        version_number=row.version_number,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        digest=row.digest,
    )


def _close(record: Record, eform: EForm, step: FormStep) -> int:
    """Close what ends, each as a fact; the place of the next fact about the form."""
    seq = next_seq(SUBJECT, eform.pk)
    for one, day in step.closes:
        EFormVersion.objects.filter(pk=one.id).update(valid_until=day)
        closed = EFormVersionClosed(
            version_id=one.id,
            form_code=eform.code,
            version_number=one.version_number,
            valid_until=day,
        )
        record.append(closed, about=Subject(SUBJECT, eform.pk, seq))
        seq += 1
    return seq
