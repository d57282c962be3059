"""Which facts of a dossier are told to its people, as what. Everything else stays inside the office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from motcua.dossiers import events
from motcua.dossiers.vocabulary import Stage
from motcua.feedback import events as feedback
from motcua.notices.vocabulary import Haste, NoticeKind, Told
from motcua.payments.events import PaymentOrderExpired, PaymentReceived

MESSAGE_WRITTEN: Final = "message.written"
"""A fact of `filing`, which stands beside this app. Told when the office wrote, never what it wrote."""
KIND_OF: Final[Mapping[str, NoticeKind]] = {
    events.DossierRegistered.code: NoticeKind.REGISTERED,
    events.DossierReceived.code: NoticeKind.RECEIVED,
    events.DossierAccepted.code: NoticeKind.RECEIVED,
    events.DossierTakenOver.code: NoticeKind.RECEIVED,
    events.CompletionAsked.code: NoticeKind.SUPPLEMENT_ASKED,
    events.ReceptionDeclined.code: NoticeKind.NOT_RECEIVED,
    events.ProcessingStarted.code: NoticeKind.STARTED,
    events.SupplementRequested.code: NoticeKind.SUPPLEMENT_ASKED,
    events.DossierSupplemented.code: NoticeKind.SUPPLEMENTED,
    events.ProcessingSuspended.code: NoticeKind.OBLIGATION_DUE,
    events.ProcessingResumed.code: NoticeKind.RESUMED,
    events.DeadlineMoved.code: NoticeKind.DATE_MOVED,
    events.TimeLimitExtended.code: NoticeKind.EXTENDED,
    events.ApologyMade.code: NoticeKind.APOLOGY,
    events.DossierWithdrawn.code: NoticeKind.WITHDRAWN,
    events.ProcessingTerminated.code: NoticeKind.STOPPED,
    events.ResultIssued.code: NoticeKind.RESULT_READY,
    events.ResultReturned.code: NoticeKind.RETURNED,
    events.ResultCorrected.code: NoticeKind.CORRECTED,
    events.DossierReopened.code: NoticeKind.REOPENED,
    MESSAGE_WRITTEN: NoticeKind.ANSWERED,
    PaymentReceived.code: NoticeKind.PAYMENT_RECEIVED,
    PaymentOrderExpired.code: NoticeKind.PAYMENT_EXPIRED,
    # Never the amount: the page of one's own dossier tells old, new and why.
    events.FeeSettled.code: NoticeKind.FEE_CHANGED,
}
BY_CODE: Final = frozenset({MESSAGE_WRITTEN, PaymentReceived.code, PaymentOrderExpired.code})
"""Facts that are about something else than a dossier and name it by its code, or name none."""
KIND_OF_PETITION: Final[Mapping[str, NoticeKind]] = {
    feedback.PetitionRegistered.code: NoticeKind.PETITION_TAKEN,
    feedback.PetitionRefused.code: NoticeKind.PETITION_REFUSED,
    feedback.ClarityAsked.code: NoticeKind.PETITION_UNCLEAR,
    feedback.PetitionOfferAccepted.code: NoticeKind.PETITION_FORWARDED,
    feedback.PetitionForwarded.code: NoticeKind.PETITION_FORWARDED,
    feedback.PetitionAnswered.code: NoticeKind.PETITION_ANSWERED,
    feedback.PetitionReopened.code: NoticeKind.PETITION_REOPENED,
}
"""Of feedback; its sender is told that there is something to read, never what. Sending tells nothing: the
page has just shown the code, and nobody shall be written to because a stranger typed his number."""
PETITION_INSIDE: Final = frozenset(
    {
        feedback.PetitionSent.code,
        feedback.PetitionClarified.code,
        feedback.PetitionRouted.code,
        feedback.PetitionOffered.code,
        feedback.PetitionOfferRefused.code,
        feedback.PetitionOfferTakenBack.code,
        feedback.AnswerProposed.code,
        feedback.AnswerSentBack.code,
        feedback.PetitionPublished.code,
        feedback.PublicationWithheld.code,
        feedback.PublicationWithdrawn.code,
        feedback.AnswerRated.code,
        feedback.PetitionClosed.code,
    }
)
"""Facts about feedback that stay inside, or that the sender has done himself."""
KINDS_OF_PETITION: Final = frozenset(KIND_OF_PETITION.values())
INSIDE_THE_OFFICE: Final = frozenset(
    {
        events.DossierAssigned.code,
        events.DossierForwarded.code,
        events.DossierHandedOver.code,
        events.DossierOffered.code,
        events.OfferAccepted.code,
        events.OfferRefused.code,
        events.OfferTakenBack.code,
        events.TakeOverRefused.code,
        events.DossierRedirected.code,
        events.DossierReleased.code,
        events.DecisionProposed.code,
        events.ProposalSentBack.code,
        events.SupplementAllowed.code,
        events.DecisionMade.code,
        events.ParticularsAmended.code,
        events.NoteAdded.code,
        events.FileAttached.code,
        events.FileRemoved.code,
        events.UnpaidReturnAllowed.code,
    }
)
"""Facts about a dossier that nobody outside is told: who has it, drafts, notes, files. A test holds
both tables together complete."""
HASTE_OF: Final[Mapping[NoticeKind, Haste]] = {
    **dict.fromkeys(NoticeKind, Haste.ORDINARY),
    **dict.fromkeys(
        (
            NoticeKind.SUPPLEMENT_ASKED,
            NoticeKind.OBLIGATION_DUE,
            NoticeKind.NOT_RECEIVED,
            NoticeKind.APOLOGY,
            NoticeKind.EXTENDED,
            NoticeKind.STOPPED,
            NoticeKind.RESULT_READY,
            NoticeKind.CORRECTED,
            NoticeKind.ANSWERED,
            NoticeKind.PAYMENT_REST,
            NoticeKind.FEE_CHANGED,
            NoticeKind.PETITION_UNCLEAR,
            NoticeKind.PETITION_ANSWERED,
        ),
        Haste.SOON,
    ),
    # The answer to what the citizen has just done himself: he is awake, and waits for it.
    NoticeKind.REGISTERED: Haste.AT_ONCE,
    NoticeKind.WITHDRAWN: Haste.AT_ONCE,
    NoticeKind.PAYMENT_RECEIVED: Haste.AT_ONCE,
}
WITHOUT_DATE: Final = frozenset(
    {
        NoticeKind.REGISTERED,
        NoticeKind.IN_TRANSIT,
        NoticeKind.SUPPLEMENT_ASKED,
        NoticeKind.OBLIGATION_DUE,
        NoticeKind.NOT_RECEIVED,
        NoticeKind.WITHDRAWN,
        NoticeKind.STOPPED,
        NoticeKind.RESULT_READY,
        NoticeKind.RETURNED,
        NoticeKind.CORRECTED,
        NoticeKind.ANSWERED,
        NoticeKind.PAYMENT_RECEIVED,
        NoticeKind.PAYMENT_REST,
        NoticeKind.PAYMENT_EXPIRED,
        NoticeKind.FEE_CHANGED,
    }
)
"""Kinds for which the promised date says nothing: it is the applicant's turn, or it is over."""


