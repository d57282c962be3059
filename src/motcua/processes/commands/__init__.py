"""Writing, publishing, withdrawing and taking over internal processes."""
