"""Days named in an address: `?on=2020-06-01`."""

from __future__ import annotations

from datetime import date

from django.utils.dateparse import parse_date


def day_asked(text: str, default: date) -> date:
    """The day that the address names; the default where it names none that exists."""
    try:
        return parse_date(text.strip()) or default
    except ValueError:
        return default
