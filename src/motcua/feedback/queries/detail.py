"""One of them in full, for the staff: what was said, by whom, what has been done, what may be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import agencies_with_desk, place_name
from motcua.agencies.rows import AgencyRow
from motcua.feedback.events import PetitionRouted
from motcua.feedback.models import Petition, PetitionEnclosure
from motcua.feedback.policies import ANSWERS_OFFER, PERMISSION_OF, acts_of, offered_to, visible
from motcua.feedback.queries.answerers import answerers_of, has_answered
from motcua.feedback.queries.handlers import publishers_of
from motcua.feedback.queries.rows import PetitionRow, StepRow, petition_row
from motcua.feedback.queries.steps import agency_name, steps_of, trace_of
from motcua.feedback.queries.terms import terms_in_force
from motcua.feedback.rules.acting import PublisherLeader, publisher_problem
from motcua.feedback.rules.transitions import fits
from motcua.feedback.vocabulary import SUBJECT, Act, Publication, SenderIn, State
from motcua.kernel.actor import Actor, Role
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import facts_about
from motcua.worktime.vocabulary import TraceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionDetail:
    """`acts`: what this actor may do now. `version`: the last step, asked for by the next act. `given_to`:
    whom each handing over named, by the number of its step."""

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
    publishing: Publishing | None
    given_to: dict[int, str]


@dataclass(frozen=True, slots=True)
class Publishing:
    """Why this reader may not publish the answer, though it could be now, and who may."""

    problem: Refusal
    who_may: tuple[str, ...]


def petition_detail(actor: Actor, code: str, at: datetime) -> PetitionDetail:
    """Five queries besides names and those of `_given_to`, `_publishing`. Refusals: NotFound."""
    which = visible(actor) | offered_to(actor)
    row = Petition.objects.filter(which, code=plain_words(code)).first()
    if row is None:
        raise NotFound(kind="petition")
    steps = steps_of(row)
    people = names_of(frozenset(one for one in (row.handler_id, row.about_holding_id) if one))
    day = local_day(at)
    acts = _acts(actor, row, day)
    publishing = _publishing(actor, row, day) if Act.PUBLISH in acts else None
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
        acts=tuple(one for one in acts if publishing is None or one is not Act.PUBLISH),
        publishing=publishing,
        given_to=_given_to(row, steps, day),
    )


def _about(row: Petition, people: dict[int, str], at: datetime) -> str:
    if row.about_holding_id:
        return people.get(row.about_holding_id, "")
    return place_name(row.agency_id, row.about_unit_id, local_day(at)) if row.about_unit_id else ""


def _given_to(row: Petition, steps: tuple[StepRow, ...], day: date) -> dict[int, str]:
    """Whom each handing over named, by the number of its step. Two queries where there was one."""
    if not any(one.act is Act.ROUTE for one in steps):
        return {}
    facts = [one for one in facts_about(SUBJECT, row.pk) if one.code == PetitionRouted.code]
    changes = {one.subject_seq: one.payload["changes"] for one in facts}
    held = (one.get("handler_id") for one in changes.values())
    names = names_of(frozenset(one for one in held if one))
    return {
        seq: names.get(one.get("handler_id") or 0, "")
        or (place_name(row.agency_id, one["unit_id"], day) if one.get("unit_id") else "")
        for seq, one in changes.items()
    }


def _publishing(actor: Actor, row: Petition, day: date) -> Publishing | None:
    """None where he may. The rule is `rules.acting.publisher_problem`, the same that the act asks."""
    problem = publisher_problem(
        terms_in_force(row.agency_id, local_day(row.counts_from)).checker,
        is_leader=Role.SIGNATORY in actor.roles,
        has_answered=has_answered(row, actor),
    )
    if problem is None:
        return None
    answerers = answerers_of(row)
    leaders_only = isinstance(problem, PublisherLeader)
    return Publishing(
        problem=problem,
        who_may=tuple(
            f"{one.name} ({one.title})"
            for one in publishers_of(row.agency_id, day)
            if (Role.SIGNATORY in one.roles if leaders_only else one.holding_id not in answerers)
        ),
    )


def others_with_desk(agency_id: int, day: date) -> tuple[AgencyRow, ...]:
    """The other agencies that could be asked to take it. Kept by revision."""
    return tuple(one for one in agencies_with_desk(day) if one.id != agency_id)


def _acts(actor: Actor, row: Petition, day: date) -> tuple[Act, ...]:
    """What fits its state, is in the actor's rights, over which these rights reach, and leads somewhere:
    where there is no other agency in this system nothing is offered to one."""
    state, publication = State(row.state), Publication(row.publication)
    fitting = [
        one
        for one in Act
        if fits(one, state, publication, is_anonymous=row.is_anonymous)
        and (one is not Act.OFFER or others_with_desk(row.agency_id, day))
    ]
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
