"""The frame of EMVCo merchant QR codes: tag, two-digit length, value; a checksum at the end.

Source: EMV QR Code Specification for Payment Systems, merchant-presented mode, 1.1.
"""

from __future__ import annotations

import binascii
import re
from typing import Final

from motcua.kernel.refusal import Refusal

VALUE_MAX: Final = 99
PAYLOAD_MAX: Final = 512
_HEAD: Final = re.compile(r"(\d{2})(\d{2})", re.ASCII)
_CHECKSUM_HEAD: Final = "6304"
_CHECKSUM_TAG: Final = "63"
_LANGUAGE_TEMPLATE: Final = "64"


class QrEmpty(Refusal):
    """Nothing was read."""

    code = "qr-empty"


class QrTooLong(Refusal):
    """Longer than PAYLOAD_MAX characters, the limit of the specification."""

    code = "qr-too-long"


class QrChecksumMissing(Refusal):
    """The text does not end with a checksum: cut off, or no payment QR at all."""

    code = "qr-checksum-missing"


class QrChecksumWrong(Refusal):
    """The checksum does not fit the text: at least one character was changed."""

    code = "qr-checksum-wrong"


class QrFrameBroken(Refusal):
    """Where a tag and a length should stand there is something else."""

    code = "qr-frame-broken"


class QrValueCut(Refusal):
    """A value is shorter than its length says."""

    code = "qr-value-cut"


class QrTagRepeated(Refusal):
    """The same tag stands twice in one template."""

    code = "qr-tag-repeated"


class QrNotAscii(Refusal):
    """A character outside printable ASCII where only these are allowed."""

    code = "qr-not-ascii"


class QrValueTooLong(Refusal):
    """A value longer than its field may be."""

    code = "qr-value-too-long"


def element(tag: str, value: str | None) -> str:
    """`tag`, length, `value`; an empty or missing value leaves the whole element out. Refuses over 99."""
    if not value:
        return ""
    if len(value) > VALUE_MAX:
        raise QrValueTooLong(field=tag, most=VALUE_MAX, found=len(value))
    return f"{tag}{len(value):02d}{value}"


def checksum(text: str) -> str:
    """CRC-16/CCITT (polynomial 1021, start FFFF) of the UTF-8 bytes, four capitals of hexadecimal."""
    return f"{binascii.crc_hqx(text.encode(), 0xFFFF):04X}"


def sealed(body: str) -> str:
    """The body with its checksum element."""
    framed = body + _CHECKSUM_HEAD
    return framed + checksum(framed)


def is_printable_ascii(text: str) -> bool:
    return text.isascii() and text.isprintable()


def elements(text: str, within: str = "") -> dict[str, str]:
    """The elements of one template by tag, in order. `within` is the tag of the template, for the refusal.

    Refuses: a broken head, a value cut short, an empty value, a repeated tag.
    """
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        head = _HEAD.match(text, at)
        if head is None or head[2] == "00":
            raise QrFrameBroken(field=within or None, position=at + 1)
        tag, length = head[1], int(head[2])
        value = text[head.end() : head.end() + length]
        where = f"{within}-{tag}" if within else tag
        if len(value) < length:
            raise QrValueCut(field=where, tag=where, expected=length, found=len(value))
        if tag in found:
            raise QrTagRepeated(field=where, tag=where)
        found[tag] = value
        at = head.end() + length
    return found


def opened(payload: str) -> dict[str, str]:
    """The root elements of a whole payload whose checksum is right; the checksum itself is left out.

    White space around the text is dropped. Refuses what `elements` refuses, and: empty, too long, no
    checksum at the end, a wrong checksum, characters outside printable ASCII except in template 64.
    """
    text = payload.strip()
    if not text:
        raise QrEmpty(field="vietqr")
    if len(text) > PAYLOAD_MAX:
        raise QrTooLong(field="vietqr", most=PAYLOAD_MAX)
    if text[-8:-4] != _CHECKSUM_HEAD:
        raise QrChecksumMissing(field="vietqr")
    if checksum(text[:-4]) != text[-4:]:
        raise QrChecksumWrong(field="vietqr")
    found = elements(text[:-8])
    if _CHECKSUM_TAG in found:
        raise QrTagRepeated(field=_CHECKSUM_TAG, tag=_CHECKSUM_TAG)
    for tag, value in found.items():
        if tag != _LANGUAGE_TEMPLATE and not is_printable_ascii(value):
            raise QrNotAscii(field=tag, tag=tag)
    return found
