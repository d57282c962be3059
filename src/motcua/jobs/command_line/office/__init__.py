"""Commands for those who run an office."""
