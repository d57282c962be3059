"""What somebody gives to ask for a whole group at once: one typed value for every door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from motcua.dossiers.vocabulary import (
    Declared,
    FileIn,
    Limit,
    PaperIn,
    Party,
    ProofIn,
    ReturnMethod,
)
from motcua.interlinked.rules.merging import HandedIn
from motcua.procedures.vocabulary import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberInput:
    """One procedure of the group that is asked for. `agency_id`: who settles it.

    `fee_choices`, `local_fees`, `preference_groups`, `typed_limit`, `copies`, `pages`, `declared` as in
    `ReceptionInput`.
    """

    key: str
    agency_id: int
    variant_id: int | None = None
    preference_groups: tuple[str, ...] = ()
    proofs: tuple[ProofIn, ...] = ()
    fee_choices: tuple[int, ...] = ()
    local_fees: tuple[tuple[int, int], ...] = ()
    typed_limit: Limit | None = None
    copies: int = 1
    pages: int = 1
    declared: Declared | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MorePaper:
    """A paper that no member asks for by itself. `is_for_all`: every dossier has it, else the first."""

    paper: PaperIn
    is_for_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionInput:
    """All that comes in with one submission. `handed_in`: by the key of the merged paper; `files`:
    scans, each with the key of its paper ("" = of none). `promised`: by the same key how a paper comes
    that is not here yet. `complete_confirmed`: the officer has looked, and what is not ticked is not
    needed here; `confirmed`: the same of single members, by their key."""

    version_id: int
    members: tuple[MemberInput, ...]
    parties: tuple[Party, ...]
    handed_in: Mapping[str, HandedIn] = field(default_factory=dict)
    promised: Mapping[str, str] = field(default_factory=dict)
    more: tuple[MorePaper, ...] = ()
    files: tuple[tuple[str, FileIn], ...] = ()
    complete_confirmed: bool = False
    confirmed: frozenset[str] = frozenset()
    channel: Channel = Channel.DESK
    return_method: ReturnMethod = ReturnMethod.DESK
    received_at: datetime | None = None
    counter_id: int | None = None
    note: str = ""
