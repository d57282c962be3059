"""Finding what to do: search, life events, sectors, offices, and all about one procedure."""
