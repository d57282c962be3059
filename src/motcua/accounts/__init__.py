"""Accounts: sign-in, officers, the positions they hold, roles, stand-ins, tokens.

Owns who may do what. It does not own agencies and positions themselves (`agencies`), nor the
pages of sign-in (`workspace`).
"""
