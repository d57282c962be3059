"""From the body of an act to the typed input of its command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from motcua.api.refusals import UploadUnknown
from motcua.api.v1.reading import limit_of, read_parties
from motcua.api.v1.shapes import acts as shapes
from motcua.api.v1.shapes.fields import Given
from motcua.documents.queries.uploads import finished_uploads
from motcua.dossiers import inputs
from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.rules.intake import ReceptionRefused
from motcua.dossiers.vocabulary import Act, PaperIn
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day

SHAPES: dict[Act, type[Given]] = {
    Act.RECEIVE: shapes.AcceptIn,
    Act.ASK_TO_COMPLETE: shapes.AskIn,
    Act.REFUSE_RECEPTION: shapes.ReasonIn,
    Act.RELEASE: shapes.ReasonIn,
    Act.TAKE_OVER: shapes.NothingIn,
    Act.REFUSE_TAKE_OVER: shapes.ReasonIn,
    Act.REDIRECT: shapes.RedirectIn,
    Act.ASSIGN: shapes.AssignIn,
    Act.START: shapes.NothingIn,
    Act.FORWARD: shapes.ForwardIn,
    Act.OFFER: shapes.OfferIn,
    Act.ACCEPT_OFFER: shapes.AcceptOfferIn,
    Act.REFUSE_OFFER: shapes.ReasonIn,
    Act.TAKE_BACK_OFFER: shapes.ReasonIn,
    Act.PROPOSE: shapes.ProposeIn,
    Act.SEND_BACK: shapes.ReasonIn,
    Act.REQUEST_SUPPLEMENT: shapes.AskIn,
    Act.ALLOW_SUPPLEMENT: shapes.ReasonIn,
    Act.SUPPLEMENT: shapes.SupplementIn,
    Act.SUSPEND: shapes.ReasonIn,
    Act.RESUME: shapes.ResumeIn,
    Act.EXTEND: shapes.ExtendIn,
    Act.APOLOGIZE: shapes.ExtendIn,
    Act.WITHDRAW: shapes.WithdrawIn,
    Act.TERMINATE: shapes.TerminateIn,
    Act.DECIDE: shapes.DecideIn,
    Act.ISSUE_RESULT: shapes.IssueResultIn,
    Act.RETURN_RESULT: shapes.ReturnResultIn,
    Act.CORRECT_RESULT: shapes.CorrectResultIn,
    Act.REOPEN: shapes.ReopenIn,
    Act.AMEND: shapes.AmendIn,
    Act.NOTE: shapes.NoteIn,
    Act.ATTACH: shapes.AttachIn,
}


def read_act(act: Act, body: Given, *, actor: Actor, at: datetime) -> Any:
    """The input of the act. Refusals: ReceptionRefused (people that cannot be read), UploadUnknown."""
    read = READERS.get(type(body))
    if read is not None:
        return read(body, actor, at)
    values = {name: getattr(body, name) for name in type(body).model_fields}
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return PERFORMERS[act].given(**{**values, **lists})


def _accept(body: shapes.AcceptIn, _actor: Actor, _at: datetime) -> inputs.Accept:
    return inputs.Accept(
        complete_confirmed=body.complete_confirmed, typed_limit=limit_of(body.limit)
    )


def _offer(body: shapes.OfferIn, _actor: Actor, _at: datetime) -> inputs.Offer:
    return inputs.Offer(
        agency_id=body.agency_id,
        unit_id=body.unit_id,
        task=body.task,
        papers=None if body.papers is None else tuple(body.papers),
        digests=None if body.digests is None else tuple(body.digests),
        limit=limit_of(body.limit),
    )


def _ask(body: shapes.AskIn, _actor: Actor, _at: datetime) -> inputs.AskToComplete:
    items = tuple(
        inputs.AskedItem(
            name=item.name,
            what=item.what,
            why=item.why,
            basis=item.basis,
            required_document_id=item.document_id,
            field=item.field,
        )
        for item in body.items
    )
    return inputs.AskToComplete(items=items, reason=body.reason)


def _supplement(body: shapes.SupplementIn, _actor: Actor, _at: datetime) -> inputs.Supplement:
    papers = tuple(
        PaperIn(
            name=paper.name,
            required_document_id=paper.document_id,
            originals=paper.originals,
            copies=paper.copies,
            present_only=paper.present_only,
            note=paper.note,
        )
        for paper in body.papers
    )
    answered, waived = tuple(body.answered), tuple(body.waived)
    return inputs.Supplement(
        answered=answered, waived=waived, papers=papers, answers=body.answers, note=body.note
    )


def _amend(body: shapes.AmendIn, _actor: Actor, at: datetime) -> inputs.Amend:
    parties = read_parties(body, today=local_day(at))
    problems = [problem for party in parties for problem in party.problems]
    if problems:
        raise ReceptionRefused(problems)
    return inputs.Amend(
        parties=tuple(party.party for party in parties), reason=body.reason, answers=body.answers
    )


def _attach(body: shapes.AttachIn, actor: Actor, at: datetime) -> inputs.Attach:
    """Only a file of one's own upload: to know a digest entitles nobody."""
    found = finished_uploads(actor, at, (body.upload,))
    if not found:
        raise UploadUnknown(field="upload")
    return inputs.Attach(
        digest=found[0].digest,
        name=body.name or found[0].name,
        media_type=str(found[0].media_type),
        size=found[0].size,
        kind=body.kind,
        paper_position=body.paper_position,
    )


READERS: dict[type[Given], Callable[[Any, Actor, datetime], Any]] = {
    shapes.AcceptIn: _accept,
    shapes.OfferIn: _offer,
    shapes.AskIn: _ask,
    shapes.SupplementIn: _supplement,
    shapes.AmendIn: _amend,
    shapes.AttachIn: _attach,
}
