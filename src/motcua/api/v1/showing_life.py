"""What hangs on a dossier, from its plain values (`dossiers.rows`) to the shapes of the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import place_name
from motcua.api.addresses import address
from motcua.api.v1.shapes.fields import Told
from motcua.api.v1.shapes.life import (
    AskedItemOut,
    AssigneeOut,
    FileOut,
    HandOverOut,
    OfferOut,
    RegisterLineOut,
    RequestOut,
    ResultTold,
)
from motcua.kernel.clock import local_day
from motcua.ledger.queries import FactRow

Values = Mapping[str, Any]
Shape = TypeVar("Shape", bound=Told)


def assignee_out(holding_id: int | None) -> AssigneeOut | None:
    """Who has it. One query, none while it is nobody's."""
    if holding_id is None:
        return None
    return AssigneeOut(
        holding_id=holding_id, name=names_of(frozenset({holding_id})).get(holding_id, "")
    )


def register_line_out(facts: Iterable[FactRow]) -> RegisterLineOut | None:
    """The line that reception gave it, whether at once or when it was accepted."""
    for fact in facts:
        told = {**fact.payload, **fact.payload.get("changes", {})}
        if told.get("register_number"):
            return RegisterLineOut(year=told["register_year"], number=told["register_number"])
    return None


def request_out(values: Values) -> RequestOut:
    items = [_known(AskedItemOut, item) for item in values["items"]]
    return RequestOut(**{**values, "items": items})


def result_out(values: Values) -> ResultTold:
    return _known(ResultTold, values)


def hand_over_out(values: Values) -> HandOverOut:
    return _known(HandOverOut, values)


def offer_out(values: Values) -> OfferOut:
    """With the places as they were called when it was offered."""
    day = local_day(datetime.fromisoformat(values["offered_at"]))
    places = {
        f"{way}_place": place_name(values[f"{way}_agency_id"], values.get(f"{way}_unit_id"), day)
        for way in ("from", "to")
    }
    return _known(OfferOut, {**values, **places})


def file_out(code: str, values: Values) -> FileOut:
    link = address("api:read_file", code, str(values["position"]))
    return _known(FileOut, {**values, "link": link})


def _known(shape: type[Shape], values: Values) -> Shape:
    """Of the values those that the shape tells."""
    return shape(**{name: values[name] for name in shape.model_fields if name in values})
