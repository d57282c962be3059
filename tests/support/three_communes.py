"""Three communes of today's Gia Lâm at work: desks, units, officers, and dossiers at many stages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.accounts.commands.officers import appoint_officer, register_officer
from motcua.accounts.queries.holders import holders_of
from motcua.agencies.commands.change_agency import recode_agency
from motcua.agencies.commands.furnish_agency import (
    open_counter,
    open_desk,
    open_position,
    open_unit,
)
from motcua.agencies.rules.succession import NewAgency, SuccessionPlan
from motcua.agencies.vocabulary import CodeScheme, DeskKind, SuccessionKind
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import (
    AskedItem,
    AskToComplete,
    Assign,
    Decide,
    IssueResult,
    Nothing,
    WithReason,
)
from motcua.dossiers.vocabulary import Act, Decision
from motcua.kernel.actor import Actor, Door, Role
from tests.support.clock import PLAIN_MORNING, at
from tests.support.offices import SETUP, agency_id
from tests.support.reception import BIRTH, BUSINESS, LAND, a_reception, receive

COMMUNES = ("xa-gia-lam", "xa-phu-dong", "xa-thuan-an")
CODES = {"xa-phu-dong": "H26.91", "xa-thuan-an": "H26.92"}
OPENED = date(2025, 7, 1)
MERGED_ON = date(2026, 7, 1)
AFTERWARDS = at(MERGED_ON, "08:00")
PEOPLE = (
    ("Tiếp nhận", "tiep-nhan", Role.RECEPTION, "van-phong"),
    ("Thụ lý hộ tịch", "ho-tich", Role.HANDLING, "van-phong"),
    ("Thụ lý kinh tế", "kinh-te", Role.HANDLING, "phong-kinh-te"),
    ("Chủ tịch", "chu-tich", Role.SIGNATORY, ""),
    ("Văn thư", "van-thu", Role.REGISTRY_CLERK, "van-phong"),
    ("Trưởng phòng", "truong-phong", Role.UNIT_HEAD, "phong-kinh-te"),
)
WARD = NewAgency(
    slug="phuong-gia-lam-moi",
    name="Ủy ban nhân dân phường Gia Lâm mới",
    short_name="UBND phường Gia Lâm mới",
    code="H26.700",
    desk_name="Trung tâm Phục vụ hành chính công phường Gia Lâm mới",
)


@dataclass(frozen=True, slots=True)
class Commune:
    """One of them, with somebody who may act for it in each role."""

    slug: str
    id: int

    def actor(self, role: Role, title: str = "") -> Actor:
        """Who holds that role; with the title, when several do."""
        row = next(
            row
            for row in holders_of({self.id}, PLAIN_MORNING.date())
            if role in row.roles and title in row.title
        )
        return Actor(
            door=Door.PAGE,
            user_id=row.user_id,
            holding_id=row.holding_id,
            agency_id=row.agency_id,
            unit_id=row.unit_id,
            roles=row.roles,
            name=row.name,
            title=row.title,
        )


def put_to_work(slug: str, moment: datetime = PLAIN_MORNING) -> Commune:
    """Give an agency of the sample a code, a desk, units, positions and people."""
    agency = agency_id(slug)
    recode_agency(
        actor=SETUP,
        at=moment,
        agency_id=agency,
        from_day=OPENED,
        scheme=CodeScheme.LOCAL,
        code=CODES[slug],
    )
    desk = open_desk(
        actor=SETUP,
        at=moment,
        agency_id=agency,
        slug=f"trung-tam-{slug}",
        name=f"Trung tâm Phục vụ hành chính công {slug}",
        kind=DeskKind.SERVICE_CENTER,
        from_day=OPENED,
    )
    open_counter(actor=SETUP, at=moment, desk_id=desk, number=1, name="Mọi việc", from_day=OPENED)
    units = {
        "van-phong": _unit(agency, "van-phong", "Văn phòng", ["ho-tich", "chung-thuc"], moment),
        "phong-kinh-te": _unit(
            agency, "phong-kinh-te", "Phòng Kinh tế", ["dat-dai", "kinh-doanh"], moment
        ),
    }
    for title, place, role, unit in PEOPLE:
        position = open_position(
            actor=SETUP,
            at=moment,
            agency_id=agency,
            unit_id=units.get(unit),
            slug=place,
            title=title,
            from_day=OPENED,
        )
        officer = register_officer(
            actor=SETUP, at=moment, full_name=f"{title} {slug}", from_day=OPENED
        )
        appoint_officer(
            actor=SETUP,
            at=moment,
            officer_id=officer,
            agency_id=agency,
            position_id=position,
            roles={role},
            from_day=OPENED,
        )
    return Commune(slug, agency)


def _unit(agency: int, slug: str, name: str, sectors: list[str], moment: datetime) -> int:
    return open_unit(
        actor=SETUP,
        at=moment,
        agency_id=agency,
        slug=slug,
        name=name,
        sector_codes=sectors,
        from_day=OPENED,
    )


def three_communes() -> tuple[Commune, ...]:
    """The sample commune and two neighbors put to work. `a_ground` has been laid before."""
    home = Commune(COMMUNES[0], agency_id(COMMUNES[0]))
    return (home, *(put_to_work(slug) for slug in COMMUNES[1:]))


def busy(commune: Commune, moment: datetime = PLAIN_MORNING) -> dict[str, str]:
    """A dossier at each of many stages; by what has been done to it, its code."""
    desk = commune.actor(Role.RECEPTION)

    def received(procedure: str) -> str:
        return receive(a_reception(procedure), actor=desk, at=moment).code

    def did(code: str, actor: Actor, act: Act, given: object) -> str:
        perform(Asked(actor=actor, at=moment, code=code), act, given)
        return code

    # The land unit's officer; at the sample office his title names the land.
    titles = {"xa-gia-lam": "địa chính"}
    handler = commune.actor(Role.HANDLING, titles.get(commune.slug, "kinh tế"))
    signatory, clerk = commune.actor(Role.SIGNATORY), commune.actor(Role.REGISTRY_CLERK)
    asked = AskToComplete(
        items=(AskedItem(name="Đơn", what="Ký tên", why="Chưa ký"),), reason="Đơn chưa ký"
    )
    assert handler.holding_id is not None
    done = {
        "new": received(LAND),
        "same day": received(BIRTH),
        "assigned": did(
            received(LAND), signatory, Act.ASSIGN, Assign(holding_id=handler.holding_id)
        ),
        "started": did(received(LAND), handler, Act.START, Nothing()),
        "waiting": did(
            did(received(LAND), handler, Act.START, Nothing()),
            handler,
            Act.REQUEST_SUPPLEMENT,
            asked,
        ),
        "suspended": did(
            did(received(BUSINESS), handler, Act.START, Nothing()),
            handler,
            Act.SUSPEND,
            WithReason(reason="Chờ nộp thuế"),
        ),
    }
    settled = did(received(LAND), handler, Act.START, Nothing())
    did(settled, signatory, Act.DECIDE, Decide(decision=Decision.GRANTED))
    issued = IssueResult(
        document_number="12/GP", document_date=moment.date(), subject="Giấy phép", signed_by="CT"
    )
    return {**done, "settled": did(settled, clerk, Act.ISSUE_RESULT, issued)}


def merger(*communes: Commune, from_day: date = MERGED_ON) -> SuccessionPlan:
    """All of them into one new ward."""
    return SuccessionPlan(
        kind=SuccessionKind.MERGE,
        predecessor_ids=tuple(commune.id for commune in communes),
        successors=(WARD,),
        from_day=from_day,
        basis="Nghị quyết 12/NQ-UBTVQH",
    )
