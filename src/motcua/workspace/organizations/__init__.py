"""Organizations with accounts of their own: whose they are, confirmed or taken away."""
