"""Pure law of the dossier."""
