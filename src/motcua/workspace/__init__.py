"""The staff site: desk, dossiers, catalogue and administration. Translates, never decides."""
