"""Tables of settling and reconciling."""
