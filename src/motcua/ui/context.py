"""What every page knows: how the reader likes to see it, in which language, and who is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

THEMES = ("auto", "light", "dark", "contrast")
THEME_COOKIE = "motcua-theme"
TEXT_COOKIE = "motcua-text"
KEYS_COOKIE = "motcua-keys"
OFF = "off"
LARGE = "large"
TEXT_SIZES = ("normal", LARGE, "largest")


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """The reader's wishes: `theme` auto, light, dark or contrast; how large letters are; the language shown; our keys
    on or off."""

    theme: str = "auto"
    text_size: str = "normal"
    language: str = "vi"
    here: str = "/"
    keys: bool = True

    @property
    def large_text(self) -> bool:
        return self.text_size != "normal"


def look_of(request: HttpRequest | None) -> Look:
    """The wishes kept in the reader's cookies; what is not known is taken as not said."""
    language = get_language() or settings.LANGUAGE_CODE
    if request is None:
        return Look(language=language)
    theme = request.COOKIES.get(THEME_COOKIE, "auto")
    text_size = request.COOKIES.get(TEXT_COOKIE, "normal")
    return Look(
        theme=theme if theme in THEMES else "auto",
        text_size=text_size if text_size in TEXT_SIZES else "normal",
        language=language,
        keys=request.COOKIES.get(KEYS_COOKIE) != OFF,
        here=request.get_full_path() if request.method == "GET" else request.path,
    )


def look(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `look`, and `actor` (None where nobody has been recognized)."""
    return {"look": look_of(request), "actor": getattr(request, "actor", None)}
