"""The room of printed papers: those of one dossier, and one kind for many dossiers."""
