"""By which account an agency is paid, from which day on. An account in use is ended, never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime

from django.conf import settings
from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.policies import may_change
from motcua.agencies.queries import agency_on
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import facts_about
from motcua.ledger.recording import Record, Subject, agency_stream, recording
from motcua.payments.events import (
    CollectingAccountCorrected,
    CollectingAccountEnded,
    CollectingAccountSet,
)
from motcua.payments.gateways.choosing import gateways_of_office
from motcua.payments.models import BankStatement, CollectingAccount, PaymentOrder
from motcua.payments.rules.paying.refusals import (
    AccountFaulty,
    AccountFieldFaulty,
    AccountInUse,
    AccountOverlaps,
    GatewayUnknown,
)
from motcua.payments.vocabulary import AccountInput

BIN = re.compile(r"\d{6}", re.ASCII)
NUMBER = re.compile(r"[A-Za-z0-9]{1,19}", re.ASCII)
NAME_MAX = 100
MERCHANT = re.compile(r"[!-~]{0,60}")


def set_account(*, actor: Actor, at: datetime, given: AccountInput) -> int:
    """From a day on an agency is paid by this account; the one before ends that day. One that begins on the
    same day is corrected, as long as nobody was asked to pay by it and no statement of it was read.

    Refusals: NotPermitted, NotFound, AccountFaulty, GatewayUnknown, AccountOverlaps, AccountInUse.
    """
    _demand(actor, given.agency_id, given.valid_from)
    problems = list(_problems(given))
    if problems:
        raise AccountFaulty(problems)
    with recording(actor, at) as record:
        stream = agency_stream(given.agency_id)
        record.lock(stream)
        same_day = CollectingAccount.objects.filter(
            agency=given.agency_id, valid_from=given.valid_from
        ).first()
        if same_day is not None:
            return _correct(record, same_day, given)
        former = _before(given)
        if former is not None:
            former.valid_until = given.valid_from
            former.save(update_fields=["valid_until"])
        values = asdict(given)
        account = CollectingAccount.objects.create(**values)
        record.append(
            CollectingAccountSet(**values),
            about=Subject("collecting-account", account.pk, 1),
            stream=stream,
        )
        if former is not None:
            record.append(
                CollectingAccountEnded(valid_until=given.valid_from),
                about=Subject("collecting-account", former.pk, 2),
                stream=stream,
            )
    return account.pk


def _correct(record: Record, account: CollectingAccount, given: AccountInput) -> int:
    """Refusals: AccountInUse."""
    asked = PaymentOrder.objects.filter(account=account)
    read = BankStatement.objects.filter(account=account)
    if asked.exists() or read.exists():
        raise AccountInUse(field="valid_from")
    subject = facts_about("collecting-account", account.pk)
    values = {**asdict(given), "valid_until": account.valid_until}
    if all(getattr(account, name) == value for name, value in values.items()):
        return account.pk
    CollectingAccount.objects.filter(pk=account.pk).update(**values)
    record.append(
        CollectingAccountCorrected(**values),
        about=Subject("collecting-account", account.pk, len(subject) + 1),
        stream=agency_stream(given.agency_id),
    )
    return account.pk


def _demand(actor: Actor, agency_id: int, day: date) -> None:
    may(actor, Permission.COLLECTING_ACCOUNT_CHANGE).demand()
    if agency_on(agency_id, day) is None or not may_change(actor, agency_id, day):
        raise NotFound(kind="agency")


def _before(given: AccountInput) -> CollectingAccount | None:
    """The account in force, which ends when this begins. Refusals: AccountOverlaps where one begins
    that day or later."""
    others = CollectingAccount.objects.filter(agency=given.agency_id)
    if given.valid_until is None:
        later = others.filter(valid_from__gte=given.valid_from)
    else:
        later = others.filter(valid_from__gte=given.valid_from, valid_from__lt=given.valid_until)
    if later.exists():
        raise AccountOverlaps(field="valid_from")
    open_then = Q(valid_until__isnull=True) | Q(valid_until__gt=given.valid_from)
    return others.filter(open_then, valid_from__lt=given.valid_from).first()


def _problems(given: AccountInput) -> Iterator[Refusal]:
    if not BIN.fullmatch(given.bank_bin):
        yield AccountFieldFaulty(field="bank_bin")
    if not NUMBER.fullmatch(given.number):
        yield AccountFieldFaulty(field="number")
    for field in ("bank_name", "holder"):
        if not 1 <= len(getattr(given, field).strip()) <= NAME_MAX:
            yield AccountFieldFaulty(field=field)
    if given.valid_until is not None and given.valid_until <= given.valid_from:
        yield AccountFieldFaulty(field="valid_until")
    if not MERCHANT.fullmatch(given.merchant) or bool(given.gateway) != bool(given.merchant):
        yield AccountFieldFaulty(field="merchant")
    known = {*gateways_of_office(), settings.PAYMENT_SIMULATOR}
    if given.gateway and given.gateway not in known:
        yield GatewayUnknown(field="gateway")
