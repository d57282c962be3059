"""Acts on agencies: each one transaction that leaves its fact."""
