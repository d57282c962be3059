"""The codes on a paper: by one anybody can ask whether the office really issued it, by the other whoever holds it
says how it was (an evaluation slip goes with the forms: TT 01/2018/TT-VPCP Art. 12.2).

They are made of the digest of the fact that the paper tells of, so they need no secret of their own, are the same on
each reprint, and cannot be made up by whoever does not hold the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest

from motcua.papers.vocabulary import PaperKind

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's thirty-two: none of them is taken for another."""
ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
MARK_LETTERS = 12
GROUP = 4
LENGTH_MAX = 40
KINDS: dict[str, PaperKind] = {
    "TN": PaperKind.SLIP,
    "BS": PaperKind.SUPPLEMENT_REQUEST,
    "TC": PaperKind.RECEPTION_REFUSAL,
    "XH": PaperKind.APOLOGY,
    "DG": PaperKind.STOP_NOTICE,
    "TK": PaperKind.RETURN_RECEIPT,
    "KS": PaperKind.CONTROL_SLIP,
    "CX": PaperKind.TRANSFER_SLIP,
    "QT": PaperKind.PROCESSING_HISTORY,
    "NH": PaperKind.GROUP_SLIP,
    "BB": PaperKind.GROUP_MINUTES,
}
"""Two letters for each kind; they never change, for they stand on paper."""
RATED_FACTS = frozenset(
    {
        "dossier.received",
        "dossier.accepted",
        "dossier.reception-refused",
        "dossier.completion-asked",
        "dossier.supplement-requested",
        "dossier.supplemented",
        "dossier.result-returned",
    }
)
"""After which facts people are asked how it was."""
LETTERS_OF = {kind: letters for letters, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What a code says: which paper of a dossier, and the mark that must be right."""

    kind: PaperKind
    seq: int
    mark: str

    @property
    def text(self) -> str:
        """As it is printed: `TN1-7K3M-Q9PD-2HXA`."""
        groups = [self.mark[at : at + GROUP] for at in range(0, MARK_LETTERS, GROUP)]
        return "-".join([f"{LETTERS_OF[self.kind]}{self.seq}", *groups])


def check_of(kind: PaperKind, seq: int, digest: str) -> PaperCheck:
    """The check of the paper of this kind that tells of the fact with this place and digest."""
    seed = f"{LETTERS_OF[kind]}{seq} {digest}".encode()
    return PaperCheck(kind, seq, _letters(seed, b"motcua-paper"))


def is_right(check: PaperCheck, digest: str) -> bool:
    """Whether the mark is that of the fact with this digest."""
    return compare_digest(check.mark, check_of(check.kind, check.seq, digest).mark)


def read_check(typed: str) -> PaperCheck | None:
    """A code as somebody types it: in small letters, with spaces, O for 0. None for anything else."""
    plain = "".join(letter for letter in typed[:LENGTH_MAX].upper() if letter not in " -.")
    kind = KINDS.get(plain[:2])
    number, mark = plain[2:-MARK_LETTERS], plain[-MARK_LETTERS:].translate(ALIKE)
    if kind is None or not number.isascii() or not number.isdigit() or set(mark) - set(LETTERS):
        return None
    return PaperCheck(kind, int(number), mark)


def rating_code(digest: str, way: str) -> str:
    """The code of the fact with this digest by one way (on paper, in a notice): sixty bits that say nothing of
    the dossier."""
    return _letters(f"{way} {digest}".encode(), b"motcua-rating")


def code_in_groups(code: str) -> str:
    """As it is printed: `7K3M-Q9PD-2HXA`."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def _letters(seed: bytes, person: bytes) -> str:
    number = int.from_bytes(blake2b(seed, digest_size=8, person=person).digest(), "big")
    letters = []
    for _place in range(MARK_LETTERS):
        number, rest = divmod(number, len(LETTERS))
        letters.append(LETTERS[rest])
    return "".join(letters)
