"""VietQR: the bank transfer QR of NAPAS, built and read.

Source: NAPAS, "Đặc tả kỹ thuật mã QR chuyển khoản" on EMVCo 1.1 (QĐ 1928/QĐ-NHNN, TCCS 03:2018/NHNNVN).
An amount makes the code dynamic (12), without one it is static (11). The purpose is written without
accents, as banks require; it is refused when too long, never cut, because a dossier code may stand at its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from motcua.kernel.characters import one_spaced
from motcua.kernel.emv import (
    QrNotAscii,
    QrValueTooLong,
    element,
    elements,
    is_printable_ascii,
    opened,
    sealed,
)
from motcua.kernel.folding import unaccent
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.refusal import Refusal

Service = Literal["QRIBFTTA", "QRIBFTTC"]
Initiation = Literal["static", "dynamic"]
TO_ACCOUNT: Final = "QRIBFTTA"
TO_CARD: Final = "QRIBFTTC"
AMOUNT_DIGITS_MAX: Final = 13
BILL_NUMBER_MAX: Final = 25
PURPOSE_MAX: Final = 50
_NAPAS: Final = "A000000727"
_VERSION: Final = "01"
_DONG: Final = "704"
_VIET_NAM: Final = "VN"
_INITIATIONS: Final[dict[str, Initiation]] = {"11": "static", "12": "dynamic"}
_BIN: Final = re.compile(r"\d{6}", re.ASCII)
_ACCOUNT: Final = re.compile(r"[A-Za-z0-9]{1,19}", re.ASCII)
_CARD: Final = re.compile(r"\d{16,19}", re.ASCII)
_AMOUNT: Final = re.compile(rf"[1-9]\d{{0,{AMOUNT_DIGITS_MAX - 1}}}", re.ASCII)


class VietQrElementMissing(Refusal):
    """An element that every transfer code holds is not there."""

    code = "vietqr-element-missing"


class VietQrVersion(Refusal):
    """Another version of the format than 01."""

    code = "vietqr-version"


class VietQrInitiation(Refusal):
    """Neither static (11) nor dynamic (12)."""

    code = "vietqr-initiation"


class VietQrNotNapas(Refusal):
    """The identifier of the scheme is not that of NAPAS."""

    code = "vietqr-not-napas"


class VietQrService(Refusal):
    """Neither a transfer to an account nor one to a card."""

    code = "vietqr-service"


class VietQrBin(Refusal):
    """A bank's number is six digits."""

    code = "vietqr-bin"


class VietQrAccount(Refusal):
    """An account is 1 to 19 letters and digits, a card 16 to 19 digits."""

    code = "vietqr-account"


class VietQrCurrency(Refusal):
    """Another currency than đồng (704)."""

    code = "vietqr-currency"


class VietQrCountry(Refusal):
    """Another country than VN."""

    code = "vietqr-country"


class VietQrAmount(Refusal):
    """An amount is a whole number of đồng above 0, at most 13 digits, without point or leading 0."""

    code = "vietqr-amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class VietQr:
    """A transfer as its code tells it; `amount` in whole đồng."""

    bank_bin: str
    account: str
    service: Service
    amount: int | None
    bill_number: str | None
    purpose: str | None
    initiation: Initiation
    doubts: tuple[Doubt, ...] = ()


def _checked_target(bank_bin: str, account: str, service: str) -> Service:
    if not _BIN.fullmatch(bank_bin):
        raise VietQrBin(field="bin", bin=bank_bin)
    if service not in (TO_ACCOUNT, TO_CARD):
        raise VietQrService(field="service", service=service)
    kind: Service = TO_CARD if service == TO_CARD else TO_ACCOUNT
    form = _CARD if kind == TO_CARD else _ACCOUNT
    if not form.fullmatch(account):
        raise VietQrAccount(field="account", account=account)
    return kind


def _checked_text(text: str, field: str, most: int) -> str:
    if not is_printable_ascii(text):
        raise QrNotAscii(field=field, tag=field)
    if len(text) > most:
        raise QrValueTooLong(field=field, most=most, found=len(text))
    return text


def _amount_text(amount: int | None) -> str | None:
    if amount is None:
        return None
    text = str(amount)
    if isinstance(amount, bool) or not _AMOUNT.fullmatch(text):
        raise VietQrAmount(field="amount", amount=text)
    return text


