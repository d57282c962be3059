"""An organization as a dossier names it."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.citizens.models import Organization
from motcua.kernel.verdict import NotFound


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganizationLabel:
    id: int
    name: str
    tax_code: str
    address: str


def organization_label(organization_id: int) -> OrganizationLabel:
    """For an app that has decided that it may be known. One query, by key. Refusals: NotFound."""
    found = Organization.objects.filter(pk=organization_id).first()
    if found is None:
        raise NotFound(kind="organization")
    return OrganizationLabel(
        id=found.pk, name=found.name, tax_code=found.tax_code, address=found.address
    )
