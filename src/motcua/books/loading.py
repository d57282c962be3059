"""Entries that are written many at once: as `commands.posting` posts each, in an agency without books."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Max

from motcua.books.models import Account, Transfer
from motcua.books.rules.entries import check
from motcua.books.vocabulary import Entry, Place
from motcua.database.filling import Row, Sheet
from motcua.kernel.event import instant_text

ACCOUNTS = Sheet(Account, ("id", "agency_id", "code", "ref"))
TRANSFERS = Sheet(
    Transfer,
    (
        "agency_id",
        "source_kind",
        "source_id",
        "purpose",
        "position",
        "day",
        "posted_at",
        "dossier_id",
        "amount_vnd",
        "debit_id",
        "credit_id",
    ),
)
"""Behind the accounts that they go between: the database looks them up."""


def last_account_id() -> int:
    """The highest id of an account so far."""
    return int(Account.objects.aggregate(last=Max("id"))["last"] or 0)


@dataclass(slots=True)
class LoadedBooks:
    """The books of one agency while they are loaded. Accounts get the ids behind `before`."""

    agency_id: int
    before: int
    _known: dict[Place, int] = field(default_factory=dict)

    def post(self, entry: Entry, at: datetime) -> Iterator[tuple[Sheet, Row]]:
        """The rows of an entry, those of new accounts first. Faults: EntryFaulty."""
        source, day = check(entry).source, entry.day.isoformat()
        for place, line in enumerate(entry.lines):
            for side in (line.debit, line.credit):
                if side not in self._known:
                    self._known[side] = self.before + len(self._known) + 1
                    account = (self._known[side], self.agency_id, str(side.code), side.ref)
                    yield ACCOUNTS, account
            yield (
                TRANSFERS,
                (
                    self.agency_id,
                    source.kind,
                    source.id,
                    source.purpose,
                    place,
                    day,
                    instant_text(at),
                    entry.dossier_id,
                    line.amount_vnd,
                    self._known[line.debit],
                    self._known[line.credit],
                ),
            )
