"""What two versions of a procedure say, in words side by side: what is gone, what has come, what stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.kernel.money import dong
from motcua.procedures.rules.content import Difference, ProcedureContent, facts_of
from motcua.procedures.vocabulary import Channel, FeeKind, FeeUnit, Level, OnlineLevel
from motcua.procedures.wording import (
    CHANNELS,
    FEE_KINDS,
    FEE_UNITS,
    FIELDS,
    LEVELS,
    ONLINE_LEVELS,
    copies_words,
)
from motcua.worktime.vocabulary import PausePolicy, Unit
from motcua.worktime.wording import limit_words

TEXTS = frozenset(
    {
        "name",
        "field_name",
        "implementing_body",
        "competent_body",
        "cooperating_bodies",
        "requirements",
    }
)
"""Fields of running words, compared word by word; of the others the whole item is."""

PAUSE_POLICIES = {
    PausePolicy.PAUSE: gettext_lazy("Tạm dừng trong lúc chờ"),
    PausePolicy.RESTART: gettext_lazy("Tính lại từ đầu"),
    PausePolicy.CONTINUE: gettext_lazy("Vẫn tính tiếp"),
}


Mark = Literal["same", "gone", "come"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and whether the other side says them too."""

    text: str
    mark: Mark = "same"


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field on both sides: lines of pieces. A line that one side alone has is one marked piece."""

    label: str
    is_changed: bool
    before: tuple[tuple[Piece, ...], ...]
    after: tuple[tuple[Piece, ...], ...]


def compared_fields(
    before: ProcedureContent, after: ProcedureContent, *, with_same: bool
) -> list[ComparedField]:
    """Every field that differs, in the order of the catalogue; all of them if wanted."""
    old, new = facts_of(before), facts_of(after)
    return [
        _compared(name, _sides(name, old[name]), _sides(name, new[name]))
        for name in old
        if old[name] != new[name] or (with_same and (old[name] or new[name]))
    ]


def difference_rows(found: tuple[Difference, ...]) -> list[ComparedField]:
    """The same for differences already found: of lists only what one side alone says."""
    return [_compared(one.field, *map(_of(one.field), (one.before, one.after))) for one in found]


def _of(field: str) -> Callable[[Any], list[str]]:
    return lambda value: _sides(field, value)


def _compared(field: str, before: list[str], after: list[str]) -> ComparedField:
    label = str(FIELDS[field])
    if field in TEXTS and len(before) == len(after) == 1:
        lines = _word_by_word(before[0], after[0])
    else:
        lines = (
            tuple((Piece(one, "same" if one in after else "gone"),) for one in before),
            tuple((Piece(one, "same" if one in before else "come"),) for one in after),
        )
    return ComparedField(label, before != after, *lines)


def _word_by_word(before: str, after: str) -> tuple[Any, Any]:
    """Both texts cut where they part; a word is the least that is marked."""
    old, new = before.split(), after.split()
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = kind == "equal"
        if b > a:
            left.append(Piece(" ".join(old[a:b]), "same" if same else "gone"))
        if d > c:
            right.append(Piece(" ".join(new[c:d]), "same" if same else "come"))
    return (tuple(left),), (tuple(right),)


def _sides(field: str, value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    words = WORDS.get(field, str)
    return [words(item) for item in items if item not in (None, "")]


def _document(item: dict[str, Any]) -> str:
    counts = [
        *copies_words(item.get("originals"), item.get("copies")),
        _("chỉ xuất trình") if item.get("present_only") else "",
        _("nếu có") if item.get("is_optional") else "",
    ]
    told = ", ".join(part for part in counts if part)
    name = f"{item['variant']}: {item['name']}" if item.get("variant") else item["name"]
    return f"{name} ({told})" if told else str(name)


def _limit(item: dict[str, Any]) -> str:
    counted = limit_words(Unit(item["unit"]), item.get("value", "0"), _) if "unit" in item else ""
    told = [counted, str(item.get("text", ""))]
    return _with_channel(" – ".join(part for part in told if part), item)


def _fee(item: dict[str, Any]) -> str:
    kind = str(FEE_KINDS[FeeKind(item["kind"])])
    unit = FEE_UNITS[FeeUnit(item.get("per", FeeUnit.DOSSIER))]
    name = " – ".join(part for part in (item.get("name"), item.get("case_text")) if part)
    words = f"{kind}: {name}" if name else kind
    return _with_channel(f"{words}, {dong(item.get('amount_vnd', 0))} {unit}", item)


def _with_channel(words: str, item: dict[str, Any]) -> str:
    if "channel" not in item:
        return words
    return f"{words} ({CHANNELS[Channel(item['channel'])]})"


def _result(item: dict[str, Any]) -> str:
    return " ".join(part for part in (item["name"], item.get("code", "")) if part)


WORDS: dict[str, Callable[[Any], str]] = {
    "levels": lambda code: str(LEVELS[Level(code)]),
    "channels": lambda code: str(CHANNELS[Channel(code)]),
    "online_level": lambda code: str(ONLINE_LEVELS[OnlineLevel(code)]),
    "supplement_policy": lambda code: str(PAUSE_POLICIES[PausePolicy(code)]),
    "variants": lambda item: str(item[0]) or _("Trường hợp chung"),
    "documents": _document,
    "limits": _limit,
    "fees": _fee,
    "results": _result,
}
