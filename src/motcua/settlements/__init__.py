"""Refunding, settling and reconciling: what is given back to citizens, what the one-stop owes the
agencies by period, and what each day's books, tills and receipts say of each other.

Owns refunds. It does not own the money facts (payments) nor the books (books).
"""
