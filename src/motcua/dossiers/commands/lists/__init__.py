"""Lists that pass hands: from desk to unit, and by post."""
