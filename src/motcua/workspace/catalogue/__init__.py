"""Looking after the catalogue: versions side by side, importing a document, the supplement policy."""
