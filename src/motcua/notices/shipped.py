"""The words that notices have until an administrator changes them: `data/notices.toml`, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from motcua.notices.rules.texts import decide_text
from motcua.notices.vocabulary import Carrier, Language, NoticeKind, Text

DATA = Path(__file__).parent / "data" / "notices.toml"


@dataclass(frozen=True, slots=True)
class TextKey:
    """Which text: what it tells, by which carrier, in which language."""

    kind: NoticeKind
    carrier: Carrier
    language: Language


@dataclass(frozen=True, slots=True)
class NoticeText:
    """Words with places, and whether this kind goes by this carrier at all."""

    text: Text
    is_sent: bool


def text_keys() -> tuple[TextKey, ...]:
    """Every text there is, in the order in which a list shows them."""
    return tuple(
        TextKey(kind, carrier, language)
        for kind in NoticeKind
        for carrier in Carrier
        for language in Language
    )


@cache
def shipped_texts() -> Mapping[TextKey, NoticeText]:
    """The defaults, each checked by the rule that checks an administrator's words."""
    document = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return MappingProxyType({key: _text(document[key.kind], key) for key in text_keys()})


def _text(of_kind: Mapping[str, Any], key: TextKey) -> NoticeText:
    words = of_kind[key.language]
    body = words["long" if key.carrier is Carrier.EMAIL else "short"]
    text = decide_text(key.carrier, words["subject"], body)
    return NoticeText(text, key.carrier not in of_kind.get("not_by", ()))
