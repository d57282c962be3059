"""What everybody is to know first, while it is due: planned maintenance, an incident. Asks no database."""

from __future__ import annotations

from datetime import datetime

from django.template import engines
from django.utils.translation import get_language

from motcua.availability.publishing import published
from motcua.availability.wording import KINDS

BANNERS_MAX = 3


def banner_at(at: datetime) -> bytes:
    """Markup for the head of a public page; empty when nothing is due."""
    due = [one for one in published.now() if one.is_on_every_page(at)][:BANNERS_MAX]
    if not due:
        return b""
    rows = [
        {
            "kind": KINDS[one.kind],
            "words": one.words(get_language() or ""),
            "starts_at": one.starts_at,
            "ends_at": one.ends_at,
        }
        for one in due
    ]
    markup: str = (
        engines["jinja2"].get_template("portal/keeping/banner.html").render({"rows": rows})
    )
    return markup.encode()
