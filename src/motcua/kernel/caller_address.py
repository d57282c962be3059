"""From which network address a request came, when a front server may stand between."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

KEPT_MAX = 2048
LENGTH_MAX = 64
"""Longer than any address; what is longer is no address, and not kept in memory either."""


def caller_address(peer: str, forwarded_for: str = "") -> str:
    """The address of who asked, "" when it is not known.

    `peer` is the other end of the connection, `forwarded_for` the header X-Forwarded-For. The
    header is believed only when the peer is on this machine or in a private network, where front
    servers stand, and only its last entry: the one which that server wrote itself.
    """
    here, last = _address(peer), _address(forwarded_for.rpartition(",")[2].strip())
    if here is None:
        return ""
    return str(last) if here.is_private and last is not None else str(here)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    return _read(text) if len(text) <= LENGTH_MAX else None


@lru_cache(KEPT_MAX)
def _read(text: str) -> IPv4Address | IPv6Address | None:
    """Kept: a reader asks many times, and reading his address takes longer than all else of pacing."""
    try:
        return ip_address(text)
    except ValueError:
        return None
