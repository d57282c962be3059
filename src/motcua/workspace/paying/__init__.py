"""The room of money that came to the account: statements of the bank, lines that nobody knows."""
