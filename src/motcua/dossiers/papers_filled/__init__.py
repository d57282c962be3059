"""Papers of a dossier filled from its facts: each tells of one fact and says what was true then.

Nothing is read that could change later, so a paper printed again years after has the same bytes.
"""
