"""Paying what a dossier owes from one's own bank: by its code, without signing in."""
