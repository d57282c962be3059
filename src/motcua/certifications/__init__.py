"""Certification of copies, signatures and transactions: the entries of its own yearly registers.

Owns the books, their entries and the facts about them. It does not own the dossier that each
certification also is (dossiers), what it costs (procedures.rules.fees) or the money (payments).
"""
