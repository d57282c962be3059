"""The pages of acts as the tests of pages ask for them."""

from __future__ import annotations

import uuid
from typing import Any

from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.vocabulary import Act
from motcua.workspace.acts.table import slug_of
from tests.support.working_office import officer


def seen(code: str) -> DossierDetail:
    return dossier_detail(officer("lanhdao"), code)


def page_of(code: str, act: Act) -> str:
    return f"/dossiers/{code}/acts/{slug_of(act)}/"


def form(code: str, *, do: str = "apply", **typed: Any) -> dict[str, Any]:
    """What a page of an act sends, as it was seen just now."""
    return {
        "do": do,
        "request_key": str(uuid.uuid4()),
        "seen_version": str(seen(code).version),
        **typed,
    }
