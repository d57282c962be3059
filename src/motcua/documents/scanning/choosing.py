"""The scanner that the settings name."""

from __future__ import annotations

from django.conf import settings

from motcua.documents.scanning.clamd import Clamd
from motcua.documents.scanning.ports import NoScanner, Scanner


def configured_scanner() -> Scanner:
    """Asked anew each time: the settings are read once, and tests change them. Faults: AddressMalformed."""
    return Clamd(settings.CLAMD_ADDRESS) if settings.CLAMD_ADDRESS else NoScanner()
