"""The declaration of a dossier: read in words, printed to be signed."""
