"""The room of money at the counter: collecting, receipts, the officer's till and its closing."""
