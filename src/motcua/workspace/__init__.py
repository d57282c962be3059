"""Entrance of the staff: translates requests into commands and queries, never decides."""
