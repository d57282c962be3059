"""Conditions and formulas in the editor: rows of choices, without a word of programming; JSON for experts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson
from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.eforms.condition_words import condition_words, path_words
from motcua.eforms.rules.conditions import read_condition
from motcua.eforms.rules.definition import Form
from motcua.eforms.rules.formulas import ExpressionFaulty
from motcua.eforms.rules.picking import (
    ROWS_MAX,
    Offer,
    Picked,
    Row,
    Statement,
    built,
    faulty_row,
    needs_words,
    offers,
    picked_of,
)
from motcua.eforms.rules.structure import Node

BLANK_ROWS: Final = 2
TYPED_LENGTH_MAX: Final = 40
JSON_LENGTH_MAX: Final = 20_000
_DOTS: Final = {"text": "…"}


@dataclass(frozen=True, slots=True)
class ReadCondition:
    """What was built: JSON or None; `error` is the sentence of what cannot be read."""

    document: Any
    error: str = ""


class ConditionEditor:
    """The rows of one condition of an item: `name` begins the names of its fields."""

    def __init__(
        self, form: Form, node: Node | None, name: str, document: Any, *, is_check: bool = False
    ) -> None:
        self._form = form
        self._node = node
        self._name = name
        self._document = document
        self._offers = self._offered(is_check=is_check)
        self._picked = self._simple(picked_of(form, document, node))

    def _offered(self, *, is_check: bool) -> tuple[Offer, ...]:
        """The statements to choose from, by question."""
        return offers(self._form, self._node, with_itself=is_check)

    def _worded(self, document: Any) -> str:
        """A condition as people say it."""
        return condition_words(self._form, read_condition(document), self._node)

    def _simple(self, picked: Picked | None) -> Picked | None:
        """None where a row says what is not offered: that is left to experts."""
        is_known = picked is not None and all(self._value(row.statement) for row in picked.rows)
        return picked if is_known else None

    def shown(self, data: QueryDict | None = None, error: str = "") -> dict[str, Any]:
        """For the macro `condition` of `parts.html`; `data` is what was sent and refused."""
        picked = self._sent(data) if data and self._picked else self._picked
        rows = picked.rows if picked else ()
        drawn = min(ROWS_MAX, len(rows) + BLANK_ROWS)
        return {
            "name": self._name,
            "error": error,
            "is_simple": picked is not None,
            "is_any": bool(picked and picked.is_any),
            "words": self._words(),
            "rows": [self._row(at, rows[at] if at < len(rows) else None) for at in range(drawn)],
            "groups": self._groups(),
            "json": data.get(f"{self._name}-json", "") if data else self._json(),
        }

    def read(self, data: QueryDict) -> ReadCondition:
        """JSON that differs from what stood there wins over the rows."""
        typed = data.get(f"{self._name}-json", "").strip()
        if typed != self._json() and f"{self._name}-json" in data:
            return self._read_json(typed)
        if self._picked is None:
            return ReadCondition(self._document)
        picked = self._sent(data)
        if picked == self._picked:
            return ReadCondition(self._document)
        at = faulty_row(picked)
        if at is not None:
            told = _("Điều kiện thứ %(number)s thiếu số hoặc ngày. Hãy điền vào ô bên cạnh.")
            return ReadCondition(None, told % {"number": at + 1})
        return ReadCondition(built(picked))

    def _read_json(self, typed: str) -> ReadCondition:
        if not typed:
            return ReadCondition(None)
        try:
            document = orjson.loads(typed[:JSON_LENGTH_MAX])
            read_condition(document)
        except orjson.JSONDecodeError:
            return ReadCondition(None, _("Không đọc được JSON của điều kiện. Hãy xem lại."))
        except ExpressionFaulty as faulty:
            told = _("Điều kiện viết bằng JSON chưa đúng (%(why)s). Hãy xem lại.")
            return ReadCondition(None, told % {"why": faulty.params["why"]})
        return ReadCondition(document)

    def _sent(self, data: QueryDict) -> Picked:
        known = {
            f"{at}.{place}": statement
            for at, offer in enumerate(self._offers)
            for place, statement in enumerate(offer.statements)
        }
        rows = []
        for at in range(ROWS_MAX):
            statement = known.get(data.get(f"{self._name}-{at}", ""))
            if statement is not None:
                typed = data.get(f"{self._name}-{at}-text", "")[:TYPED_LENGTH_MAX]
                rows.append(Row(statement, typed))
        return Picked(tuple(rows), data.get(f"{self._name}-any") == "any")

    def _words(self) -> str:
        if self._document is None:
            return ""
        return self._worded(self._document)

    def _json(self) -> str:
        return orjson.dumps(self._document).decode() if self._document is not None else ""

    def _row(self, at: int, row: Row | None) -> dict[str, Any]:
        return {
            "name": f"{self._name}-{at}",
            "chosen": self._value(row.statement) if row else "",
            "typed": row.typed if row else "",
        }

    def _value(self, statement: Statement) -> str:
        return next(
            (
                f"{at}.{place}"
                for at, offer in enumerate(self._offers)
                for place, one in enumerate(offer.statements)
                if one == statement
            ),
            "",
        )

    def _groups(self) -> list[dict[str, Any]]:
        return [
            {
                "label": path_words(self._form, offer.path, self._node),
                "options": [
                    {"value": f"{at}.{place}", "label": self._said(one)}
                    for place, one in enumerate(offer.statements)
                ],
            }
            for at, offer in enumerate(self._offers)
        ]

    def _said(self, statement: Statement) -> str:
        filled = _filled(statement) if needs_words(statement) else statement
        return self._worded(filled).replace("“…”", "…")


def _filled(statement: Mapping[str, Any]) -> Statement:
    """A statement that waits for a value, with dots in its place."""
    if "not" in statement:
        return {"not": _filled(statement["not"])}
    operation, (of, _none) = next(iter(statement.items()))
    return {operation: [of, _DOTS]}
