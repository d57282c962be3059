"""Một Cửa: the one-stop office of Vietnamese public administration, from the desk to the ledger."""
