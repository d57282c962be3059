"""Feedback on the portal: send it, follow it, read what was published."""
