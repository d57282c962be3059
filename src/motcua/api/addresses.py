"""Whole addresses of this office's pages and operations."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse


def address(name: str, *args: str) -> str:
    """The whole address of a named page."""
    return f"{settings.PUBLIC_ADDRESS}{reverse(name, args=args)}"
