"""What happens between a citizen and the office beside the acts of a dossier. Drafts leave no fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class MessageWritten(Event):
    """A message about a dossier; what it says is told by its digest, so that the ledger keeps no
    private words."""

    code: ClassVar[str] = "message.written"

    dossier_code: str
    seq: int
    from_office: bool
    text_digest: str
