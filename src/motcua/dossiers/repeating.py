"""An outside request acts once however often it comes: what an earlier one has made is found again."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.dossiers.models import Dossier
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import subject_of_request
from motcua.ledger.recording import RequestKey


class RequestKeyReused(Refusal):
    """The same request key came with other content: not a repetition but a mistake."""

    code = "request-key-reused"


@dataclass(frozen=True, slots=True)
class DossierRef:
    """What an act gives back. `repeated`: the request had been carried out before."""

    id: int
    code: str
    repeated: bool = False


def earlier(request: RequestKey | None) -> DossierRef | None:
    """What this request has made before, if it has. Refusals: RequestKeyReused."""
    found = subject_of_request(request.key) if request else None
    if found is None or request is None:
        return None
    dossier_id, digest = found
    if digest != request.digest:
        raise RequestKeyReused
    code = Dossier.objects.values_list("code", flat=True).get(pk=dossier_id)
    return DossierRef(id=dossier_id, code=code, repeated=True)
