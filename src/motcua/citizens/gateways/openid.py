"""The provider of the national identity, asked over HTTP: where it is, its keys, a code for a token.

Authorization code flow with PKCE. No redirection is followed, answers are bounded in size and time.
"""

from __future__ import annotations

import base64
import hashlib
import http.client
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import orjson

from motcua.citizens.rules.id_token import Expected, IdentityNotTrusted, read_id_token
from motcua.kernel.refusal import Refusal

ANSWER_BYTES_MAX = 256 * 1024
OK = 200
SCOPES = "openid profile"
WELL_KNOWN = "/.well-known/openid-configuration"


class IdentityAway(Refusal):
    """The provider does not answer now."""

    code = "identity-away"


@dataclass(frozen=True, slots=True)
class Flow:
    """What one sign-in must bring back."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Provider:
    """Who is asked, and as whom we ask."""

    issuer: str
    client_id: str
    client_secret: str
    timeout_seconds: float

    def address(self, flow: Flow, back_to: str) -> str:
        """Where the citizen is sent to. Refusals: IdentityAway, IdentityNotTrusted."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(flow.verifier.encode()).digest())
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": back_to,
            "scope": SCOPES,
            "state": flow.state,
            "nonce": flow.nonce,
            "code_challenge": challenge.decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        address = self._place("authorization_endpoint", self._described())
        return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"

    def claims(self, flow: Flow, code: str, back_to: str, at: datetime) -> dict[str, Any]:
        """What the provider says of whoever came back with this code.

        Refusals: IdentityAway, IdentityNotTrusted.
        """
        described = self._described()
        told = self._token(described, flow, code, back_to)
        keys = self._asked("GET", self._place("jwks_uri", described)).get("keys")
        expected = Expected(issuer=self.issuer, client_id=self.client_id, nonce=flow.nonce)
        known = keys if isinstance(keys, list) else []
        claims = read_id_token(str(told.get("id_token", "")), known, expected, at)
        more = self._more(described, str(told.get("access_token", "")))
        if more.get("sub", claims["sub"]) != claims["sub"]:
            raise IdentityNotTrusted(reason="another-subject")
        return {**more, **claims}

    def _token(
        self, described: dict[str, Any], flow: Flow, code: str, back_to: str
    ) -> dict[str, Any]:
        asked = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back_to,
            "client_id": self.client_id,
            "code_verifier": flow.verifier,
        }
        pair = f"{quote(self.client_id, safe='')}:{quote(self.client_secret, safe='')}"
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if self.client_secret:
            headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        place = self._place("token_endpoint", described)
        return self._asked("POST", place, headers, urlencode(asked).encode())

    def _more(self, described: dict[str, Any], access_token: str) -> dict[str, Any]:
        """What stands not in the token itself; a provider need not have it."""
        if "userinfo_endpoint" not in described or not access_token:
            return {}
        headers = {"Authorization": f"Bearer {access_token}"}
        return self._asked("GET", self._place("userinfo_endpoint", described), headers)

    def _described(self) -> dict[str, Any]:
        described = self._asked("GET", self.issuer + WELL_KNOWN)
        if str(described.get("issuer", "")).rstrip("/") != self.issuer:
            raise IdentityNotTrusted(reason="issuer")
        return described

    def _place(self, name: str, described: dict[str, Any]) -> str:
        """An address the provider names, as safe as its own."""
        place = str(described.get(name, ""))
        if urlsplit(place).scheme not in ("https", urlsplit(self.issuer).scheme):
            raise IdentityNotTrusted(reason=name)
        return place

    def _asked(
        self, method: str, place: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> dict[str, Any]:
        try:
            status, answer = self._call(method, place, headers or {}, body)
        except (OSError, http.client.HTTPException) as fault:
            raise IdentityAway(reason=type(fault).__name__) from fault
        if status != OK:
            raise IdentityAway(reason=f"status-{status}")
        try:
            found = orjson.loads(answer)
        except orjson.JSONDecodeError as fault:
            raise IdentityNotTrusted(reason="form") from fault
        return found if isinstance(found, dict) else {}

    def _call(
        self, method: str, place: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, bytes]:
        parts = urlsplit(place)
        kind = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(parts.hostname or "", parts.port, timeout=self.timeout_seconds)
        try:
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            sent = {"Accept": "application/json", **headers}
            connection.request(method, path or "/", body or None, sent)
            answer = connection.getresponse()
            return answer.status, answer.read(ANSWER_BYTES_MAX)
        finally:
            connection.close()
