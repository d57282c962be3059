"""Agencies around the sample office, with officers of their own: police, social insurance and tax at its
desk; the land registry and the department that land matters go through."""

from __future__ import annotations

from datetime import date, datetime

from motcua.accounts.commands.sample_officers import VERTICAL_OFFICERS, create_sample_officers
from motcua.agencies.commands.desk_members import admit_member
from motcua.agencies.commands.import_agencies import import_agencies
from motcua.agencies.desk_members import members_of
from motcua.agencies.queries import agency_called, desk_of
from motcua.agencies.shipped import SAMPLE_AGENCY, shipped_vertical
from motcua.agencies.vocabulary import VerticalSector
from motcua.kernel.actor import Actor

FROM = date(2025, 7, 1)
SECTORS = {
    "cong-an-xa-gia-lam": VerticalSector.POLICE,
    "bao-hiem-xa-hoi-gia-lam": VerticalSector.INSURANCE,
    "thue-co-so-gia-lam": VerticalSector.TAX,
}
"""Those that sit at the desk."""
AROUND = (*SECTORS, "chi-nhanh-dang-ky-dat-dai-gia-lam", "so-nong-nghiep-moi-truong-ha-noi")


def seat_vertical_agencies(actor: Actor, at: datetime, *, password: str) -> None:
    """Whatever of them is not there yet; run again it does nothing."""
    if any(agency_called(slug, at.date()) is None for slug in AROUND):
        import_agencies(actor=actor, at=at, document=shipped_vertical())
    create_sample_officers(actor=actor, at=at, password=password, officers=VERTICAL_OFFICERS)
    host = agency_called(SAMPLE_AGENCY, at.date())
    desk = desk_of(host.id, at.date()) if host else None
    if host is None or desk is None:
        return
    there = {one.agency_id for one in members_of(host.id)}
    for slug, sector in SECTORS.items():
        agency = agency_called(slug, at.date())
        if agency is not None and agency.id not in there:
            admit_member(
                actor=actor,
                at=at,
                desk_id=desk.id,
                agency_id=agency.id,
                sector=sector,
                from_day=FROM,
            )
