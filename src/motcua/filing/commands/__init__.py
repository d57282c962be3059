"""What is done with drafts and messages."""
