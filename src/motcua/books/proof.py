"""Do the books hold in themselves? Both sides of each transfer stand in the same agency, and what goes
out of one account comes into another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, Q

from motcua.books.models import Transfer


@dataclass(frozen=True, slots=True)
class BooksFlaw:
    """A transfer that cannot be: `place` names it, `fields` say what is wrong."""

    place: str
    fields: tuple[str, ...]


def books_flaws() -> Iterator[BooksFlaw]:
    """Transfers between agencies, of nothing, or from an account to itself. None can be written
    while the triggers and constraints stand; this tells of a table they were taken from."""
    wrong = Transfer.objects.filter(
        ~Q(debit__agency=F("agency"))
        | ~Q(credit__agency=F("agency"))
        | Q(debit=F("credit"))
        | Q(amount_vnd__lte=0)
    )
    for one in wrong.order_by("pk").iterator():
        yield BooksFlaw(f"#{one.pk} {one}", ("debit", "credit", "amount_vnd"))
