"""Tables of the citizen's satisfaction."""
