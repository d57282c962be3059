"""Two communes side by side, each with its own officers, and dossiers of two units in each.

What one commune holds must never be seen from the other; what one unit handles, not by the other.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua.accounts.commands import sample_officers
from motcua.accounts.commands.sample_officers import SAMPLE_OFFICERS, SampleOfficer
from motcua.agencies.commands.import_agencies import import_agencies
from motcua.agencies.shipped import SAMPLE_AGENCY, shipped_today
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.preparation import ground_for
from motcua.dossiers.vocabulary import PaperIn, Party, PartyRole, ReceptionInput
from motcua.kernel.actor import Role
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.shipped import shipped_catalogue
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import CERTIFIED_COPY, PASSWORD, SETUP, officer, put_up_office

HOME, NEIGHBOR = SAMPLE_AGENCY, "xa-ben-canh"
NEIGHBOR_PREFIX = "benkia-"
LAND = "1.012796"
"""Handled by another unit than CERTIFIED_COPY."""
UNIT_OF = {CERTIFIED_COPY: "van-phong", LAND: "phong-kinh-te"}
PHONE = "0912345678"
OWNERS = {
    (HOME, CERTIFIED_COPY): ("Nguyễn Thị Chứng", "001195000101"),
    (HOME, LAND): ("Nguyễn Văn Thổ", "001095000102"),
    (NEIGHBOR, CERTIFIED_COPY): ("Nguyễn Thị Thực", "001195000103"),
    (NEIGHBOR, LAND): ("Nguyễn Văn Điền", "001095000104"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Somebody:
    """An officer as the slow rule sees him: by names, not by ids."""

    username: str
    roles: frozenset[Role]
    agency: str
    unit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A dossier of these tests."""

    code: str
    agency: str
    unit: str
    owner: str
    personal_id: str


def _neighbor(sample: SampleOfficer) -> SampleOfficer:
    return replace(sample, username=NEIGHBOR_PREFIX + sample.username, agency=NEIGHBOR)


THERE = tuple(_neighbor(sample) for sample in SAMPLE_OFFICERS if sample.agency == HOME)


def _units() -> dict[str, str]:
    """Position -> unit, for communes and the city alike."""
    agencies = shipped_today()["agencies"]
    places = (place for agency in agencies for place in agency["positions"])
    return {place["slug"]: place.get("unit", "") for place in places}


PEOPLE = tuple(
    Somebody(
        username=sample.username,
        roles=frozenset(sample.roles),
        agency=sample.agency,
        unit=_units()[sample.position],
    )
    for sample in (*SAMPLE_OFFICERS, *THERE)
)
WORKS_FOR_ALL = {Role.RECEPTION, Role.REGISTRY_CLERK, Role.SIGNATORY}
WORKS_FOR_UNIT = {Role.HANDLING, Role.UNIT_HEAD}


def slow_rule(person: Somebody, dossier: Held) -> bool:
    """Whether this person may know of this dossier, written as one would tell a newcomer."""
    if Role.ADMINISTRATOR in person.roles:
        return False
    if Role.SUPERVISOR in person.roles:
        return True  # of the city above both communes
    if person.agency != dossier.agency:
        return False
    if person.roles & WORKS_FOR_ALL:
        return True
    return bool(person.roles & WORKS_FOR_UNIT) and person.unit == dossier.unit


def put_up_two_communes(monkeypatch: Any, at: datetime = PLAIN_MORNING) -> tuple[Held, ...]:
    """Both with all officers, and four dossiers."""
    put_up_office(at)
    import_agencies(actor=SETUP, at=at, document=_with_neighbor())
    document = shipped_catalogue()
    land = [record for record in document["procedures"] if record["code"] == LAND]
    import_catalogue(actor=SETUP, at=at, document={**document, "procedures": land})
    with monkeypatch.context() as patch:
        patch.setattr(sample_officers, "SAMPLE_OFFICERS", THERE)
        sample_officers.create_sample_officers(
            actor=SETUP, at=at, password=PASSWORD, officers=THERE
        )
    return tuple(_received(agency, procedure, at) for agency, procedure in OWNERS)


def _with_neighbor() -> dict[str, Any]:
    document = shipped_today()
    home = next(agency for agency in document["agencies"] if agency["slug"] == HOME)
    neighbor = deepcopy(home)
    neighbor["slug"] = NEIGHBOR
    neighbor["versions"][0] |= {"name": "Ủy ban nhân dân xã Bên Cạnh", "short_name": "UBND xã BC"}
    neighbor["codes"] = [{"scheme": "LOCAL", "code": "H26.99"}]
    neighbor["desks"][0]["slug"] = "trung-tam-xa-ben-canh"
    return {**document, "agencies": [*document["agencies"], neighbor]}


def _received(agency: str, procedure: str, at: datetime) -> Held:
    prefix = {HOME: "", NEIGHBOR: NEIGHBOR_PREFIX}[agency]
    actor = officer(f"{prefix}tiepnhan1", at)
    detail = version_in_force(procedure, at.date())
    assert detail is not None
    assert actor.agency_id is not None
    ground = ground_for(
        agency_id=actor.agency_id, procedure_version_id=detail.version_id, day=at.date()
    )
    name, number = OWNERS[agency, procedure]
    given = ReceptionInput(
        procedure_version_id=detail.version_id,
        parties=(Party(role=PartyRole.OWNER, name=name, personal_id=number, phone=PHONE),),
        papers=tuple(
            PaperIn(name=paper.name, required_document_id=paper.id, originals=1)
            for paper in ground.variant(None).papers
        ),
    )
    code = receive_dossier(actor=actor, at=at, given=given).code
    unit = UNIT_OF[procedure]
    return Held(code=code, agency=agency, unit=unit, owner=name, personal_id=number)
