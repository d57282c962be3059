"""The one command of the catalogue: import what was announced."""
