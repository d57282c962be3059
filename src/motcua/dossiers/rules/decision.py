"""The decision, the result and its hand-over.

Basis: NĐ 61/2018 Art. 19.8 (a refusal is a reasoned result, within the limit), 20 (hand-over, to
the owner or somebody with authority), 21 (a wrong result is put right by the office); law.md 4.2,
4.3, 12.7.6 (what is signed is not changed).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from motcua.dossiers.events import DecisionMade, ResultCorrected, ResultIssued, ResultReturned
from motcua.dossiers.inputs import CorrectResult, Decide, IssueResult, ReturnResult
from motcua.dossiers.rules.ending import ended
from motcua.dossiers.rules.facts import DossierFacts, reason, within
from motcua.dossiers.vocabulary import Act, Decision, PartyRole, party_of
from motcua.kernel.clock import local_day
from motcua.kernel.event import plain
from motcua.kernel.folding import fold
from motcua.kernel.refusal import Refusal

NUMBER_MAX = 80
SUBJECT_MAX = 500
NAME_MAX = 200


class DateAhead(Refusal):
    """The result bears a date that has not come."""

    code = "document-date-ahead"


class FileNotAttached(Refusal):
    """A result file is attached to the dossier first."""

    code = "file-not-attached"


class RecipientMissing(Refusal):
    code = "recipient-missing"


class AuthorityToCollectMissing(Refusal):
    """Somebody other than the owner, submitter or representative brings an authority."""

    code = "authority-to-collect-missing"


def decide(
    facts: DossierFacts, given: Decide, *, signatory: dict[str, str], at: datetime
) -> DecisionMade:
    """Grant or decline. Refusals: ActNotAllowed, ReasonMissing (declining needs grounds)."""
    stage = facts.next(Act.DECIDE)
    declined = given.decision is Decision.DECLINED
    grounds = (
        reason(given.grounds, at_field="grounds")
        if declined
        else within(given.grounds.strip(), at_field="grounds")
    )
    result = {
        "seq": facts.result_count + 1,
        "decision": str(given.decision),
        "grounds": grounds,
        "decided_at": plain(at),
        **signatory,
    }
    return DecisionMade(
        stage=str(stage),
        decision=str(given.decision),
        grounds=grounds,
        result=_kept(result),
        changes={"decision": str(given.decision)},
    )


def issue(facts: DossierFacts, given: IssueResult, at: datetime) -> ResultIssued:
    """Number and date it: the dossier is settled, early, on time or late.

    Refusals: ActNotAllowed, DateAhead, FileNotAttached, TextTooLong.
    """
    stage = facts.next(Act.ISSUE_RESULT)
    return ResultIssued(
        stage=str(stage),
        result={"seq": facts.result_count, **_paper(facts, given, at)},
        changes=ended(facts, at),
    )


def correct(
    facts: DossierFacts, given: CorrectResult, *, signatory: dict[str, str], at: datetime
) -> ResultCorrected:
    """A new result in place of the wrong one, to be handed over again. When it ended stays.

    Refusals: ActNotAllowed, ReasonMissing, DateAhead, FileNotAttached.
    """
    stage = facts.next(Act.CORRECT_RESULT)
    why = reason(given.reason)
    result = {
        "seq": facts.result_count + 1,
        "replaces_seq": facts.result_count,
        "decision": facts.decision,
        "decided_at": plain(at),
        "correction_reason": why,
        **signatory,
        **_paper(facts, given, at),
    }
    return ResultCorrected(
        stage=str(stage), result=_kept(result), reason=why, changes={"returned_at": None}
    )


def return_result(facts: DossierFacts, given: ReturnResult, at: datetime) -> ResultReturned:
    """Hand it over. Refusals: ActNotAllowed, RecipientMissing, AuthorityToCollectMissing."""
    stage = facts.next(Act.RETURN_RESULT)
    name = given.recipient_name.strip()
    if not name:
        raise RecipientMissing(field="recipient_name")
    if not _is_entitled(facts, name) and not given.authority.strip():
        raise AuthorityToCollectMissing(field="authority")
    handed_over = {
        "result_seq": facts.result_count,
        "method": str(given.method),
        "recipient_name": within(name, at_field="recipient_name", length_max=NAME_MAX),
        "recipient_number": within(
            given.recipient_number.strip(), at_field="recipient_number", length_max=20
        ),
        "authority": within(given.authority.strip(), at_field="authority", length_max=300),
        "tracking_number": within(
            given.tracking_number.strip(), at_field="tracking_number", length_max=NUMBER_MAX
        ),
        "note": within(given.note.strip(), at_field="note", length_max=300),
        "returned_at": plain(at),
    }
    return ResultReturned(
        stage=str(stage), handed_over=_kept(handed_over), changes={"returned_at": at}
    )


def _is_entitled(facts: DossierFacts, name: str) -> bool:
    """The owner, or a representative who showed his authority when the dossier came in."""
    entitled = (PartyRole.OWNER, PartyRole.REPRESENTATIVE)
    known = [party_of(facts.parties, role) for role in entitled]
    return fold(name) in {fold(party.name) for party in known if party}


def _paper(facts: DossierFacts, given: IssueResult | CorrectResult, at: datetime) -> dict[str, Any]:
    day = given.document_date or local_day(at)
    if day > local_day(at):
        raise DateAhead(field="document_date")
    if set(given.digests) - facts.file_digests:
        raise FileNotAttached(field="digests")
    return _kept(
        {
            "document_number": within(
                given.document_number.strip(), at_field="document_number", length_max=NUMBER_MAX
            ),
            "document_date": _day(day),
            "subject": within(given.subject.strip(), at_field="subject", length_max=SUBJECT_MAX),
            "signed_by": within(given.signed_by.strip(), at_field="signed_by", length_max=NAME_MAX),
            "issued_at": plain(at),
            "digests": list(given.digests),
        }
    )


def _day(day: date) -> str:
    return day.isoformat()


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    """Without empty values: small facts, equal after any round trip."""
    return {name: value for name, value in values.items() if value not in ("", None, [])}
