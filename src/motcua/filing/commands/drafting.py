"""Beginning a draft, writing in it, throwing it away. No fact: a draft is its citizen's own, or
its organization's."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from datetime import datetime
from typing import Any

import orjson
from django.db import transaction

from motcua.agencies.queries import agency_on
from motcua.dossiers.preparation import AgencyNotInForce
from motcua.filing.models import Draft, DraftPage
from motcua.filing.policies import demand_writer, lock_draft
from motcua.filing.queries.offering import form_filed_online
from motcua.filing.reading import touch
from motcua.filing.rules.bounds import (
    DRAFTS_MAX,
    PAGE_VERSIONS_KEPT,
    check_length,
    draft_end,
)
from motcua.filing.rules.merging import merge
from motcua.filing.rules.refusals import (
    DraftOfOrganization,
    DraftsTooMany,
    OrganizationMissing,
    ProcedureNotOnline,
)
from motcua.filing.vocabulary import Beneficiary, Choices, DraftKind, ForWhom, PageSaved
from motcua.interlinked.preparing import GroupNotInForce
from motcua.interlinked.queries.groups import group_version
from motcua.interlinked.queries.offering import head_of, is_filed_online
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.rules.chain import canonical
from motcua.procedures.queries.catalogue import row_in_force, version_row

TOKEN_BYTES = 12


def begin_draft(
    *,
    actor: Actor,
    at: datetime,
    procedure_version_id: int,
    agency_id: int | None = None,
    for_whom: ForWhom = ForWhom.MYSELF,
) -> str:
    """A new draft; its token. The form is the one that holds today.

    Refusals: NotPermitted, DraftsTooMany, ProcedureNotOnline, OrganizationMissing, AgencyNotInForce.
    """
    demand_writer(actor)
    version = version_row(procedure_version_id)
    day = local_day(at)
    if version is None or not version.holds_on(day):
        raise ProcedureNotOnline(field="procedure")
    form = form_filed_online(version.procedure_id, day)
    if form is None:
        raise ProcedureNotOnline(field="procedure")
    return _begun(
        actor,
        at,
        agency_id,
        for_whom,
        procedure_version_id=procedure_version_id,
        eform_version_id=form.version_id,
    )


def begin_group_draft(
    *,
    actor: Actor,
    at: datetime,
    group_version_id: int,
    agency_id: int,
    for_whom: ForWhom = ForWhom.MYSELF,
) -> str:
    """A draft that asks for a whole group; its token. What the desk of the agency does not offer is left
    out from the start.

    Refusals: NotPermitted, DraftsTooMany, GroupNotInForce, ProcedureNotOnline, OrganizationMissing,
    AgencyNotInForce.
    """
    demand_writer(actor)
    day, held = local_day(at), group_version(group_version_id)
    if held is None or not held.holds_on(day):
        raise GroupNotInForce(field="group")
    head = row_in_force(head_of(held.group).procedure_code, day)
    form = form_filed_online(head.procedure_id, day) if head else None
    if head is None or form is None or not is_filed_online(held, day):
        raise ProcedureNotOnline(field="procedure")
    return _begun(
        actor,
        at,
        agency_id,
        for_whom,
        procedure_version_id=head.version_id,
        eform_version_id=form.version_id,
        group_version_id=group_version_id,
    )


def _begun(
    actor: Actor, at: datetime, agency_id: int | None, for_whom: ForWhom, **about: int
) -> str:
    citizen_id = demand_writer(actor)
    _demand_agency(agency_id, at)
    with transaction.atomic():
        mine = Draft.objects.filter(citizen_id=citizen_id, sent_at__isnull=True)
        if mine.count() >= DRAFTS_MAX:
            raise DraftsTooMany(drafts_max=DRAFTS_MAX)
        draft = Draft.objects.create(
            token=secrets.token_hex(TOKEN_BYTES),
            kind=str(DraftKind.NEW),
            citizen_id=citizen_id,
            organization_id=_organization(actor, for_whom),
            agency_id=agency_id,
            **about,
            for_whom=str(for_whom),
            started_at=at,
            updated_at=at,
            expires_at=draft_end(at),
        )
    return draft.token


def change_draft(
    *,
    actor: Actor,
    at: datetime,
    token: str,
    agency_id: int | None = None,
    for_whom: ForWhom | None = None,
    beneficiary: Beneficiary | None = None,
    choices: Choices | None = None,
) -> None:
    """What was chosen beside the form; None leaves it as it is.

    Refusals: NotPermitted, NotFound, DraftSentAlready, AgencyNotInForce, OrganizationMissing,
    DraftOfOrganization, DraftTooLong.
    """
    _demand_agency(agency_id, at)
    with transaction.atomic():
        draft = lock_draft(actor, token)
        if agency_id is not None:
            draft.agency_id = agency_id
        if for_whom is not None:
            _demand_kept(draft, actor, for_whom)
            draft.for_whom = str(for_whom)
            draft.organization_id = _organization(actor, for_whom)
        if beneficiary is not None:
            draft.beneficiary = canonical(asdict(beneficiary))
        if choices is not None:
            draft.choices = canonical(choices.to_plain())
        check_length(draft.beneficiary + draft.choices)
        touch(draft, at)


def save_page(
    *,
    actor: Actor,
    at: datetime,
    token: str,
    page_key: str,
    item_keys: frozenset[str],
    seen: int,
    answers: dict[str, Any],
) -> PageSaved:
    """The answers of one page, as they were typed; checked they are when the page is sent on.

    `seen`: the version of the page that the device had; another device may have written since
    (`rules.merging`). `item_keys`: what stands on the page. Refusals: NotPermitted, NotFound,
    DraftSentAlready, DraftTooLong.
    """
    with transaction.atomic():
        draft = lock_draft(actor, token)
        pages = DraftPage.objects.filter(draft=draft, page_key=page_key)
        last = pages.order_by("-version").first()
        version, theirs = (last.version, orjson.loads(last.answers)) if last else (0, {})
        mine = {key: answers[key] for key in answers if key in item_keys}
        base = theirs if seen == version else _answers_at(draft, page_key, seen)
        merged, differences = merge(base, theirs, mine)
        if last is None or merged != theirs:
            version += 1
            _keep_page(draft, page_key, version, merged, at)
        whole = {**_without(orjson.loads(draft.answers), item_keys), **merged}
        draft.answers = canonical(whole)
        check_length(draft.answers)
        draft.step = page_key
        touch(draft, at)
    return PageSaved(version=version, answers=merged, differences=differences)


def delete_draft(*, actor: Actor, at: datetime, token: str) -> None:
    """Throw it away, with what was typed; asked again it is not found. Refusals: NotPermitted,
    NotFound, DraftSentAlready."""
    del at
    with transaction.atomic():
        lock_draft(actor, token).delete()


def _keep_page(
    draft: Draft, page_key: str, version: int, answers: dict[str, Any], at: datetime
) -> None:
    DraftPage.objects.create(
        draft=draft, page_key=page_key, version=version, answers=canonical(answers), saved_at=at
    )
    old = DraftPage.objects.filter(draft=draft, page_key=page_key)
    old.filter(version__lte=version - PAGE_VERSIONS_KEPT).delete()


def _answers_at(draft: Draft, page_key: str, version: int) -> dict[str, Any]:
    found = DraftPage.objects.filter(draft=draft, page_key=page_key, version=version).first()
    return dict(orjson.loads(found.answers)) if found else {}


def _without(answers: dict[str, Any], keys: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in answers.items() if key not in keys}


def _demand_kept(draft: Draft, actor: Actor, for_whom: ForWhom) -> None:
    """What a colleague began for the organization stays the organization's. Refusals:
    DraftOfOrganization."""
    if draft.citizen_id != actor.citizen_id and for_whom is not ForWhom.ORGANIZATION:
        raise DraftOfOrganization(field="for_whom")


def _organization(actor: Actor, for_whom: ForWhom) -> int | None:
    """Refusals: OrganizationMissing."""
    if for_whom is not ForWhom.ORGANIZATION:
        return None
    if actor.organization_id is None:
        raise OrganizationMissing(field="for_whom")
    return actor.organization_id


def _demand_agency(agency_id: int | None, at: datetime) -> None:
    if agency_id is not None and agency_on(agency_id, local_day(at)) is None:
        raise AgencyNotInForce(field="agency")
