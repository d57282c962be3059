"""What the work decides: pure."""
