"""Commands that do what the desk does."""
