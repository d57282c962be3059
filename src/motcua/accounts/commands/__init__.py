"""Acts on accounts and officers: each one transaction that leaves its fact."""
