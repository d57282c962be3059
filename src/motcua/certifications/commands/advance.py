"""Take certifications one step on, many at once: each step is the ordinary acts of its dossier.

A dossier has a transaction of its own, so one that cannot go on holds up no other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.certifications.events import CertificationSigned
from motcua.certifications.models import Certification
from motcua.certifications.policies import visible
from motcua.certifications.rules.numbers import number_words
from motcua.certifications.vocabulary import ACTS_OF, BookKind, EntryState, Step
from motcua.certifications.wording import OPINION, RESULTS
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import Decide, IssueResult, Nothing, Propose, ReturnResult
from motcua.dossiers.queries.bulk import candidates
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.vocabulary import Act, Decision
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, agency_stream, recording

AT_ONCE_MAX = 100


class StepsAtOnceFaulty(Refusal):
    """From one dossier up to a bound."""

    code = "steps-at-once-faulty"


class NotReady(Refusal):
    """None of the acts of the step fits the dossier now, or none is this officer's to do."""

    code = "certification-not-ready"


class CertificationDeclined(Refusal):
    """It was decided not to certify: nothing is stamped."""

    code = "certification-declined"


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """What became of one dossier: `refusal` None = done."""

    dossier_code: str
    refusal: Refusal | None = None


def take_step(
    *, actor: Actor, at: datetime, step: Step, codes: Iterable[str]
) -> tuple[StepOutcome, ...]:
    """Carry the step out for each dossier, in the order given.

    Refusals: StepsAtOnceFaulty; for one dossier, in its outcome: NotReady, and those of the acts.
    """
    asked = tuple(dict.fromkeys(codes))
    if not 1 <= len(asked) <= AT_ONCE_MAX:
        raise StepsAtOnceFaulty(field="chosen", count_max=AT_ONCE_MAX)
    return tuple(StepOutcome(code, _one(actor, at, step, code)) for code in asked)


def _one(actor: Actor, at: datetime, step: Step, code: str) -> Refusal | None:
    entries = _entries(actor, code)
    if not entries:
        return NotReady()
    try:
        with transaction.atomic():
            _carry_out(actor, at, step, entries)
    except Refusal as refusal:
        return refusal
    return None


def _entries(actor: Actor, code: str) -> list[Certification]:
    found = Certification.objects.filter(visible(actor), dossier__code=code)
    return list(found.select_related("dossier").order_by("position"))


def _carry_out(actor: Actor, at: datetime, step: Step, entries: list[Certification]) -> None:
    code = entries[0].dossier.code
    done = False
    for act in ACTS_OF[step]:
        # Asked anew before each act: the one before may have moved the dossier on.
        now = candidates(actor, (code,))
        if now and act in now[0].acts:
            asked = Asked(actor=actor, at=at, code=code, seen_version=now[0].version)
            perform(asked, act, _given(actor, act, entries))
            done = True
    if not done:
        raise NotReady
    if step is Step.ISSUE:
        _tell_signer(actor, at, entries)


def _given(actor: Actor, act: Act, entries: list[Certification]) -> Any:
    if act is Act.PROPOSE:
        return Propose(decision=Decision.GRANTED, opinion=str(OPINION))
    if act is Act.DECIDE:
        return Decide(decision=Decision.GRANTED)
    if act is Act.ISSUE_RESULT:
        return _result(actor, entries)
    if act is Act.RETURN_RESULT:
        first = entries[0]
        return ReturnResult(
            recipient_name=first.requester_name, recipient_number=first.requester_number
        )
    return Nothing()


def _result(actor: Actor, entries: list[Certification]) -> IssueResult:
    """The result bears the numbers of its entries that stand."""
    standing = [one for one in entries if one.state == EntryState.ENTERED]
    if not standing:
        raise NotReady
    if entries[0].dossier.decision == Decision.DECLINED:
        raise CertificationDeclined
    name, _title = signer_of(actor, entries)
    first = standing[0]
    return IssueResult(
        document_number=number_words(tuple(one.number for one in standing), first.year),
        subject=str(RESULTS[BookKind(first.kind)]),
        signed_by=name,
    )


def signer_of(actor: Actor, entries: list[Certification]) -> tuple[str, str]:
    """Name and title of who decided; of who was to sign where the decision names nobody."""
    results = dossier_detail(actor, entries[0].dossier.code).results
    decided = results[-1] if results else {}
    name = decided.get("decided_by", "") or entries[0].signer_name
    return name, decided.get("decided_by_title", "") or entries[0].signer_title


def _tell_signer(actor: Actor, at: datetime, entries: list[Certification]) -> None:
    name, title = signer_of(actor, entries)
    with recording(actor, at) as record:
        for entry in entries:
            if entry.state != EntryState.ENTERED:
                continue
            entry.signer_name, entry.signer_title, entry.certified_at = name, title, at
            entry.save(update_fields=["signer_name", "signer_title", "certified_at"])
            record.append(
                CertificationSigned(
                    number=entry.number, signer_name=name, signer_title=title, certified_at=at
                ),
                about=Subject("certification", entry.pk, next_seq("certification", entry.pk)),
                stream=agency_stream(actor.agency_id or entry.agency_id),
            )
