"""As how many short messages a text is carried and paid (3GPP TS 23.038, 23.040)."""

from __future__ import annotations

from typing import Final

_PLAIN_TWICE: Final = frozenset("^{}\\[~]|€")
_PLAIN: Final = _PLAIN_TWICE | frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The letters of the GSM alphabet; those of `_PLAIN_TWICE` take two places."""


def sms_parts(body: str) -> int:
    """As how many short messages an SMS is carried and paid: 160 plain letters or 70 of any kind fit in
    one (3GPP TS 23.038), a little less in each of several."""
    is_plain = all(letter in _PLAIN for letter in body)
    units = len(body) + sum(letter in _PLAIN_TWICE for letter in body)
    if not is_plain:
        units = len(body.encode("utf-16-be")) // 2
    alone, joined = (160, 153) if is_plain else (70, 67)
    return 1 if units <= alone else -(-units // joined)
