"""Receipts and tills of whole years, worked out by the rules of every day and written many at once."""
