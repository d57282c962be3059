"""Settling and reconciling: what the one-stop owes the agencies by period, and what each day's books,
tills, payment orders and bank statements say of each other.

Owns settlements and reconciliations with their named differences. It does not own the money facts
(payments) nor the books (books).
"""
