"""Tables of internal processes as offices publish them, turned into definitions."""
