"""Tables of the books."""
