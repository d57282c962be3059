"""Audit: who looked at, searched, exported or tried what, and who signed in.

Owns the access log. It does not own the legal history of a dossier: that is the ledger, whose
facts vanish with a transaction that fails, while a note here stays.
"""
