"""The accountant's room: the books of the agency, and refunds from asking to the voucher."""
