"""Commands for those who build and prove the product."""
