"""One of them in full, for the staff: what was said, by whom, what has been done, what may be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import place_name
from motcua.feedback.models import Petition, PetitionEnclosure
from motcua.feedback.policies import ANSWERS_OFFER, PERMISSION_OF, acts_of, offered_to, visible
from motcua.feedback.queries.rows import PetitionRow, StepRow, petition_row
from motcua.feedback.queries.steps import agency_name, steps_of, trace_of
from motcua.feedback.rules.transitions import fits
from motcua.feedback.vocabulary import Act, Publication, SenderIn, State
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.worktime.vocabulary import TraceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionDetail:
    """`acts`: what this actor may do now. `version`: the last step, asked for by the next act."""

    row: PetitionRow
    version: int
    agency: str
    content: str
    sender: SenderIn
    dossier_code: str
    procedure_code: str
    stamped_on: date | None
    about: str
    about_unit_id: int | None
    about_holding_id: int | None
    unit: str
    handler: str
    offered_to: str
    outside_body: str
    proposal: str
    answer: str
    published_title: str
    published_text: str
    published_answer: str
    steps: tuple[StepRow, ...]
    trace: tuple[TraceLine, ...]
    acts: tuple[Act, ...]


def petition_detail(actor: Actor, code: str, at: datetime) -> PetitionDetail:
    """Five queries besides names. Refusals: NotFound."""
    which = visible(actor) | offered_to(actor)
    row = Petition.objects.filter(which, code=plain_words(code)).first()
    if row is None:
        raise NotFound(kind="petition")
    steps = steps_of(row)
    people = names_of(frozenset(one for one in (row.handler_id, row.about_holding_id) if one))
    day = local_day(at)
    return PetitionDetail(
        row=petition_row(row),
        version=row.version,
        agency=agency_name(row.agency_id, at),
        content=row.content,
        sender=SenderIn(
            name=row.sender_name,
            address=row.sender_address,
            phone=row.sender_phone,
            email=row.sender_email,
        ),
        dossier_code=row.dossier_code,
        procedure_code=row.procedure_code,
        stamped_on=row.stamped_on,
        about=_about(row, people, at),
        about_unit_id=row.about_unit_id,
        about_holding_id=row.about_holding_id,
        unit=place_name(row.agency_id, row.unit_id, day) if row.unit_id else "",
        handler=people.get(row.handler_id or 0, ""),
        offered_to=agency_name(row.offered_agency_id, at),
        outside_body=row.outside_body,
        proposal=row.proposal,
        answer=row.answer,
        published_title=row.published_title,
        published_text=row.published_text,
        published_answer=row.published_answer,
        steps=steps,
        trace=trace_of(row, steps),
        acts=_acts(actor, row),
    )


def _about(row: Petition, people: dict[int, str], at: datetime) -> str:
    if row.about_holding_id:
        return people.get(row.about_holding_id, "")
    return place_name(row.agency_id, row.about_unit_id, local_day(at)) if row.about_unit_id else ""


def _acts(actor: Actor, row: Petition) -> tuple[Act, ...]:
    """What fits its state, is in the actor's rights, and over which these rights reach."""
    state, publication = State(row.state), Publication(row.publication)
    fitting = [one for one in Act if fits(one, state, publication, is_anonymous=row.is_anonymous)]
    allowed = acts_of(actor, fitting)
    reached: dict[object, bool] = {}
    for act in allowed:
        key = None if act in ANSWERS_OFFER else PERMISSION_OF[act]
        if key not in reached:
            which = offered_to(actor) if key is None else visible(actor, PERMISSION_OF[act])
            reached[key] = Petition.objects.filter(which, pk=row.pk).exists()
    return tuple(
        act for act in allowed if reached[None if act in ANSWERS_OFFER else PERMISSION_OF[act]]
    )


@dataclass(frozen=True, slots=True)
class FileFound:
    """A file that may be given: of which petition, its digest and name."""

    petition_id: int
    digest: str
    name: str


def file_of_petition(actor: Actor, code: str, digest: str) -> FileFound:
    """Two queries. Refusals: NotFound."""
    which = visible(actor) | offered_to(actor)
    row = Petition.objects.filter(which, code=plain_words(code)).only("pk").first()
    found = (
        PetitionEnclosure.objects.filter(petition=row, digest=plain_words(digest)).first()
        if row
        else None
    )
    if row is None or found is None:
        raise NotFound(kind="file")
    return FileFound(row.pk, found.digest, found.name)
