"""Pure rules of files: names, pieces, kinds, parts asked for."""
