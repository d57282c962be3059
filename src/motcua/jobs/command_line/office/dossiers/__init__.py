"""Commands of one word about dossiers, typed for an officer: acts, lists, exports."""
