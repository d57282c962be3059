"""Feedback by programs: send, follow, read the register, read what is public."""
