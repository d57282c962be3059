"""Two people at one draft: what the second typed, beside what the first has just saved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from motcua.processes.queries.drafts import DraftRow
from motcua.workspace.processes.table_rows import typed_of, unit_choices
from motcua.workspace.processes.whole import whole_shown

_ROW: Final = re.compile(r"([a-zA-Z0-9_-]{1,40})-name")
LOST_MAX: Final = 80
CHOSEN_FROM: Final = {"role": "roles", "place": "places", "unit": "units", "act": "acts"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanwhile:
    """`rows`: by step ("" = the whole) the fields that stand otherwise in the draft, as it has them; `lost`:
    rows that were typed and that the draft has no more, in words."""

    saved_by: str
    edition: int
    rows: Mapping[str, Mapping[str, str]]
    lost: tuple[str, ...]

    @property
    def differs(self) -> bool:
        return bool(self.rows or self.lost)


def meanwhile(
    draft: DraftRow,
    typed: Mapping[str, Mapping[str, str]],
    whole: Mapping[str, str],
    data: Mapping[str, str],
) -> Meanwhile:
    """What was typed against the draft as it stands now."""
    standing = {step["key"]: typed_of(step) for step in draft.definition["steps"]}
    rows = {key: _others(typed[key], kept) for key, kept in standing.items()}
    rows[""] = _others(whole, whole_shown(draft.definition))
    return Meanwhile(
        saved_by=draft.saved_by,
        edition=draft.edition,
        rows={key: told for key, told in rows.items() if told},
        lost=tuple(_lost(standing, data))[:LOST_MAX],
    )


def _others(typed: Mapping[str, str], kept: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value
        for name, value in kept.items()
        if typed[name].replace("\r\n", "\n").strip() != value.strip()
    }


def _lost(standing: Mapping[str, Any], data: Mapping[str, str]) -> list[str]:
    """The rows of the page that the draft does not have, as "2. Thẩm định (3 giờ làm việc)"."""
    keys = [found.group(1) for found in map(_ROW.fullmatch, data) if found]
    return [_in_words(key, data) for key in keys if key not in standing]


def _in_words(key: str, data: Mapping[str, str]) -> str:
    number, name = data.get(f"{key}-number", ""), data.get(f"{key}-name", "")
    time = data.get(f"{key}-value", "")
    unit = _label(unit_choices(data.get(f"{key}-unit", "")), data.get(f"{key}-unit", ""))
    told = f"{number}. {name}" if number else name
    rest = [data.get(f"{key}-{one}", "") for one in ("form", "gives_out")]
    more = [f"{time} {unit}".strip() if time else "", *rest]
    shown = ", ".join(one for one in more if one)
    return f"{told} ({shown})" if shown else told


def told_beside(rows: Sequence[Mapping[str, Any]], other: Meanwhile) -> dict[str, dict[str, str]]:
    """What stands in the draft beside each field that says otherwise, in the words of its list."""
    lists = {row["key"]: row for row in rows}
    told: dict[str, dict[str, str]] = {}
    for key, fields in other.rows.items():
        chosen = lists.get(key, {})
        told[key] = {
            name: _label(_choices(chosen, name, value), value) or _("(để trống)")
            for name, value in fields.items()
        }
    return told


def _choices(row: Mapping[str, Any], name: str, value: str) -> Sequence[Mapping[str, Any]]:
    if name == "unit":
        return unit_choices(value)
    found: Sequence[Mapping[str, Any]] = row.get(CHOSEN_FROM.get(name, ""), ())
    return found


def _label(choices: Sequence[Mapping[str, Any]], value: str) -> str:
    return next((str(one["label"]) for one in choices if one["value"] == value), value)
