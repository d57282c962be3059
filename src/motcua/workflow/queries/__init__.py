"""What is asked of the work."""
