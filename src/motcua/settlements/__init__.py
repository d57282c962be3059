"""Money given back to citizens: asked for, granted by another person, paid; and handed on by period.

Owns refunds and their vouchers. It does not own the money facts (payments) nor the books (books).
"""
