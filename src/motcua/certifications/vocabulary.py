"""Words of certification: the kinds of book, where an entry stands, and what is typed at the counter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.dossiers.vocabulary import Act, Party


class BookKind(StrEnum):
    """One register each: copies of originals, signatures, transactions (NĐ 23/2015 Art. 13, 14)."""

    COPY = "COPY"
    SIGNATURE = "SIGNATURE"
    TRANSACTION = "TRANSACTION"


BOOK_OF: dict[str, BookKind] = {
    "2.000815": BookKind.COPY,
    "2.000942": BookKind.COPY,
    "2.000884": BookKind.SIGNATURE,
    "2.000992": BookKind.SIGNATURE,
    "2.001008": BookKind.SIGNATURE,
    "2.001035": BookKind.TRANSACTION,
    "2.001019": BookKind.TRANSACTION,
    "2.001016": BookKind.TRANSACTION,
    "2.001406": BookKind.TRANSACTION,
    "2.000913": BookKind.TRANSACTION,
    "2.000927": BookKind.TRANSACTION,
}
"""The book in which the procedure with this code is entered; in the order they are offered."""


class EntryState(StrEnum):
    """A canceled entry keeps its number and stays in the book, struck through."""

    ENTERED = "ENTERED"
    CANCELLED = "CANCELLED"


class Step(StrEnum):
    """What an office does with certifications one after the other, many at once."""

    SUBMIT = "SUBMIT"
    SIGN = "SIGN"
    ISSUE = "ISSUE"
    RETURN = "RETURN"


ACTS_OF: dict[Step, tuple[Act, ...]] = {
    Step.SUBMIT: (Act.START, Act.PROPOSE),
    Step.SIGN: (Act.DECIDE,),
    Step.ISSUE: (Act.ISSUE_RESULT,),
    Step.RETURN: (Act.RETURN_RESULT,),
}
"""The ordinary acts of the dossier that a step stands for: those that still fit are carried out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentIn:
    """One document to be certified. `pages` are those of the original, `sheets` the sheets of paper
    of one copy where somebody counts them (0 = nobody did)."""

    name: str
    pages: int = 1
    copies: int = 1
    sheets: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationInput:
    """All that is told to enter one person's documents of one procedure.

    `requester` is the owner of the dossier. `signer_name` says who will sign, where that is known.
    `received_at` is empty for "now". `fee_choices` and `local_fees` as in a reception.
    """

    procedure_version_id: int
    requester: Party
    documents: tuple[DocumentIn, ...]
    preference_groups: tuple[str, ...] = ()
    fee_choices: tuple[int, ...] = ()
    local_fees: tuple[tuple[int, int], ...] = ()
    signer_name: str = ""
    signer_title: str = ""
    counter_id: int | None = None
    received_at: datetime | None = None
    note: str = ""
