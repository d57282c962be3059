"""What is owed, the receipts and the tills, as read."""
