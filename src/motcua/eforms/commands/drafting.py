"""Write on the form of a procedure before anybody fills it in: save, throw away, publish; and withdraw a
version that has not begun."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.eforms.commands.publish_form import SUBJECT, publish_form, standing_of
from motcua.eforms.events import EFormDraftDiscarded, EFormDraftSaved, EFormVersionWithdrawn
from motcua.eforms.models import EFormDraft, EFormVersion
from motcua.eforms.rules.definition import form_of
from motcua.eforms.rules.succession import (
    FormDraftChanged,
    FormDraftMissing,
    FormOfNoProcedure,
    FormVersionHasBegun,
    digest_of,
    withdraw_step,
)
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording
from motcua.procedures.queries.labels import procedure_labels

DRAFT_SUBJECT = "eform-draft"


def save_form_draft(
    *, actor: Actor, at: datetime, procedure_id: int, definition: Any, seen: int
) -> int:
    """Keep what is written. `seen` is the edition that stood before one's eyes, 0 for none. Returns the
    new edition. Refusals: NotPermitted, FormOfNoProcedure, FormUnreadable, FormDraftChanged."""
    may(actor, Permission.EFORM_CHANGE).demand()
    form_of(definition)
    code = _procedure_code(procedure_id, local_day(at))
    with recording(actor, at) as record:
        draft = _draft_seen(procedure_id, seen)
        fields = {"definition": definition, "saved_at": at, "saved_by": actor.name}
        edition = seen + 1
        if draft is None:
            _begin_draft(procedure_id, fields)
        else:
            EFormDraft.objects.filter(pk=draft.pk).update(edition=edition, **fields)
        saved = EFormDraftSaved(
            procedure_code=code, edition=edition, definition_digest=digest_of(definition)
        )
        record.append(saved, about=_about(procedure_id))
    return edition


def discard_form_draft(*, actor: Actor, at: datetime, procedure_id: int, seen: int) -> None:
    """Throw away what is written. Refusals: NotPermitted, FormDraftMissing, FormDraftChanged."""
    may(actor, Permission.EFORM_CHANGE).demand()
    code = _procedure_code(procedure_id, local_day(at))
    with recording(actor, at) as record:
        draft = _draft_seen(procedure_id, seen)
        if draft is None:
            raise FormDraftMissing()
        discarded = EFormDraftDiscarded(procedure_code=code, edition=draft.edition)
        record.append(discarded, about=_about(procedure_id))
        draft.delete()


def publish_form_draft(
    *, actor: Actor, at: datetime, procedure_id: int, valid_from: date, seen: int
) -> int:
    """Publish what is written, from a day on; the draft is over then. Returns the version's id.
    Refusals: those of `publish_form`, FormDraftMissing, FormDraftChanged."""
    may(actor, Permission.EFORM_CHANGE).demand()
    with recording(actor, at):
        draft = _draft_seen(procedure_id, seen)
        if draft is None:
            raise FormDraftMissing()
        version_id = publish_form(
            actor=actor,
            at=at,
            procedure_id=procedure_id,
            definition=draft.definition,
            valid_from=valid_from,
        )
        draft.delete()
    return version_id


def withdraw_form_version(*, actor: Actor, at: datetime, version_id: int) -> None:
    """A version that has not begun will not; the one before it goes on. Refusals: NotPermitted,
    FormVersionHasBegun."""
    may(actor, Permission.EFORM_CHANGE).demand()
    with recording(actor, at) as record:
        row = EFormVersion.objects.filter(pk=version_id).select_related("eform").first()
        if row is None:
            raise FormVersionHasBegun()
        rows = EFormVersion.objects.select_for_update(no_key=True).filter(eform=row.eform)
        chain = [standing_of(one) for one in rows.order_by("id")]
        step = withdraw_step(chain, version_id=version_id, today=local_day(at))
        rows.filter(pk=version_id).update(valid_until=step.version.valid_from)
        if step.before is not None:
            rows.filter(pk=step.before.id).update(valid_until=step.until)
        withdrawn = EFormVersionWithdrawn(
            version_id=version_id,
            form_code=row.eform.code,
            version_number=row.version_number,
            reopened_version_id=step.before.id if step.before else None,
            reopened_until=step.until if step.before else None,
        )
        seq = next_seq(SUBJECT, row.eform_id)
        record.append(withdrawn, about=Subject(SUBJECT, row.eform_id, seq))


def _procedure_code(procedure_id: int, day: date) -> str:
    labels = procedure_labels([procedure_id], day)
    if procedure_id not in labels:
        raise FormOfNoProcedure(scope="", procedure_code=str(procedure_id), place="")
    return labels[procedure_id].code


def _draft_seen(procedure_id: int, seen: int) -> EFormDraft | None:
    """The draft, held for this change, if it is the one that was seen (0: none was)."""
    found = EFormDraft.objects.select_for_update(no_key=True).filter(procedure=procedure_id)
    draft = found.first()
    if (draft.edition if draft else 0) != seen:
        raise FormDraftChanged(saved_by=draft.saved_by if draft else "")
    return draft


def _begin_draft(procedure_id: int, fields: dict[str, Any]) -> None:
    """The first edition; whoever begins at the same moment comes second."""
    draft, is_mine = EFormDraft.objects.get_or_create(
        procedure_id=procedure_id, defaults={"edition": 1, **fields}
    )
    if not is_mine:
        raise FormDraftChanged(saved_by=draft.saved_by)


def _about(procedure_id: int) -> Subject:
    return Subject(DRAFT_SUBJECT, procedure_id, next_seq(DRAFT_SUBJECT, procedure_id))