def told_of(code: str, payload: Mapping[str, Any], due_at: datetime | None) -> Told | None:
    """What this fact tells outside; None when it is nobody's business but the office's.

    Of the payload only the stage, the date, whether a supplement is complete, who wrote, whether it came
    with others, whether of money something is to be given back and whether a fee became another are read. `due_at`
    is the date that the dossier has where the fact gives none.
    """
    kind = KIND_OF.get(code)
    if kind is None or (kind is NoticeKind.SUPPLEMENTED and not payload["is_complete"]):
        return None
    if kind is NoticeKind.REGISTERED and payload.get("citizen") and payload.get("group_id"):
        return None  # the first of those sent at once tells of all
    if kind is NoticeKind.ANSWERED and not payload["from_office"]:
        return None
    if kind is NoticeKind.FEE_CHANGED and payload["old_total_vnd"] == payload["fee_total_vnd"]:
        return None  # a claim that was refused before anything had been taken off
    if kind is NoticeKind.PAYMENT_RECEIVED and payload["rest_vnd"]:
        kind = NoticeKind.PAYMENT_REST
    # A reception that names no stage is one that was received; a date moved says nothing of it.
    stage = str(payload.get("stage") or (Stage.RECEIVED if kind is NoticeKind.RECEIVED else ""))
    if kind is NoticeKind.RECEIVED and stage == Stage.IN_TRANSIT:
        kind = NoticeKind.IN_TRANSIT
    return Told(kind=kind, stage=stage, date=_date(kind, payload, due_at))


def _date(kind: NoticeKind, payload: Mapping[str, Any], due_at: datetime | None) -> datetime | None:
    if kind in WITHOUT_DATE:
        return None
    given = payload.get("appointment_at") or payload.get("due_at")
    return datetime.fromisoformat(given) if given else due_at


def told_of_petition(code: str, due_at: datetime | None, *, is_taken_over: bool) -> Told | None:
    """What this fact of feedback tells its sender. One that another agency took over was told of when
    it was forwarded. Of the fact nothing but its name is read."""
    kind = KIND_OF_PETITION.get(code)
    if kind is None or (kind is NoticeKind.PETITION_TAKEN and is_taken_over):
        return None
    dated = kind in (NoticeKind.PETITION_TAKEN, NoticeKind.PETITION_REOPENED)
    return Told(kind=kind, stage="", date=due_at if dated else None)
