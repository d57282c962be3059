"""Files that come in at any entrance: sent in pieces by a script, or with the form."""
