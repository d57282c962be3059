"""Whole lives of dossiers, worked out by the rules of every day and written many at once."""
