"""The carriers that this office has, from its settings, and the hours in which it tells."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings

from motcua.notices.gateways.mail import MailGateway
from motcua.notices.gateways.ports import Gateway
from motcua.notices.gateways.web import WebGateway
from motcua.notices.rules.hours import SendingHours
from motcua.notices.vocabulary import Carrier

Gateways = Mapping[Carrier, Gateway]


def gateways_of_office() -> Gateways:
    """By carrier; one that has no address in the settings is not there."""
    wait = settings.NOTICE_TIMEOUT_SECONDS
    found: dict[Carrier, Gateway] = {}
    if settings.NOTICE_SMTP:
        found[Carrier.EMAIL] = MailGateway(settings.NOTICE_SMTP, settings.NOTICE_MAIL_FROM, wait)
    if settings.NOTICE_SMS_GATEWAY:
        found[Carrier.SMS] = WebGateway(
            settings.NOTICE_SMS_GATEWAY, settings.NOTICE_SMS_SECRET, wait
        )
    if settings.NOTICE_ZALO_GATEWAY:
        found[Carrier.ZALO] = WebGateway(
            settings.NOTICE_ZALO_GATEWAY, settings.NOTICE_ZALO_SECRET, wait
        )
    return found


def hours_of_office() -> SendingHours:
    return SendingHours(
        quiet_from=settings.NOTICE_QUIET_FROM,
        quiet_until=settings.NOTICE_QUIET_UNTIL,
        digest_at=settings.NOTICE_DIGEST_AT,
    )
