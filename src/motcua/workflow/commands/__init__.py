"""What changes the work."""
