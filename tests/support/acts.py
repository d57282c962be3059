"""A dossier brought to a stage by the real acts of the officers whose work it is."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from motcua.agencies.queries import agency_called, units_of
from motcua.documents.commands.uploads import store_file
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive import receive_dossier, register_dossier
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.vocabulary import (
    Act,
    Decision,
    PaperIn,
    Party,
    PartyRole,
    ReceptionInput,
    Stage,
)
from motcua.kernel.actor import Role
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import procedure_detail
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import somebody
from tests.support.papers_sent import a_pdf
from tests.support.working_office import BIRTH_AGAIN, officer

OFFICER_OF = {
    Act.ASSIGN: "truongphong",
    Act.START: "thuly1",
    Act.PROPOSE: "thuly1",
    Act.REQUEST_SUPPLEMENT: "thuly1",
    Act.SUSPEND: "thuly1",
    Act.DECIDE: "lanhdao",
    Act.ISSUE_RESULT: "vanthu",
    Act.RETURN_RESULT: "tiepnhan1",
    Act.WITHDRAW: "tiepnhan1",
    Act.ASK_TO_COMPLETE: "tiepnhan1",
}
ASKED = inputs.AskToComplete(
    items=(
        inputs.AskedItem(name="Tờ khai", what="Ký tên vào tờ khai"),
        inputs.AskedItem(name="Bản sao căn cước", what="Nộp bản rõ"),
    ),
    reason="Tờ khai chưa ký",
)
GIVEN: dict[Act, Any] = {
    Act.START: inputs.Nothing(),
    Act.PROPOSE: inputs.Propose(decision=Decision.GRANTED, opinion="Đủ điều kiện"),
    Act.REQUEST_SUPPLEMENT: ASKED,
    Act.ASK_TO_COMPLETE: ASKED,
    Act.SUSPEND: inputs.WithReason(reason="Nộp lệ phí trước bạ"),
    Act.DECIDE: inputs.Decide(decision=Decision.GRANTED),
    Act.ISSUE_RESULT: inputs.IssueResult(document_number="12/GKS", subject="Giấy khai sinh"),
    Act.RETURN_RESULT: inputs.ReturnResult(recipient_name="Nguyễn Thị Hồng Nhung"),
    Act.WITHDRAW: inputs.Withdraw(reason="Không cần nữa"),
}
WAY: dict[Stage, tuple[Act, ...]] = {
    Stage.RECEIVED: (),
    Stage.PROCESSING: (Act.START,),
    Stage.PROPOSED: (Act.START, Act.PROPOSE),
    Stage.DECIDED: (Act.START, Act.PROPOSE, Act.DECIDE),
    Stage.SETTLED: (Act.START, Act.PROPOSE, Act.DECIDE, Act.ISSUE_RESULT),
    Stage.RETURNED: (Act.START, Act.PROPOSE, Act.DECIDE, Act.ISSUE_RESULT, Act.RETURN_RESULT),
    Stage.SUPPLEMENT_REQUESTED: (Act.START, Act.REQUEST_SUPPLEMENT),
    Stage.OBLIGATION_DUE: (Act.START, Act.SUSPEND),
    Stage.WITHDRAWN: (Act.START, Act.WITHDRAW),
}


def do(code: str, act: Act, given: Any, *, by: str = "", at: datetime = PLAIN_MORNING) -> None:
    """One act by the officer whose work it usually is."""
    perform(Asked(actor=officer(by or OFFICER_OF[act], at), at=at, code=code), act, given)


def bring(code: str, stage: Stage, at: datetime = PLAIN_MORNING) -> str:
    """Lead a dossier that was just received to the stage."""
    for act in WAY[stage]:
        do(code, act, GIVEN[act], at=at)
    return code


def register(
    at: datetime = PLAIN_MORNING, procedure: str = BIRTH_AGAIN, group_id: int | None = None
) -> str:
    """One that came in with nothing but its owner; `group_id`: together with that one."""
    detail = version_in_force(procedure, at.date())
    assert detail is not None
    given = ReceptionInput(
        procedure_version_id=detail.version_id,
        parties=(Party(role=PartyRole.OWNER, name="Nguyễn Thị Hồng Nhung", phone="0912345678"),),
        group_id=group_id,
    )
    return register_dossier(actor=officer("tiepnhan1", at), at=at, given=given).code


def holding_of(name_of: str, at: datetime = PLAIN_MORNING) -> int:
    """The position a sample officer holds."""
    holding_id = officer(name_of, at).holding_id
    assert holding_id is not None
    return holding_id


def other_unit(username: str, at: datetime = PLAIN_MORNING) -> int:
    """A unit of the agency that this officer does not belong to."""
    actor = officer(username, at)
    assert actor.agency_id is not None
    return next(
        unit.id for unit in units_of(actor.agency_id, at.date()) if unit.id != actor.unit_id
    )


def receive_elsewhere(at: datetime = PLAIN_MORNING, procedure: str = BIRTH_AGAIN) -> str:
    """One that the city received for the commune: it is on its way."""
    city = agency_called("thanh-pho-ha-noi", at.date())
    version = version_in_force(procedure, at.date())
    assert city is not None
    assert version is not None
    detail = procedure_detail(version.version_id)
    given = ReceptionInput(
        procedure_version_id=detail.version_id,
        parties=(Party(role=PartyRole.OWNER, name="Nguyễn Thị Hồng Nhung", phone="0912345678"),),
        papers=tuple(
            PaperIn(name=paper.name, required_document_id=paper.id, originals=1)
            for paper in detail.default_variant.papers
        ),
        competent_agency_id=officer("tiepnhan1", at).agency_id,
    )
    actor = somebody(Role.RECEPTION, agency=city.id)
    return receive_dossier(actor=actor, at=at, given=given).code


def receive_waiting(at: datetime = PLAIN_MORNING, procedure: str = BIRTH_AGAIN) -> str:
    """One of the commune's own that waits for a result of another."""
    version = version_in_force(procedure, at.date())
    assert version is not None
    given = ReceptionInput(
        procedure_version_id=version.version_id,
        parties=(Party(role=PartyRole.OWNER, name="Nguyễn Thị Hồng Nhung", phone="0912345678"),),
        complete_confirmed=True,
        awaits_companion=True,
    )
    return receive_dossier(actor=officer("tiepnhan1", at), at=at, given=given).code


def attach(
    code: str, content: bytes = b"", *, by: str = "tiepnhan1", at: datetime = PLAIN_MORNING
) -> str:
    """A PDF among the files of the dossier; gives its place."""
    actor = officer(by, at)
    stream = BytesIO(content or a_pdf("Giấy tờ"))
    row = store_file(actor=actor, at=at, stream=stream, name="giay-to.pdf")
    given = inputs.Attach(
        digest=row.digest, name=row.name, media_type=str(row.media_type), size=row.size
    )
    perform(Asked(actor=actor, at=at, code=code), Act.ATTACH, given)
    return str(dossier_detail(actor, code).files[-1]["position"])
