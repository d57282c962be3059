"""Lists that pass hands: which way they go, what may stand on them."""
