"""Files at the counter: sent in pieces by a script, or with the form; and given back safely."""
