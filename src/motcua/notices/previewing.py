"""A text as somebody would read it, about a dossier that does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import translation

from motcua.agencies.queries import agency_on
from motcua.dossiers.vocabulary import Stage
from motcua.dossiers.wording import STAGES
from motcua.kernel.clock import local_day
from motcua.notices.rules.sms import sms_parts
from motcua.notices.rules.texts import NoticeValues, render
from motcua.notices.vocabulary import Carrier, Language, Text

DOSSIER_CODE = "H00.00-260101-0001"
RATING_KEY = "7K3MQ9PD2HXA"
PETITION_CODE = "H00.00-PA26-00001"
IN = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Preview:
    """The message, its length, and as how many SMS it is paid (0 for other carriers)."""

    text: Text
    letters: int
    parts: int


@dataclass(frozen=True, slots=True)
class PreviewPlace:
    """For which agency, when, and under which public addresses."""

    agency_id: int
    at: datetime
    site: str
    rate_site: str
    code: str = DOSSIER_CODE


def preview_of(text: Text, carrier: Carrier, language: Language, place: PreviewPlace) -> Preview:
    """The text with invented data and the name and telephone of the agency. One query at most."""
    agency = agency_on(place.agency_id, local_day(place.at))
    with translation.override(language):
        stage = str(STAGES[Stage.PROCESSING])
    values = NoticeValues(
        dossier_code=place.code,
        stage=stage,
        stages=frozenset({stage}),
        date=place.at + IN,
        office=agency.name if agency else "",
        office_phone=agency.phone if agency else "",
        link=place.site + place.code,
        site=place.site,
        rate_link=f"{place.rate_site}{RATING_KEY}/",
        rate_site=place.rate_site,
    )
    message = render(text, values)
    parts = sms_parts(message.body) if carrier is Carrier.SMS else 0
    return Preview(message, len(message.body), parts)
