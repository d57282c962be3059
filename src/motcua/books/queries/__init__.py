"""What stands in the books: balances, the trial balance, the entries of an account."""
