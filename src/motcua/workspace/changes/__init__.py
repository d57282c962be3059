"""Pages that stand open learn of changes by asking seldom and cheaply. See docs/decisions/0012."""
