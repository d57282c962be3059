"""Form 01 from the facts: as it was handed out, whatever has become of the dossier since."""

from __future__ import annotations

from motcua.dossiers.papers_filled.signing import officer_of
from motcua.dossiers.papers_filled.telling import Told, desk_head, no_date_words
from motcua.dossiers.papers_filled.words import (
    BRING_ALONG,
    CHANNELS,
    RETURN_METHODS,
    fee_lines,
    is_total_known,
    limit_words,
    paper_on_paper,
    party_on_paper,
    why_words,
)
from motcua.dossiers.reading import fee_in_fact
from motcua.dossiers.rules.paper_checks import RATED_FACTS
from motcua.dossiers.vocabulary import PartyRole, ReturnMethod, party_of
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import moment_words
from motcua.kernel.money import dong, dong_words
from motcua.ledger.queries import FactRow
from motcua.papers.vocabulary import PaperKind, SlipCopy, SlipData, SlipParty
from motcua.procedures.vocabulary import Channel
from motcua.worktime.vocabulary import TraceLine

TAKEN_OVER = "dossier.taken-over"
AMENDED = "dossier.particulars-amended"
RECEPTIONS = frozenset({"dossier.received", "dossier.accepted"})
CODES_NAMED_MAX = 3


def is_given(fact: FactRow, promised: str | None) -> bool:
    """Whether a slip follows from this fact; `promised` is the date of the slip before it.

    At reception; where the competent agency takes over; where another date or other people than on
    the slip before are to be told.
    """
    payload = fact.payload
    if fact.code in RECEPTIONS or fact.code == AMENDED:
        return True
    due_at = payload.get("due_at")
    return bool(payload.get("clock") and due_at and due_at != promised)


def slip_facts(facts: tuple[FactRow, ...]) -> tuple[int, ...]:
    """The places (from 1) of the facts that a slip tells of; none before reception."""
    found: list[int] = []
    promised = None
    for place, fact in enumerate(facts, start=1):
        is_reception = fact.code in RECEPTIONS
        if not found and not is_reception:
            continue
        if is_given(fact, promised):
            found.append(place)
        promised = fact.payload.get("due_at") or promised
    return tuple(found)


def slip(
    told: Told,
    *,
    companions: tuple[str, ...] = (),
    copies: tuple[SlipCopy, ...] = (SlipCopy.APPLICANT,),
) -> SlipData:
    """What Form 01 prints. `companions`: codes of the dossiers that came with it."""
    head = desk_head(told, PaperKind.SLIP, told.received_at)
    reception = next(fact for fact in told.facts if fact.code in RECEPTIONS)
    officer = officer_of(reception)
    rating = told.rating(told.fact if told.fact.code in RATED_FACTS else reception)
    fees = tuple(fee_in_fact(values) for values in told.state["fees"])
    total = told.state["fee_total_vnd"]
    year, number = told.state["register_year"], told.state["register_number"]
    return SlipData(
        superior_agency=head.superior_agency,
        agency=head.agency,
        place_name=head.place_name,
        desk_name=head.agency,
        dossier_code=told.code,
        procedure_name=told.procedure.name,
        procedure_code=told.procedure.code,
        submitter=party_on_paper(told.submitter),
        owner=_if_given(told, PartyRole.SUBMITTER, PartyRole.OWNER),
        representative=_if_given(told, PartyRole.REPRESENTATIVE, PartyRole.REPRESENTATIVE),
        channel=CHANNELS[Channel(told.state["channel"])],
        received_at=told.received_at,
        due_at=told.due_at,
        due_words=no_date_words(told),
        due_explanation=why_words(_trace(told)),
        limit_words=limit_words(told.state["clock"]),
        return_method=RETURN_METHODS.get(ReturnMethod(told.state["return_method"]), head.agency),
        papers=tuple(paper_on_paper(paper) for paper in told.papers),
        dossier_sets=told.state["sets"],
        fees=fee_lines(fees),
        fee_total=dong(total) if is_total_known(fees) else "",
        fee_total_words=dong_words(total) if is_total_known(fees) else "",
        register_book=str(year or ""),
        register_number=f"{number:02d}" if number else "",
        submitter_signature_name=told.submitter.name,
        officer_name=officer.name,
        officer_title=officer.title,
        notes=_notes(told, reception, companions),
        contact_phone=told.agency(local_day(told.received_at)).phone,
        data_code_text=head.data_code_text,
        lookup_url=head.lookup_url,
        copies=copies,
        rating_url=rating.url,
        rating_code=rating.code,
    )


def _if_given(told: Told, given: PartyRole, named: PartyRole) -> SlipParty | None:
    """The person of role `named`, where the dossier has one of role `given`."""
    party = party_of(told.parties, named) if party_of(told.parties, given) else None
    return party_on_paper(party) if party else None


def _trace(told: Told) -> tuple[TraceLine, ...]:
    dated = next(fact for fact in reversed(told.facts) if "trace" in fact.payload)
    return tuple(TraceLine.from_plain(line) for line in dated.payload["trace"])


def _notes(told: Told, reception: FactRow, companions: tuple[str, ...]) -> tuple[str, ...]:
    notes = [BRING_ALONG]
    day = local_day(told.received_at)
    competent = told.competent(day)
    if competent.id != told.agency(day).id:
        notes.append(
            f"Cơ quan giải quyết: {competent.name}; thời hạn tính từ khi cơ quan này nhận hồ sơ."
        )
    taken = next((fact for fact in told.facts if fact.code == TAKEN_OVER), None)
    if taken is not None:
        notes.append(f"Cơ quan giải quyết nhận hồ sơ lúc {moment_words(taken.occurred_at)}.")
    if companions:
        named = ", ".join(companions[:CODES_NAMED_MAX])
        more = "" if len(companions) <= CODES_NAMED_MAX else " và các hồ sơ khác ghi ở giấy chung"
        notes.append(f"Nộp cùng lần này: {named}{more}.")
    if told.fact is not reception:
        notes.append(f"Giấy này thay giấy đã cấp trước, lập lúc {moment_words(told.at)}.")
    return tuple(notes)
