"""Posting: the only way into the books."""
