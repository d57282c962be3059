"""Paying without cash by the API: attempts to pay, what became of them, money confirmed by hand."""
