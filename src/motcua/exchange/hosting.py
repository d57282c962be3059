"""Which agencies work at which partner: asked with every act, so kept as long as nothing changes."""

from __future__ import annotations

from collections.abc import Mapping

from motcua.exchange.models import Partner, PartnerAgency
from motcua.ledger.caching import kept_by_revision


@kept_by_revision
def hosting() -> Mapping[int, int]:
    """By agency, its partner. One query when the catalogue has changed, else none."""
    rows = PartnerAgency.objects.filter(partner__is_active=True)
    return dict(rows.values_list("agency_id", "partner_id"))


@kept_by_revision
def partner_name(partner_id: int) -> str:
    return Partner.objects.values_list("name", flat=True).get(pk=partner_id)
