"""Backups: one file that holds the whole database and all files, verified when made and before it is put back."""
