"""Money taken at the counter: fees and charges booked with receipt numbers, and the officer's till.

Owns receipts, their book and the tills, and the facts about them. It does not own what is owed
(the dossier's fee lines, worked out by procedures.rules.fees) or how a receipt is drawn (papers).
"""
