"""Of what age somebody was when asked, as far as the dossier knows. Pure; only over or under one number is kept."""

from __future__ import annotations

from datetime import date

from motcua.kernel.identifiers.card_dates import CardDateBroken, parse_birth


def is_older_on(birth_date: str, day: date, years: int) -> bool | None:
    """Whether so many years were full on that day; None where the date of birth does not tell (nothing was
    written, or only the year of it and the birthday may be before or after)."""
    try:
        born = parse_birth(birth_date)
    except CardDateBroken:
        return None
    edge = (day.year - years, day.month, day.day)
    known = [part for part in (born.year, born.month, born.day) if part is not None]
    cut = edge[: len(known)]
    if tuple(known) != cut:
        return tuple(known) < cut
    return True if born.is_whole() else None
