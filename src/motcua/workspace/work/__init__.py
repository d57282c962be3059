"""The room of work: lists by urgency, acts for many dossiers, late and nearly late, the load of a unit, search."""
