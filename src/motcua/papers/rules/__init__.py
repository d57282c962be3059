"""Which words of a form may be changed, and how: pure."""
