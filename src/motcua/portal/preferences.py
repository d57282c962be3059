"""Wishes of a reader that public pages count with, kept in plain cookies."""

from __future__ import annotations

from typing import Final

OFFICE_COOKIE: Final = "motcua-office"
"""Holds the short name of the office the reader goes to, and nothing about the reader."""
