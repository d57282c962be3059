"""Builders of lists: envelopes that came, dossiers handed over to a unit."""

from __future__ import annotations

import uuid
from datetime import datetime

from motcua.dossiers.commands.lists.hand_over_lists import make_hand_over_list
from motcua.dossiers.commands.lists.postings import enter_parcels
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.custody.hand_over_lists import ListAsked
from motcua.dossiers.rules.lists.hand_over_lists import ListKind
from motcua.dossiers.rules.lists.posting import Parcel, PostingIn
from motcua.kernel.clock import local_day
from motcua.ledger.recording import RequestKey
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import officer


def parcels(*senders: str, at: datetime = PLAIN_MORNING, by: str = "tiepnhan1") -> int:
    """A list of envelopes that came; its id."""
    brought = tuple(Parcel(sender_name=name, arrived_at=at) for name in senders or ("Lê Thị Ước",))
    given = PostingIn(carrier="Bưu điện Gia Lâm", parcels=brought)
    request = RequestKey(key=f"test:{uuid.uuid4()}", digest="")
    return enter_parcels(actor=officer(by, at), at=at, given=given, request=request)


def hand_over_list(code: str, *, at: datetime = PLAIN_MORNING, by: str = "tiepnhan1") -> int:
    """A list of this one dossier, from the desk to its unit; its id."""
    row = Dossier.objects.get(code=code)
    day = local_day(row.received_at)
    asked = ListAsked(kind=ListKind.DOSSIERS, unit_id=row.unit_id, first=day, last=day)
    return make_hand_over_list(actor=officer(by, at), at=at, asked=asked, codes=(code,))
