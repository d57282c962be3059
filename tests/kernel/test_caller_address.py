"""Whose address a request came from, with and without a front server."""

from __future__ import annotations

import pytest

from motcua.kernel.caller_address import caller_address


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "expected"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.4", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("::1", "2001:db8::7", "2001:db8::7"),
        ("8.8.8.8", "1.1.1.1", "8.8.8.8"),
        ("127.0.0.1", "made up", "127.0.0.1"),
        ("127.0.0.1", "1.1.1.1,", "127.0.0.1"),
        ("127.0.0.1", "1" * 5000, "127.0.0.1"),
        ("", "1.1.1.1", ""),
        ("unix:", "", ""),
    ],
)
def test_the_header_is_believed_only_behind_a_front_server(
    peer: str, forwarded_for: str, expected: str
) -> None:
    assert caller_address(peer, forwarded_for) == expected
