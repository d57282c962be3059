"""Acts on a dossier: one page for each, built from the table of acts."""
