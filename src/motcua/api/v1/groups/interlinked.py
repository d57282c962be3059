"""`/dossiers/interlinked`: a whole interlinked group as one submission; the same command as the desk's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.http import HttpResponse
from ninja import Router, Status

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_with_code
from motcua.api.asking import ApiRequest
from motcua.api.fields_told import told_field
from motcua.api.refusals import AgencyUnknown, GroupRefused
from motcua.api.tokens import BearerToken
from motcua.api.v1.groups.together import group_told
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, fact_made_before, request_key
from motcua.api.v1.parties import ReadParty
from motcua.api.v1.reading import doubts_of, limit_of, read_parties
from motcua.api.v1.shapes.dossiers import GroupReceivedOut
from motcua.api.v1.shapes.interlinked import GroupMatterIn, GroupPaperIn, InterlinkedIn
from motcua.dossiers.commands.receive import NotWorkingHere
from motcua.dossiers.commands.receive_group import GroupMemberRefused, group_of
from motcua.dossiers.rules.intake import PaperUnknown, ReceptionRefused
from motcua.dossiers.vocabulary import Declared
from motcua.eforms.queries.forms import form_in_force
from motcua.interlinked.commands.file_interlinked import MemberNotHere
from motcua.interlinked.commands.receive_interlinked import receive_interlinked
from motcua.interlinked.inputs import MemberInput, SubmissionInput
from motcua.interlinked.preparing import GroupNotInForce, MemberUnknown
from motcua.interlinked.queries.groups import GroupInForce, group_in_force
from motcua.interlinked.queries.offering import papers_of_group, settling_agency
from motcua.interlinked.rules.definition import Member
from motcua.interlinked.rules.merging import HandedIn, MergedPaper, paper_key
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.catalogue import row_in_force

router = Router(tags=["dossiers"], auth=BearerToken(Permission.DOSSIER_RECEIVE))


@router.post(
    "/interlinked", response={201: GroupReceivedOut}, operation_id="receive_interlinked_group"
)
def receive(
    request: ApiRequest,
    given: InterlinkedIn,
    response: HttpResponse,
    idempotency_key: IdempotencyKey = None,
) -> Status[GroupReceivedOut]:
    """Each procedure is a dossier; what needs the result of another waits for it without a clock and goes
    on by itself. All come in together or none does."""
    actor = request.auth
    key = request_key(actor, idempotency_key, given, about="interlinked")
    fact = fact_made_before(key)
    if fact is not None:
        refs, day = group_of(fact.subject_id), local_day(fact.recorded_at)
        parties = read_parties(given, today=day)
    else:
        parties = read_parties(given, today=local_day(request.at))
        asked = _read(actor, given, parties, request.at)
        try:
            refs = receive_interlinked(actor=actor, at=request.at, given=asked, request=key)
        except GroupMemberRefused as refusal:
            raise GroupRefused(_placed(refusal)) from None
    if refs[0].repeated:
        response[REPLAYED] = "true"
    told = group_told(actor, refs, [doubts_of(parties), *(() for _one in refs[1:])])
    response["Location"] = told.dossiers[0].links.self
    return Status(201, told)


def _read(
    actor: Actor, given: InterlinkedIn, parties: list[ReadParty], at: datetime
) -> SubmissionInput:
    """Refusals: GroupNotInForce, NotWorkingHere, MemberUnknown, MemberNotHere, AgencyUnknown,
    ReceptionRefused with everything that could not be read of people and papers."""
    if actor.agency_id is None:
        raise NotWorkingHere
    day = local_day(given.received_at or at)
    held = group_in_force(given.group, day)
    if held is None:
        raise GroupNotInForce(field="group")
    merged = {one.key: one for one in papers_of_group(held, day)}
    problems: list[Refusal] = [problem for one in parties for problem in one.problems]
    problems += _paper_problems(given, merged)
    if problems:
        raise ReceptionRefused(problems)
    chosen = [_member(held, one, place) for place, one in enumerate(given.matters)]
    return SubmissionInput(
        version_id=held.version_id,
        members=tuple(
            _asked_for(member, one, actor.agency_id, day, place)
            for place, (member, one) in enumerate(zip(chosen, given.matters, strict=True))
        ),
        parties=tuple(one.party for one in parties),
        handed_in={
            paper_key(one.name): _handed_in(one, merged[paper_key(one.name)])
            for one in given.papers
        },
        confirmed=frozenset(
            member.key
            for member, one in zip(chosen, given.matters, strict=True)
            if one.complete_confirmed
        ),
        channel=given.channel,
        return_method=given.return_method,
        received_at=given.received_at,
        note=given.note,
    )


def _paper_problems(given: InterlinkedIn, merged: dict[str, MergedPaper]) -> Iterator[Refusal]:
    """Named by nobody of the group, or named twice."""
    seen: set[str] = set()
    for place, paper in enumerate(given.papers):
        key = paper_key(paper.name)
        if key not in merged or key in seen:
            yield PaperUnknown(field=f"papers.{place}")
        seen.add(key)


def _member(held: GroupInForce, one: GroupMatterIn, place: int) -> Member:
    found = [row for row in held.group.members if row.procedure_code == one.procedure]
    if len(found) != 1:
        raise MemberUnknown(field=f"matters.{place}.procedure")
    return found[0]


def _asked_for(
    member: Member, one: GroupMatterIn, agency_id: int, day: date, place: int
) -> MemberInput:
    return MemberInput(
        key=member.key,
        agency_id=_settling(member, one, agency_id, day, place),
        variant_id=one.variant_id,
        preference_groups=tuple(str(group) for group in one.preference_groups),
        fee_choices=tuple(one.fee_choices),
        local_fees=tuple((fee.fee_id, fee.amount_vnd) for fee in one.local_fees),
        typed_limit=limit_of(one.limit),
        declared=_declared(one, day),
    )


def _settling(member: Member, one: GroupMatterIn, agency_id: int, day: date, place: int) -> int:
    if one.competent_agency:
        named = agency_with_code(one.competent_agency, day)
        if named is None:
            raise AgencyUnknown(field=f"matters.{place}.competent_agency")
        return named.id
    found = settling_agency(member, agency_id, day)
    if found is None:
        raise MemberNotHere(field=f"matters.{place}.competent_agency", name=member.name)
    return found[0]


def _declared(one: GroupMatterIn, day: date) -> Declared | None:
    """The answers with the form they are for; 0 where the procedure has none, which the rule tells."""
    if one.declaration is None:
        return None
    version_id = one.declaration.form_version_id
    if version_id is None:
        row = row_in_force(one.procedure, day)
        form = form_in_force(row.procedure_id, day) if row else None
        version_id = form.version_id if form else 0
    return Declared(eform_version_id=version_id, answers=one.declaration.answers)


def _handed_in(given: GroupPaperIn, asked: MergedPaper) -> HandedIn:
    """The numbers that the group asks for where none are given; one original where it names none."""
    is_stated = bool(asked.originals or asked.copies)
    usual = (asked.originals if is_stated else 1, asked.copies)
    return HandedIn(
        originals=usual[0] if given.originals is None else given.originals,
        copies=usual[1] if given.copies is None else given.copies,
        present_only=asked.present_only if given.present_only is None else given.present_only,
        note=given.note,
    )


def _placed(refusal: GroupMemberRefused) -> Iterator[Refusal]:
    """Every reason, by the path of its matter; those of people and papers by their own."""
    for problem in getattr(refusal.problem, "problems", (refusal.problem,)):
        inner = told_field(problem.field)
        is_of_all = inner.partition(".")[0] in (
            "applicant",
            "submitter",
            "representative",
            "helper",
        )
        if not is_of_all:
            at = f"matters.{refusal.place - 1}"
            problem.field = f"{at}.{inner}" if inner else at
        yield problem
