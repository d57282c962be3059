"""Acts on refunds."""
