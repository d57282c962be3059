"""Builders of a reception: the ground, an officer, a complete dossier of a real shipped procedure.

Tests say only what matters to them: `a_reception(BIRTH, note="…")`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import PaperIn, Party, PartyRole, ReceptionInput
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.ledger.recording import RequestKey
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.shipped import shipped_catalogue
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id, load_2020, somebody
from tests.support.working_office import SETUP, put_up_office

BIRTH = "1.001193"
"""Same day, nothing to pay, eight papers of which three are asked of everybody."""
CERTIFIED_COPY = "2.000815"
"""Same day, a fee by the page: 2,000 đồng each for two pages, then 1,000, at most 200,000 a copy."""
BUSINESS = "1.001612"
"""Three working days; alternatives among its papers; another charge by each channel."""
LAND = "1.012817"
"""Thirty working days at the desk, twenty online; another unit handles it than BIRTH."""
UNSTATED = "1.010833"
"""The catalogue states no time limit that could be counted."""
OWNER = Party(
    role=PartyRole.OWNER,
    name="Nguyễn Thị Hồng Nhung",
    personal_id="001185012345",
    birth_date="1985-08-15",
    sex="Nữ",
    address="Số 12 đường Ỷ Lan, xã Gia Lâm, Hà Nội",
    phone="0912345678",
)


def a_ground(
    at: datetime = PLAIN_MORNING, codes: Iterable[str] = (BUSINESS, LAND, UNSTATED)
) -> None:
    """The sample office at work with its neighbors, and these procedures besides those of
    `working_office`."""
    load_2020(at)
    put_up_office(at)
    document = shipped_catalogue()
    wanted = [record for record in document["procedures"] if record["code"] in set(codes)]
    import_catalogue(actor=SETUP, at=at, document={**document, "procedures": wanted})


def an_officer(*roles: Role, agency: int | None = None, unit: int | None = None) -> Actor:
    """Somebody at the sample office, at its reception unless other roles are named."""
    return somebody(*(roles or (Role.RECEPTION,)), agency=agency or agency_id(), unit=unit)


def the_ground(code: str, at: datetime = PLAIN_MORNING) -> Ground:
    """What reception knows of a procedure at the sample office."""
    day = local_day(at)
    detail = version_in_force(code, day)
    assert detail is not None, f"{code} is not in force on {day}"
    return ground_for(agency_id=agency_id(), procedure_version_id=detail.version_id, day=day)


def a_reception(
    code: str = BIRTH, *, at: datetime = PLAIN_MORNING, **changes: Any
) -> ReceptionInput:
    """A complete dossier: its owner, and each paper that is asked of everybody."""
    ground = the_ground(code, at)
    papers = tuple(
        PaperIn(
            name=paper.name,
            required_document_id=paper.id,
            originals=paper.originals or 0,
            copies=paper.copies or 0,
            present_only=paper.present_only,
        )
        for paper in ground.variant(None).papers
        if not paper.is_optional
    )
    complete: dict[str, Any] = {
        "procedure_version_id": ground.detail.version_id,
        "parties": (OWNER,),
        "papers": papers,
    }
    return ReceptionInput(**(complete | changes))


def receive(
    given: ReceptionInput | None = None,
    *,
    actor: Actor | None = None,
    at: datetime = PLAIN_MORNING,
    request: RequestKey | None = None,
) -> DossierRef:
    """The real act, by the sample office's reception officer unless another is named."""
    return receive_dossier(
        actor=actor or an_officer(), at=at, given=given or a_reception(at=at), request=request
    )
