"""What comes in with a dossier besides people and papers: its declaration, and files."""
