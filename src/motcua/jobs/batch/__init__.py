"""Batch doors: JSON Lines in, one JSON line out for each, in order. Each module has `answer(line) -> dict`."""
