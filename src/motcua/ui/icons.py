"""Line icons of Lucide (ISC licence, from the wheel) as inline drawings, so that they follow the text's color."""

from __future__ import annotations

from functools import lru_cache

from lucide import IconDoesNotExist, _render_icon
from markupsafe import Markup

__all__ = ["ICON_SIZE", "IconDoesNotExist", "icon"]

ICON_SIZE = 20


@lru_cache(maxsize=1024)
def icon(name: str, size: int = ICON_SIZE, label: str = "") -> Markup:
    """The drawing `name` in `size` CSS pixels, kept after the first call.

    Without `label` it is decoration, hidden from screen readers; with one it is an image of that name.
    Raises IconDoesNotExist for a name that Lucide does not have.
    """
    words = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    return Markup(_render_icon(name, size, focusable="false", **{"class": "icon"}, **words))  # noqa: S704
