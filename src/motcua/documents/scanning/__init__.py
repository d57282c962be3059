"""Asking a virus scanner. Keeping a file never waits for its answer to be good."""
