"""The people of the district and of its communes: who receives, handles, signs, numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from motcua.accounts.commands.officers import appoint_officer, register_officer
from motcua.accounts.queries.colleagues import Colleague, colleagues_of
from motcua.agencies.commands.furnish_agency import open_position
from motcua.agencies.queries import positions_of, units_of
from motcua.jobs.sample.district.accounts import open_sign_in, sign_in_of
from motcua.jobs.sample.district.figures import FIRST_DAY
from motcua.jobs.sample.district.places import DISTRICT_SLUG
from motcua.jobs.sample.people import invent
from motcua.kernel.actor import Actor, Door, Role

REQUEST = "demo-district"
COMMUNE_POSTS: tuple[tuple[str, tuple[Role, ...], int], ...] = (
    ("chu-tich", (Role.SIGNATORY,), 1),
    ("tiep-nhan", (Role.RECEPTION, Role.REGISTRY_CLERK, Role.HANDLING), 2),
    ("tu-phap-ho-tich", (Role.HANDLING,), 2),
    ("dia-chinh", (Role.HANDLING,), 1),
    ("van-hoa-xa-hoi", (Role.HANDLING,), 1),
)
"""Position, roles, how many hold it."""
DISTRICT_POSTS: tuple[tuple[str, tuple[Role, ...], int], ...] = (
    ("chu-tich", (Role.SIGNATORY,), 1),
    ("pho-chu-tich", (Role.SIGNATORY,), 2),
    ("tiep-nhan", (Role.RECEPTION,), 6),
    ("van-thu", (Role.REGISTRY_CLERK,), 2),
)
HEADS, OFFICERS_OF_UNIT = "truong-", "chuyen-vien-"
LARGE_UNITS = ("phong-tai-nguyen-moi-truong", "phong-tai-chinh-ke-hoach", "phong-tu-phap")
NEW_POSITION = ("van-hoa-xa-hoi", "Công chức Văn hóa - Xã hội")


@dataclass(frozen=True, slots=True)
class Staff:
    """Who acts at one agency. `handlers` and `heads` by unit; an empty unit's by None."""

    reception: tuple[Actor, ...]
    clerks: tuple[Actor, ...]
    signatories: tuple[Actor, ...]
    handlers: dict[int | None, tuple[Actor, ...]]
    heads: dict[int | None, tuple[Actor, ...]]


@dataclass(frozen=True, slots=True)
class Appointing:
    """By whom and when people are appointed, and the password of those who can sign in."""

    actor: Actor
    at: datetime
    password: str


def ensure_staff(agency_id: int, place: str, by: Appointing) -> None:
    """Appoint those who are not there yet."""
    if colleagues_of(agency_id, FIRST_DAY):
        return
    if place != DISTRICT_SLUG:
        _open_missing_position(agency_id, by)
    positions = {row.slug: row.id for row in positions_of(agency_id, FIRST_DAY)}
    random = Random(f"staff-{place}")  # noqa: S311  # invented people, not a secret
    posts = _district_posts(positions) if place == DISTRICT_SLUG else COMMUNE_POSTS
    for slug, roles, count in posts:
        for number in range(count):
            name = invent(random, born_from=1970, born_until=1995).name
            officer_id = register_officer(
                actor=by.actor, at=by.at, full_name=name, from_day=FIRST_DAY
            )
            appoint_officer(
                actor=by.actor,
                at=by.at,
                officer_id=officer_id,
                agency_id=agency_id,
                position_id=positions[slug],
                roles=roles,
                from_day=FIRST_DAY,
            )
            sign_in = sign_in_of(place, slug)
            if sign_in is not None and number == 0:
                open_sign_in(sign_in, officer_id, password=by.password, actor=by.actor, at=by.at)


def _open_missing_position(agency_id: int, by: Appointing) -> None:
    slug, title = NEW_POSITION
    units = {unit.slug: unit.id for unit in units_of(agency_id, FIRST_DAY)}
    open_position(
        actor=by.actor,
        at=by.at,
        agency_id=agency_id,
        unit_id=units[slug],
        slug=slug,
        title=title,
        from_day=FIRST_DAY,
    )


def _district_posts(positions: dict[str, int]) -> list[tuple[str, tuple[Role, ...], int]]:
    posts = list(DISTRICT_POSTS)
    for slug in sorted(positions):
        if slug.startswith(HEADS):
            posts.append((slug, (Role.UNIT_HEAD,), 1))
        elif slug.startswith(OFFICERS_OF_UNIT):
            large = slug.removeprefix(OFFICERS_OF_UNIT) in LARGE_UNITS
            posts.append((slug, (Role.HANDLING,), 4 if large else 2))
    return posts


def staff_of(agency_id: int, day: date) -> Staff:
    """The people of an agency as actors."""
    by_role: dict[Role, list[Actor]] = defaultdict(list)
    for one in sorted(colleagues_of(agency_id, day), key=lambda one: one.holding_id):
        for role in one.roles:
            by_role[role].append(_actor(one))
    return Staff(
        reception=tuple(by_role[Role.RECEPTION]),
        clerks=tuple(by_role[Role.REGISTRY_CLERK]),
        signatories=tuple(by_role[Role.SIGNATORY]),
        handlers=_by_unit(by_role[Role.HANDLING]),
        heads=_by_unit(by_role[Role.UNIT_HEAD]),
    )


def _by_unit(actors: list[Actor]) -> dict[int | None, tuple[Actor, ...]]:
    found: dict[int | None, list[Actor]] = defaultdict(list)
    for actor in actors:
        found[actor.unit_id].append(actor)
    return {unit: tuple(those) for unit, those in found.items()}


def _actor(one: Colleague) -> Actor:
    return Actor(
        door=Door.COMMAND_LINE,
        holding_id=one.holding_id,
        agency_id=one.agency_id,
        unit_id=one.unit_id,
        roles=one.roles,
        name=one.name,
        title=one.title,
        request_id=REQUEST,
    )
