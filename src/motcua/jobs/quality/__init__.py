"""What proves the product: the checks of the source and the parts of the tests. Knows no Django."""
