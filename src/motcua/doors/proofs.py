"""The proofs of preferences as they are typed beside the groups: number, who issued it, its last day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from motcua.dossiers.rules.fees.reliefs import ProofMissing
from motcua.dossiers.vocabulary import ProofIn, ProofKind
from motcua.kernel.dates_vi import short_day
from motcua.kernel.identifiers.card_dates import parse_day
from motcua.procedures.vocabulary import Preference
from motcua.procedures.wording import PREFERENCES

PARTS = ("number", "issuer", "expires_on")


def proof_name(group: str, part: str) -> str:
    return f"proof-{group}-{part}"


def proofs_typed(data: Mapping[str, Any], groups: Iterable[str]) -> tuple[ProofIn, ...]:
    """One of each group. Refusals: ProofMissing, CardDateBroken, each with its field."""
    return tuple(_proof(data, str(group)) for group in groups)


def _proof(data: Mapping[str, Any], group: str) -> ProofIn:
    typed = {part: " ".join(data.get(proof_name(group, part), "").split()) for part in PARTS}
    if not typed["number"]:
        raise ProofMissing(field=proof_name(group, "number"))
    return ProofIn(
        group=group,
        kind=ProofKind.SEEN,
        number=typed["number"],
        issuer=typed["issuer"],
        expires_on=_day(typed["expires_on"], proof_name(group, "expires_on")),
    )


def _day(text: str, field: str) -> date | None:
    return parse_day(text, field) if text else None


def proof_rows(
    data: Mapping[str, Any], groups: Iterable[str], errors: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The fields of each group that is ticked, for the page."""
    return [
        {
            "label": str(PREFERENCES[Preference(group)]),
            "fields": [
                {
                    "part": part,
                    "name": proof_name(group, part),
                    "value": data.get(proof_name(group, part), ""),
                    "error": errors.get(proof_name(group, part), ""),
                }
                for part in PARTS
            ],
        }
        for group in groups
        if group in map(str, Preference)
    ]


def proof_values(proofs: Iterable[ProofIn]) -> dict[str, str]:
    """What stands in the fields when proofs are shown again."""
    told: dict[str, str] = {}
    for proof in proofs:
        day = short_day(proof.expires_on) if proof.expires_on else ""
        values = {"number": proof.number, "issuer": proof.issuer, "expires_on": day}
        told |= {proof_name(proof.group, part): value for part, value in values.items()}
    return told
