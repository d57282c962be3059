"""A draft with all that its pages and its sending must know: procedure, form, papers, account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.citizens.queries import citizen_row
from motcua.citizens.queries.labels import organization_label
from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.vocabulary import Declared, Party, ReceptionInput
from motcua.eforms.queries.forms import FormInForce, form_in_force, form_version
from motcua.eforms.rules.parties import parties_of
from motcua.eforms.rules.validation import Checked, check, page_of
from motcua.eforms.value_words import words_of
from motcua.eforms.vocabulary import FieldKind
from motcua.filing.grouping import (
    DraftGroup,
    Sent,
    draft_group,
    merged_wanted,
    submission_from,
)
from motcua.filing.rules.papers import WantedPaper, papers_missing, wanted_papers
from motcua.filing.rules.people import ADDRESS, Account, beneficiary_problems, parties_of_draft
from motcua.filing.rules.refusals import AnswersIncomplete, OfficeMissing, ProcedureNotOnline
from motcua.filing.rules.sending import choice_problems, handed_in
from motcua.filing.vocabulary import DraftPaperRow, DraftRow
from motcua.filing.wording import POST_NOTE, said_words
from motcua.interlinked.inputs import SubmissionInput
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.rules.content import Variant
from motcua.procedures.shipped import lookups
from motcua.procedures.vocabulary import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDraft:
    """`version`: the form to be filled in on `day`; None when the procedure has none. `group`: what is
    asked for besides `detail`, which is the first procedure of it."""

    row: DraftRow
    papers: Mapping[str, DraftPaperRow]
    detail: ProcedureDetail
    version: FormInForce | None
    account: Account
    day: date
    group: DraftGroup | None = None

    @property
    def variant(self) -> Variant:
        return self.detail.variant(self.row.choices.variant_id)

    @property
    def wanted(self) -> tuple[WantedPaper, ...]:
        if self.group is not None and self.group.prepared is not None:
            return merged_wanted(
                self.group.prepared,
                head_key=self.group.head_key,
                for_whom=self.row.for_whom,
                authority_name=said_words().authority,
                is_in_a_register=lambda name: lookups().register_of(name, self.day) is not None,
            )
        return wanted_papers(
            self.variant.documents,
            for_whom=self.row.for_whom,
            has_form=self.version is not None,
            authority_name=said_words().authority,
            is_in_a_register=lambda name: lookups().register_of(name, self.day) is not None,
        )

    @property
    def checked(self) -> Checked | None:
        """The answers as the one check has them."""
        if self.version is None:
            return None
        return check(self.version.form, self.row.answers, on=self.day)

    @property
    def told(self) -> dict[str, dict[str, Any]]:
        """By role, what the form tells of people."""
        checked = self.checked
        if self.version is None or checked is None:
            return {}
        return {
            role: {**party, **_address(party)}
            for role, party in parties_of(self.version.form, checked.answers).items()
        }

    @property
    def parties(self) -> tuple[Party, ...]:
        return parties_of_draft(self.account, self.row.for_whom, self.row.beneficiary, self.told)


def whole_draft(
    actor: Actor, at: datetime, row: DraftRow, papers: Mapping[str, DraftPaperRow]
) -> WholeDraft:
    """At most two queries: the account, and the organization acted for."""
    day = local_day(at)
    detail = procedure_detail(row.procedure_version_id)
    version = form_in_force(detail.procedure_id, day)
    if version is None and row.eform_version_id is not None:
        version = form_version(row.eform_version_id)
    return WholeDraft(
        row=row,
        papers=papers,
        detail=detail,
        version=version,
        account=account_of(actor, row.organization_id),
        day=day,
        group=draft_group(row, day),
    )


def account_of(actor: Actor, organization_id: int | None) -> Account:
    """What the account says. One query, one more for an organization."""
    assert actor.citizen_id is not None
    me = citizen_row(actor.citizen_id)
    found = organization_label(organization_id) if organization_id is not None else None
    return Account(
        name=me.full_name,
        birth_date=me.birth_date.isoformat() if me.birth_date else "",
        personal_id=me.personal_id,
        phone=me.phone,
        email=me.email,
        organization_name=found.name if found else "",
        organization_tax_code=found.tax_code if found else "",
        organization_address=found.address if found else "",
    )


def problems_of(whole: WholeDraft) -> Iterator[Refusal]:
    """Everything that keeps the draft from being sent, in the order of its steps."""
    row = whole.row
    if whole.version is None:
        yield ProcedureNotOnline(field="procedure")
    if row.agency_id is None:
        yield OfficeMissing(field="agency")
    if whole.group is not None:
        yield from whole.group.problems
    yield from beneficiary_problems(row.for_whom, row.beneficiary, whole.account)
    checked = whole.checked
    if checked is not None and whole.version is not None:
        form = whole.version.form
        places = [page_of(form, fault.path) for fault in checked.faults]
        for page in dict.fromkeys(places):
            yield AnswersIncomplete(field=f"form-{page}", page=page, count=places.count(page))
    counts = {key: len(paper.files) for key, paper in whole.papers.items()}
    yield from papers_missing(whole.wanted, row.choices, counts)
    yield from choice_problems(row.choices)


def reception_of(whole: WholeDraft) -> ReceptionInput:
    """The draft as reception is told of it."""
    choices = whole.row.choices
    came = handed_in(whole.wanted, whole.papers, choices, said_words())
    return ReceptionInput(
        procedure_version_id=whole.row.procedure_version_id,
        variant_id=whole.variant.id,
        channel=Channel.ONLINE,
        parties=whole.parties,
        papers=came.papers,
        files=came.files,
        declared=declared_of(whole),
        copies=choices.copies,
        pages=choices.pages,
        preference_groups=choices.preference_groups,
        proofs=choices.proofs,
        claims_wait=True,
        fee_choices=choices.fee_choices,
        return_method=choices.return_method,
        note=_note(whole),
    )


def submission_of(whole: WholeDraft) -> SubmissionInput:
    """The draft of a group as its reception is told of it; only of one whose members make a group."""
    assert whole.group is not None
    assert whole.group.prepared is not None
    sent = Sent(
        parties=whole.parties,
        declared=declared_of(whole),
        wanted=whole.wanted,
        papers=whole.papers,
        choices=whole.row.choices,
        words=said_words(),
        note=_note(whole),
    )
    return submission_from(whole.group.prepared, sent)


def declared_of(whole: WholeDraft) -> Declared | None:
    """The declaration as it stands; None without a form."""
    checked = whole.checked
    if whole.version is None or checked is None:
        return None
    return Declared(eform_version_id=whole.version.version_id, answers=checked.answers)


def grounds_of(whole: WholeDraft) -> tuple[Ground, ...]:
    """What fees and hours are worked out from, of each procedure asked for; none as long as no office is
    chosen."""
    if whole.row.agency_id is None:
        return ()
    if whole.group is not None and whole.group.prepared is not None:
        prepared = whole.group.prepared
        return tuple(prepared.grounds[one.key] for one in prepared.members)
    ground = ground_for(
        agency_id=whole.row.agency_id,
        procedure_version_id=whole.row.procedure_version_id,
        day=whole.day,
    )
    return (ground,)


def _note(whole: WholeDraft) -> str:
    choices = whole.row.choices
    post = str(POST_NOTE) % {"address": choices.post_address} if choices.post_address else ""
    return "\n".join(part for part in (post, choices.note.strip()) if part)


def _address(party: Mapping[str, Any]) -> dict[str, str]:
    found = party.get("residence") or party.get("address")
    return {ADDRESS: words_of(FieldKind.ADDRESS, found)} if isinstance(found, Mapping) else {}
