"""Acts on the registers of certifications."""
