"""Pure rules of the chain."""
