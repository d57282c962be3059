"""The room of changes that many dossiers follow: how far they are, and what has moved."""
