"""Proofs and days of claims, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.vocabulary import ProofKind
from motcua.dossiers.wording_fees import PROOF_KINDS
from motcua.kernel.dates_vi import short_day, short_moment


def proof_words(claim: Mapping[str, Any]) -> str:
    """`Xem tại quầy: số 12/GCN, UBND xã`."""
    kind = str(PROOF_KINDS[ProofKind(claim["kind"])])
    number = _("số %(number)s") % {"number": claim["number"]} if claim.get("number") else ""
    parts = [part for part in (claim.get("source", ""), number, claim.get("issuer", "")) if part]
    return f"{kind}: {', '.join(parts)}" if parts else kind


def day_of(text: str | None) -> str:
    return short_day(date.fromisoformat(text)) if text else ""


def moment_of_text(text: str | None) -> str:
    return short_moment(datetime.fromisoformat(text)) if text else ""
