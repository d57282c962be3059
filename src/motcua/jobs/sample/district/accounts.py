"""Who of the district can sign in today. The district has ended: its people have new places, from
which what they did then can still be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.accounts.commands.accounts import open_account
from motcua.accounts.commands.officers import appoint_officer
from motcua.accounts.queries import user_id_called
from motcua.agencies.queries import agency_called, positions_of
from motcua.agencies.shipped import SAMPLE_AGENCY
from motcua.jobs.sample.district.figures import LAST_DAY
from motcua.jobs.sample.district.places import DISTRICT_SLUG
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotFound

AFTER: date = LAST_DAY + timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """The first holder of a position of then, with an account and a position of today."""

    place: str
    post: str
    username: str
    agency: str
    position: str
    roles: tuple[Role, ...]
    title: str


SIGN_INS = (
    SignIn(
        place=DISTRICT_SLUG,
        post="chu-tich",
        username="lanhdaohuyen",
        agency="thanh-pho-ha-noi",
        position="kiem-soat-tthc",
        roles=(Role.SUPERVISOR,),
        title="Chủ tịch huyện Gia Lâm đến 30/6/2025, nay giám sát cấp thành phố",
    ),
    SignIn(
        place="thi-tran-trau-quy",
        post="chu-tich",
        username="lanhdaotrauquy",
        agency=SAMPLE_AGENCY,
        position="pho-chu-tich",
        roles=(Role.SIGNATORY,),
        title="Chủ tịch thị trấn Trâu Quỳ đến 30/6/2025, nay ký ở xã Gia Lâm",
    ),
    SignIn(
        place="thi-tran-trau-quy",
        post="tiep-nhan",
        username="tiepnhantrauquy",
        agency=SAMPLE_AGENCY,
        position="tiep-nhan",
        roles=(Role.RECEPTION,),
        title="Tiếp nhận ở thị trấn Trâu Quỳ đến 30/6/2025, nay ở xã Gia Lâm",
    ),
)


def sign_in_of(place: str, post: str) -> SignIn | None:
    """The account that goes with the first holder of that position."""
    return next((one for one in SIGN_INS if (one.place, one.post) == (place, post)), None)


def open_sign_in(
    one: SignIn, officer_id: int, *, password: str, actor: Actor, at: datetime
) -> None:
    """Open the account and give the position of today."""
    agency = agency_called(one.agency, AFTER)
    assert agency is not None, one.agency
    positions = {row.slug: row.id for row in positions_of(agency.id, AFTER)}
    open_account(
        actor=actor,
        at=at,
        officer_id=officer_id,
        username=one.username,
        password=password,
        must_change_password=False,
    )
    appoint_officer(
        actor=actor,
        at=at,
        officer_id=officer_id,
        agency_id=agency.id,
        position_id=positions[one.position],
        roles=one.roles,
        from_day=AFTER,
    )


def accounts_of_district(password: str) -> list[str]:
    """Who can sign in, a line each, for the terminal."""
    return [
        f"  {one.username:<16} {password:<20} {one.title}" for one in SIGN_INS if _is_there(one)
    ]


def _is_there(one: SignIn) -> bool:
    try:
        user_id_called(one.username)
    except NotFound:
        return False
    return True
