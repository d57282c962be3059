"""What a citizen calls himself. Pure."""

from __future__ import annotations

from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import Refusal

NAME_LENGTH_MAX = 120


class CitizenNameMissing(Refusal):
    """A name must be said: the office writes to a person."""

    code = "citizen-name-missing"


class CitizenNameTooLong(Refusal):
    """Longer than any name (`length_max`)."""

    code = "citizen-name-too-long"


def checked_name(text: str, *, field: str = "full_name") -> str:
    """The name with plain characters and spaces. Refusals: CitizenNameMissing, CitizenNameTooLong."""
    name = plain_words(text)
    if not name:
        raise CitizenNameMissing(field=field)
    if len(name) > NAME_LENGTH_MAX:
        raise CitizenNameTooLong(field=field, length_max=NAME_LENGTH_MAX)
    return name
