"""The code by which whoever holds a paper says how it was (an evaluation slip goes with the forms: TT 01/2018/TT-VPCP
Art. 12.2).

It is made of the digest of the fact that the paper tells of, like the mark of a genuine paper: the same on each reprint, not
to be made up by whoever does not hold the ledger, and it says nothing of the dossier.
"""

from __future__ import annotations

from hashlib import blake2b

from motcua.dossiers.rules.paper_checks import GROUP, LETTERS

CODE_LETTERS = 12
RATED_FACTS = frozenset(
    {
        "dossier.received",
        "dossier.accepted",
        "dossier.supplemented",
        "dossier.result-returned",
    }
)
"""After which facts people are asked how it was."""


def rating_code(digest: str, way: str) -> str:
    """The code of the fact with this digest by one way (on paper, in a notice): sixty bits."""
    seed = f"{way} {digest}".encode()
    number = int.from_bytes(blake2b(seed, digest_size=8, person=b"motcua-rating").digest(), "big")
    letters = []
    for _place in range(CODE_LETTERS):
        number, rest = divmod(number, len(LETTERS))
        letters.append(LETTERS[rest])
    return "".join(letters)


def code_in_groups(code: str) -> str:
    """As it is printed: `7K3M-Q9PD-2HXA`."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
