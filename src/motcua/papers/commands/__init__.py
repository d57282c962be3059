"""Acts on the words of forms."""
