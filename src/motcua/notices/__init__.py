"""What a citizen is told, by which carrier (e-mail, SMS, Zalo), and what became of it.

Facts of dossiers are read from the ledger by a worker (docs/decisions/0018): nothing here runs while
somebody waits, and no dossier knows that anybody is told.
"""
