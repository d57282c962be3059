"""What two versions of a procedure say differently, in words on both sides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.kernel.money import dong
from motcua.procedures.rules.content import Difference
from motcua.procedures.vocabulary import Channel, FeeKind, FeeUnit, Level, OnlineLevel
from motcua.procedures.wording import (
    CHANNELS,
    FEE_KINDS,
    FEE_UNITS,
    LEVELS,
    ONLINE_LEVELS,
    copies_words,
    difference_words,
)
from motcua.worktime.vocabulary import PausePolicy, Unit
from motcua.worktime.wording import limit_words

PAUSE_POLICIES = {
    PausePolicy.PAUSE: gettext_lazy("Tạm dừng trong lúc chờ"),
    PausePolicy.RESTART: gettext_lazy("Tính lại từ đầu"),
    PausePolicy.CONTINUE: gettext_lazy("Vẫn tính tiếp"),
}


def difference_rows(found: tuple[Difference, ...]) -> list[dict[str, Any]]:
    """Field by field; of lists only what one side alone says."""
    return [
        {
            "label": difference_words(one),
            "before": _sides(one.field, one.before),
            "after": _sides(one.field, one.after),
        }
        for one in found
    ]


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
