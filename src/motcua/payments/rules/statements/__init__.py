"""Statements of banks: read from CSV and camt.053, lines named so that none counts twice. Pure."""
