"""What a citizen calls himself. Pure."""

from __future__ import annotations

from motcua.kernel.characters import not_in_person_names, plain_words
from motcua.kernel.refusal import Refusal

NAME_LENGTH_MAX = 120
ODD_SHOWN_MAX = 10


class CitizenNameMissing(Refusal):
    """A name must be said: the office writes to a person."""

    code = "citizen-name-missing"


class CitizenNameTooLong(Refusal):
    """Longer than any name (`length_max`)."""

    code = "citizen-name-too-long"


class CitizenNameOdd(Refusal):
    """No dossier takes these characters in the name of a person (`found`)."""

    code = "citizen-name-odd"


def checked_name(text: str, *, field: str = "full_name") -> str:
    """The name with plain characters and spaces.

    Refusals: CitizenNameMissing, CitizenNameTooLong, CitizenNameOdd.
    """
    name = plain_words(text)
    if not name:
        raise CitizenNameMissing(field=field)
    if len(name) > NAME_LENGTH_MAX:
        raise CitizenNameTooLong(field=field, length_max=NAME_LENGTH_MAX)
    odd = not_in_person_names(name)
    if odd:
        raise CitizenNameOdd(field=field, found=odd[:ODD_SHOWN_MAX])
    return name
