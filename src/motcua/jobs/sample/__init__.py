"""The sample office: real agencies and procedures, invented people, dossiers received by the real act."""
