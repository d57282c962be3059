"""Passkeys of citizens: a key kept on the machine, opened there by finger, face or PIN. Called by the
commands of `citizens`, inside their recording.

The ceremony is fido2's, through allauth's own rows, which keep no secret: the public key and its name.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from fido2.server import Fido2Server
from fido2.utils import websafe_decode
from fido2.webauthn import (
    AttestedCredentialData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from motcua.accounts.models import User
from motcua.kernel.refusal import Refusal

NAME_MAX = 60
PASSKEYS_MAX = 10
SITE_NAME = "Một Cửa"


class PasskeyFaulty(Refusal):
    """What the browser sent is no answer to what was asked of it."""

    code = "passkey-faulty"


class PasskeysTooMany(Refusal):
    """An account has `most` of them at most."""

    code = "passkeys-too-many"


def begin_passkey(*, user_id: int, host: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the browser is to make a key with, and the state to be kept until it answers."""
    user = User.objects.get(pk=user_id)
    asked, state = _server(host).register_begin(
        user=PublicKeyCredentialUserEntity(
            id=str(user.pk).encode(), name=user.display_name, display_name=user.display_name
        ),
        credentials=_keys(user_id),
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(asked), state


def add_passkey(
    *, user_id: int, host: str, state: dict[str, Any], answer: dict[str, Any], name: str
) -> None:
    """Keep the key that the browser made. Refusals: PasskeyFaulty, PasskeysTooMany."""
    if _rows(user_id).count() >= PASSKEYS_MAX:
        raise PasskeysTooMany(field="credential", most=PASSKEYS_MAX)
    try:
        _server(host).register_complete(state, answer)
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise PasskeyFaulty(field="credential") from fault
    Authenticator.objects.create(
        user_id=user_id,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": name[:NAME_MAX], "credential": answer},
    )


def drop_passkey(*, user_id: int, passkey_id: int) -> bool:
    """Whether there was such a key of this user."""
    return bool(_rows(user_id).filter(pk=passkey_id).delete()[0])


def ask_for_passkey(*, host: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What any browser is asked with: nothing in it tells who has a key."""
    asked, state = _server(host).authenticate_begin(
        user_verification=UserVerificationRequirement.REQUIRED
    )
    return dict(asked), state


def open_by_passkey(
    *, at: datetime, host: str, state: dict[str, Any], answer: dict[str, Any]
) -> int:
    """The user whose key has answered. Refusals: PasskeyFaulty, also for a key that nobody has."""
    try:
        user_id = int(_handle(answer))
        used = _server(host).authenticate_complete(state, _keys(user_id), answer)
    except (ValueError, TypeError, KeyError, AttributeError, ValidationError) as fault:
        raise PasskeyFaulty(field="credential") from fault
    for row in _rows(user_id):
        if _key(row).credential_id == used.credential_id:
            Authenticator.objects.filter(pk=row.pk).update(last_used_at=at)
    return user_id


def _handle(answer: dict[str, Any]) -> str:
    """The user that the key itself names."""
    return websafe_decode(str(answer["response"]["userHandle"])).decode("ascii")


def _server(host: str) -> Fido2Server:
    return Fido2Server(PublicKeyCredentialRpEntity(id=host, name=SITE_NAME))


def _rows(user_id: int) -> Any:
    return Authenticator.objects.filter(user=user_id, type=Authenticator.Type.WEBAUTHN)


def _keys(user_id: int) -> list[AttestedCredentialData]:
    return [_key(row) for row in _rows(user_id)]


def _key(row: Authenticator) -> AttestedCredentialData:
    made = RegistrationResponse.from_dict(row.data["credential"])
    key: AttestedCredentialData | None = made.response.attestation_object.auth_data.credential_data
    assert key is not None
    return key
