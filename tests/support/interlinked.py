"""The sample office with the police and the social insurance beside it, and the shipped groups."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.accounts.commands.sample_officers import VERTICAL_OFFICERS, create_sample_officers
from motcua.agencies.commands.desk_members import admit_member
from motcua.agencies.commands.import_agencies import import_agencies
from motcua.agencies.queries import desk_of
from motcua.agencies.shipped import shipped_vertical
from motcua.agencies.vocabulary import VerticalSector
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import Decide, IssueResult, Nothing, Propose
from motcua.dossiers.models import Dossier
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import Act, Decision, Stage
from motcua.interlinked.commands.import_groups import import_groups
from motcua.interlinked.commands.receive_interlinked import receive_interlinked
from motcua.interlinked.inputs import MemberInput, SubmissionInput
from motcua.interlinked.models import SubmissionMember
from motcua.interlinked.queries.groups import group_in_force
from motcua.interlinked.shipped import shipped_groups
from motcua.kernel.clock import local_day
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.shipped import shipped_catalogue
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.reception import OWNER
from tests.support.working_office import (
    BIRTH_AGAIN,
    CERTIFIED_COPY,
    PASSWORD,
    SETUP,
    officer,
)

BIRTH, RESIDENCE, INSURANCE, CARD = "1.001193", "1.004222", "1.014137", "1.116410"
POLICE_AGENCY, INSURANCE_AGENCY = "cong-an-xa-gia-lam", "bao-hiem-xa-hoi-gia-lam"
CODES = {one["procedure_code"] for group in shipped_groups()["groups"] for one in group["members"]}


def put_up_groups(at: datetime = PLAIN_MORNING) -> None:
    """On top of the working office."""
    import_agencies(actor=SETUP, at=at, document=shipped_vertical())
    create_sample_officers(actor=SETUP, at=at, password=PASSWORD, officers=VERTICAL_OFFICERS)
    records = [one for one in shipped_catalogue()["procedures"] if one["code"] in CODES]
    import_catalogue(actor=SETUP, at=at, document={"procedures": records})
    told = import_groups(actor=SETUP, at=at, document=shipped_groups())
    assert {one.outcome for one in told} == {"published"}


def seat_members(at: datetime = PLAIN_MORNING) -> None:
    """Police and insurance sit at the desk of the sample office."""
    desk = desk_of(agency_id(), local_day(at))
    assert desk is not None
    sectors = {
        POLICE_AGENCY: VerticalSector.POLICE,
        INSURANCE_AGENCY: VerticalSector.INSURANCE,
    }
    for slug, sector in sectors.items():
        admit_member(
            actor=SETUP,
            at=at,
            desk_id=desk.id,
            agency_id=agency_id(slug),
            sector=sector,
            from_day=local_day(at),
        )


def a_group(at: datetime = PLAIN_MORNING) -> int:
    """A group of two procedures that the working office has; the id of its version."""
    members = [
        {"key": code, "procedure_code": code, "name": name, "settled_by": "RECEIVING"}
        for code, name in (
            (BIRTH_AGAIN, "Đăng ký lại khai sinh"),
            (CERTIFIED_COPY, "Sao chứng thực"),
        )
    ]
    record = {"code": "two", "name": "Khai sinh lại và sao chứng thực", "members": members}
    document = {"format": "motcua-interlinked/1", "groups": [record]}
    import_groups(actor=SETUP, at=at, document=document)
    held = group_in_force("two", local_day(at))
    assert held is not None
    return held.version_id


def settled_by(key: str) -> int:
    """Who settles a member of the birth group."""
    slugs = {RESIDENCE: POLICE_AGENCY, CARD: POLICE_AGENCY, INSURANCE: INSURANCE_AGENCY}
    return agency_id(slugs[key]) if key in slugs else agency_id()


def a_submission(
    *keys: str, at: datetime = PLAIN_MORNING, group: str = "3.000722", **changes: Any
) -> SubmissionInput:
    """Birth, residence and insurance at once, unless other members are named."""
    held = group_in_force(group, local_day(at))
    assert held is not None
    usual: dict[str, Any] = {
        "version_id": held.version_id,
        "members": tuple(
            MemberInput(key=key, agency_id=settled_by(key))
            for key in keys or (BIRTH, RESIDENCE, INSURANCE)
        ),
        "parties": (OWNER,),
        "complete_confirmed": True,
    }
    return SubmissionInput(**(usual | changes))


def submit(*keys: str, at: datetime = PLAIN_MORNING, **changes: Any) -> dict[str, DossierRef]:
    """Received by the sample desk; the dossiers by the key of their member."""
    refs = receive_interlinked(
        actor=officer("tiepnhan1", at), at=at, given=a_submission(*keys, at=at, **changes)
    )
    rows = SubmissionMember.objects.filter(dossier__in=[one.id for one in refs])
    keys_of = dict(rows.values_list("dossier_id", "key"))
    return {keys_of[one.id]: one for one in refs}


WHO = {
    "xa-gia-lam": ("thuly1", "lanhdao", "vanthu"),
    POLICE_AGENCY: ("congan1", "congan1", "congan1"),
    INSURANCE_AGENCY: ("baohiem1", "baohiem1", "baohiem1"),
}


def settle(
    ref: DossierRef,
    at: datetime,
    *,
    decision: Decision = Decision.GRANTED,
    digests: tuple[str, ...] = (),
) -> None:
    """By the officers whose it is, from wherever it stands to the issued result."""
    row = Dossier.objects.select_related("competent_agency").get(pk=ref.id)
    handler, signatory, clerk = WHO[row.competent_agency.slug]

    def do(who: str, act: Act, given: Any) -> None:
        perform(Asked(actor=officer(who, at), at=at, code=ref.code), act, given)

    if row.stage == str(Stage.IN_TRANSIT):
        do(handler, Act.TAKE_OVER, Nothing())
    do(handler, Act.START, Nothing())
    do(handler, Act.PROPOSE, Propose(decision=decision, opinion="Đã xem"))
    do(signatory, Act.DECIDE, Decide(decision=decision, grounds="Theo quy định"))
    do(clerk, Act.ISSUE_RESULT, IssueResult(document_number="12/GKS", digests=digests))
