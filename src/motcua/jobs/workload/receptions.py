"""Invented receptions of what the place receives: for the command, and as the API is sent them."""

from __future__ import annotations

from random import Random
from typing import Any

from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.vocabulary import ReceptionInput
from motcua.jobs.sample.dossiers import invent_reception
from motcua.jobs.sample.people import invent
from motcua.jobs.workload.place import Place
from motcua.procedures.vocabulary import Channel

KINDS_MAX = 30


class NothingToReceiveError(Exception):
    """The place has no procedure whose time limit is stated."""


def grounds_at(place: Place) -> list[Ground]:
    """What is received at the place, the most frequent first."""
    found = [
        ground_for(agency_id=place.agency_id, procedure_version_id=version_id, day=place.day)
        for version_id in place.version_ids[:KINDS_MAX]
    ]
    stated = [g for g in found if not g.states_no_limit(variant_id=None, channel=Channel.DESK)]
    if not stated:
        raise NothingToReceiveError(place.slug)
    return stated


def receptions(place: Place, *, seed: int, count: int) -> list[ReceptionInput]:
    """The same seed gives the same ones."""
    random = Random(seed)  # noqa: S311  # invented data
    grounds = grounds_at(place)
    return [invent_reception(random, random.choice(grounds)) for _number in range(count)]


def bodies(place: Place, *, seed: int, count: int) -> list[dict[str, Any]]:
    """The same, as a partner's program sends them."""
    random = Random(seed)  # noqa: S311  # invented data
    grounds = grounds_at(place)
    return [_body(random, random.choice(grounds)) for _number in range(count)]


def _body(random: Random, ground: Ground) -> dict[str, Any]:
    given = invent_reception(random, ground)
    person = invent(random)
    return {
        "procedure_version_id": given.procedure_version_id,
        "applicant": {
            "name": person.name,
            "personal_id": person.personal_id,
            "birth_date": person.birth_date,
            "sex": person.sex,
            "address": person.address,
            "phone": person.phone,
        },
        "all_papers": True,
        "complete_confirmed": True,
        "copies": given.copies,
        "pages": given.pages,
        "fee_choices": list(given.fee_choices),
    }
