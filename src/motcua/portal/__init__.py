"""The public site: what the office does, procedures in plain words, where a dossier stands.

Needs no account and shows no personal data. It decides nothing and writes nothing.
"""
