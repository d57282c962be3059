"""The words of addresses (`/agencies/xa-gia-lam/`), made from names so that nobody has to think of them."""

from __future__ import annotations

import re

from motcua.agencies.models import Agency, OneStopDesk, Position, Unit
from motcua.kernel.folding import fold

LENGTH_MAX = 70
NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
PEOPLES_COMMITTEE = re.compile(r"^(uy ban nhan dan|ubnd)\s+")


def slug_of(name: str) -> str:
    """`Ủy ban nhân dân xã Gia Lâm` -> `xa-gia-lam`."""
    bare = PEOPLES_COMMITTEE.sub("", fold(name))
    return NOT_IN_SLUG.sub("-", bare).strip("-")[:LENGTH_MAX].strip("-") or "co-quan"


def free_agency_slug(name: str) -> str:
    return _free(slug_of(name), set(Agency.objects.values_list("slug", flat=True)))


def free_desk_slug(name: str) -> str:
    return _free(slug_of(name), set(OneStopDesk.objects.values_list("slug", flat=True)))


def free_unit_slug(agency_id: int, name: str) -> str:
    taken = Unit.objects.filter(agency=agency_id).values_list("slug", flat=True)
    return _free(slug_of(name), set(taken))


def free_position_slug(agency_id: int, title: str) -> str:
    taken = Position.objects.filter(agency=agency_id).values_list("slug", flat=True)
    return _free(slug_of(title), set(taken))


def _free(base: str, taken: set[str]) -> str:
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
