"""Backups: one file that holds the whole database, verified when made and before it is put back."""
