"""Publishing versions of forms, one by one or those that the product brings along."""
