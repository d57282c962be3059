"""What a scanner or a hand puts into the one field of the returns counter."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from motcua.kernel.characters import without_unseen
from motcua.workspace.reception.cards import NUMBER

LOOKED_FOR_MAX = 200
LOOK_UP = "ho-so"
BARS = ("|", "｜")


def meant(text: str) -> str:
    """What to look for: the code in a slip's QR text or its look-up address, the number of a card,
    else the text itself."""
    plain = " ".join(without_unseen(text).split())
    card = NUMBER.match(plain)
    if card:
        return card.group(1)
    if "://" in plain:
        plain = _of_address(plain)
    for bar in BARS:
        plain = plain.partition(bar)[0]
    return plain.strip()[:LOOKED_FOR_MAX]


def _of_address(text: str) -> str:
    """The code in `https://…/ho-so/<code>`; the whole text of another address."""
    try:
        parts = [unquote(part) for part in urlsplit(text).path.split("/") if part]
    except ValueError:
        return text
    return parts[parts.index(LOOK_UP) + 1] if LOOK_UP in parts[:-1] else text
