"""What differs, and what is likely: pure."""