def plain_purpose(text: str) -> str:
    """What the bank will show: no accents, single spaces; case stays."""
    return one_spaced(unaccent(text))


def build_vietqr(
    *,
    bank_bin: str,
    account: str,
    service: str = TO_ACCOUNT,
    amount: int | None = None,
    bill_number: str | None = None,
    purpose: str | None = None,
) -> str:
    """The payload of a transfer QR; `amount` in whole đồng, None for a static code.

    Refuses: a bank's number that is not 6 digits, an account or card of another form, an unknown
    service, an amount of 0 or below or over 13 digits, a bill number that is not ASCII or over 25, a
    purpose that is still not ASCII without its accents or over 50 characters.
    """
    kind = _checked_target(bank_bin, account, service)
    digits = _amount_text(amount)
    bill = _checked_text((bill_number or "").strip(), "bill_number", BILL_NUMBER_MAX)
    shown = _checked_text(plain_purpose(purpose or ""), "purpose", PURPOSE_MAX)
    target = element("00", bank_bin) + element("01", account)
    scheme = element("00", _NAPAS) + element("01", target) + element("02", kind)
    return sealed(
        element("00", _VERSION)
        + element("01", "12" if digits else "11")
        + element("38", scheme)
        + element("53", _DONG)
        + element("54", digits)
        + element("58", _VIET_NAM)
        + element("62", element("01", bill) + element("08", shown))
    )


def _needed(found: dict[str, str], tag: str, within: str = "") -> str:
    where = f"{within}-{tag}" if within else tag
    if tag not in found:
        raise VietQrElementMissing(field=where, tag=where)
    return found[tag]


def _fixed(found: dict[str, str], tag: str, expected: str, refusal: type[Refusal]) -> None:
    value = _needed(found, tag)
    if value != expected:
        raise refusal(field=tag, found=value, expected=expected)


def _target(found: dict[str, str]) -> tuple[str, str, Service]:
    scheme = elements(_needed(found, "38"), "38")
    identifier = _needed(scheme, "00", "38")
    if identifier != _NAPAS:
        raise VietQrNotNapas(field="38-00", found=identifier, expected=_NAPAS)
    target = elements(_needed(scheme, "01", "38"), "38-01")
    bank_bin, account = _needed(target, "00", "38-01"), _needed(target, "01", "38-01")
    return bank_bin, account, _checked_target(bank_bin, account, _needed(scheme, "02", "38"))


def _amount(found: dict[str, str]) -> int | None:
    text = found.get("54")
    if text is None:
        return None
    if not _AMOUNT.fullmatch(text):
        raise VietQrAmount(field="amount", amount=text)
    return int(text)


def _initiation(found: dict[str, str]) -> Initiation:
    text = _needed(found, "01")
    if text not in _INITIATIONS:
        raise VietQrInitiation(field="01", found=text)
    return _INITIATIONS[text]


def _doubts(initiation: Initiation, amount: int | None) -> tuple[Doubt, ...]:
    if initiation == "static" and amount is not None:
        return (Doubt("vietqr-static-with-amount", "amount"),)
    if initiation == "dynamic" and amount is None:
        return (Doubt("vietqr-dynamic-without-amount", "amount"),)
    return ()


def parse_vietqr(payload: str) -> VietQr:
    """The transfer a payload describes; other elements of the format are allowed and left alone.

    Refuses what `emv.opened` refuses, and: a missing element, another version, scheme, service,
    currency or country, a bank's number, account or amount of the wrong form.
    """
    found = opened(payload)
    _fixed(found, "00", _VERSION, VietQrVersion)
    initiation = _initiation(found)
    bank_bin, account, service = _target(found)
    _fixed(found, "53", _DONG, VietQrCurrency)
    _fixed(found, "58", _VIET_NAM, VietQrCountry)
    amount = _amount(found)
    additional = elements(found.get("62", ""), "62")
    return VietQr(
        bank_bin=bank_bin,
        account=account,
        service=service,
        amount=amount,
        bill_number=additional.get("01"),
        purpose=additional.get("08"),
        initiation=initiation,
        doubts=_doubts(initiation, amount),
    )
