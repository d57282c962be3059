"""The double-entry books of an agency, in whole đồng: accounts, and transfers from one to another.

Owns accounts, transfers and what they add up to. A transfer takes from one account exactly what it
gives another, so the books sum to zero by construction. It does not know why money moved: receipts,
orders and refunds (payments) and settlements (settlements) say so when they post.
"""
