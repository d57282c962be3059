"""What the catalogue decides: fees, search, time limits, what differs between versions. Pure."""
