"""Pure rules of agencies: periods and the tree."""
