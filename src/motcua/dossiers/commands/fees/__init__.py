"""Commands about what a dossier owes."""
