"""Two people on one dossier: the version a caller has seen, as HTTP says it (`ETag`, `If-Match`)."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpResponse
from ninja import Header

IfMatch = Annotated[
    str | None,
    Header(
        None,
        alias="If-Match",
        pattern=r'^(\*|"?[0-9]{1,9}"?)$',
        description="`version` of the dossier as you have seen it (its `ETag`): the act is refused "
        "(412) when somebody else has acted since. Left out or `*`: whatever it is.",
    ),
]


def seen_version(if_match: str | None) -> int | None:
    """The version that must still stand; None for any."""
    bare = (if_match or "*").strip('"')
    return None if bare == "*" else int(bare)


def tag(response: HttpResponse, version: int) -> None:
    """Tell which version the answer is of."""
    response["ETag"] = f'"{version}"'
