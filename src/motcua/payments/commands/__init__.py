"""Acts that change receipts and tills."""
