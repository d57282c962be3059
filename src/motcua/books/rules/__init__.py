"""What an entry must be: pure rules."""
