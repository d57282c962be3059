"""The input of an act as plain values and back: what a partner sends, what a bulk run keeps."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.vocabulary import Act
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal


class GivenFaulty(Refusal):
    """The values are not what the act takes; `field` names the first that is wrong."""

    code = "given-faulty"


@cache
def _reader(act: Act) -> TypeAdapter[Any]:
    return TypeAdapter(PERFORMERS[act].given)


def read_given(act: Act, values: dict[str, Any]) -> Any:
    """The typed input of the act. Refusals: GivenFaulty."""
    unknown = sorted(set(values) - set(PERFORMERS[act].given.__dataclass_fields__))
    if unknown:
        raise GivenFaulty(field=unknown[0])
    try:
        return _reader(act).validate_python(values)
    except ValidationError as faulty:
        first = faulty.errors()[0]
        raise GivenFaulty(field=".".join(map(str, first["loc"]))) from None


def plain_given(given: Any) -> dict[str, Any]:
    """The input as plain values; `read_given` gives the equal input back."""
    values = plain(asdict(given))
    assert isinstance(values, dict)
    return values
