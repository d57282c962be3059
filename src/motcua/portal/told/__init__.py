"""What the account tells its holder, and how he wishes to be told."""
