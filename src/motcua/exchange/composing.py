"""The body of a message, put together once by the worker: the desk has not waited for it."""

from __future__ import annotations

from typing import Any

import orjson

from motcua.dossiers.carrying.travelling import travelling
from motcua.dossiers.vocabulary import Act
from motcua.exchange.models import OutMessage
from motcua.ledger.rules.chain import canonical


def compose(row: OutMessage) -> str:
    """All that the partner needs. What is shared for the first time takes the whole dossier along."""
    told: dict[str, Any] = orjson.loads(row.given)
    if told.pop("is_whole", False):
        whole = travelling(row.dossier_id)
        told |= {"dossier": whole.values, "files": list(whole.files)}
    elif told.get("act") == Act.ATTACH:
        told["files"] = [told["given"]["file"]]
    elif told.get("act") == Act.SUPPLEMENT:
        told["files"] = told["given"]["files"]
    return canonical(told)
