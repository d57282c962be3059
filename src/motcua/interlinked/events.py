"""What happens to interlinked groups and their submissions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class InterlinkedVersionPublished(Event):
    """A version of a group holds from `valid_from`; what it says is told by its digest."""

    code: ClassVar[str] = "interlinked.version-published"

    version_id: int
    group_code: str
    version_number: int
    name: str
    valid_from: date
    definition_digest: str


@dataclass(frozen=True, kw_only=True)
class InterlinkedVersionClosed(Event):
    """A version ends before `valid_until`; on its own first day = withdrawn before it began."""

    code: ClassVar[str] = "interlinked.version-closed"

    version_id: int
    group_code: str
    version_number: int
    valid_until: date


@dataclass(frozen=True, kw_only=True)
class GroupSubmitted(Event):
    """Several dossiers came in as one submission of a group. `members`: for each its key, the dossier,
    when it is expected to be done and the keys of those it waits for."""

    code: ClassVar[str] = "interlinked.submitted"

    version_id: int
    group_code: str
    name: str
    dossier_code: str
    count: int
    members: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class GroupReceived(Event):
    """The desk has received what was sent as a group. `members`: for each its key, the dossier and when it
    is expected to be done, counted from now."""

    code: ClassVar[str] = "interlinked.received"

    group_code: str
    name: str
    dossier_code: str
    count: int
    members: tuple[dict[str, Any], ...]
