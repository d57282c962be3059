"""A dossier between two installations: as it travels, as it is received, what was offered."""
