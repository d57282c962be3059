"""What changes notices: queueing them from facts, bundling, sending, asking, trying again, words."""
