"""The payment gateways that this office has, from its settings."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings

from motcua.payments.gateways.ports import Gateway
from motcua.payments.gateways.signed_web import SignedWebGateway

Gateways = Mapping[str, Gateway]


def gateways_of_office() -> Gateways:
    """By name; one without an address in the settings is not there."""
    wait = settings.PAYMENT_TIMEOUT_SECONDS
    return {
        name: SignedWebGateway(
            name,
            address,
            settings.PAYMENT_SECRETS.get(name, ""),
            settings.PAYMENT_KEYS.get(name, ""),
            wait,
        )
        for name, address in settings.PAYMENT_GATEWAYS.items()
    }
