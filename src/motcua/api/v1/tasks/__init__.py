"""Tasks: inboxes, what is done with them, what is asked and answered."""
