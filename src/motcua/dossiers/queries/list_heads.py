"""The top of papers that an office itself issues: lists, receipts, books."""

from __future__ import annotations

from datetime import datetime

from motcua.agencies.queries import agency_on, desk_of
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.papers.data.heads import PaperHead


def desk_name_of(agency_id: int, at: datetime) -> str:
    """The desk of the agency as called that day; an agency without one has its own name.

    Refusals: NotFound.
    """
    desk = desk_of(agency_id, local_day(at))
    return desk.name if desk else _agency_name(agency_id, at)


def head_of(
    agency_id: int, at: datetime, *, number: str = "", code: str = "", data: str = "", url: str = ""
) -> PaperHead:
    """The desk issues under its agency; an agency without a desk under its superior. Refusals: NotFound."""
    day = local_day(at)
    agency = agency_on(agency_id, day)
    if agency is None:
        raise NotFound(kind="agency")
    desk = desk_of(agency_id, day)
    return PaperHead(
        superior_agency=agency.name if desk else agency.superior_name,
        agency=desk.name if desk else agency.name,
        place_name=agency.place_name,
        at=at,
        number=number,
        dossier_code=code,
        data_code_text=data,
        lookup_url=url,
    )


def _agency_name(agency_id: int, at: datetime) -> str:
    agency = agency_on(agency_id, local_day(at))
    if agency is None:
        raise NotFound(kind="agency")
    return agency.name
